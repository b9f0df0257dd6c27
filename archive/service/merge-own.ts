import { place } from '../annotations/place.ts';
import type { MergeReport } from '../contract/portable.ts';
import { type SearchRequest, searchRequest } from '../contract/search.ts';
import type { ArticleField } from '../contract/values.ts';
import { appendLog, type EntityRef, storedRecord } from '../entities/curation-log.ts';
import { annotationRows } from '../store/annotations.ts';
import type { Row } from '../store/database.ts';
import { takeStep } from '../store/history.ts';
import { addMissingRows, type IncomingDatabase } from '../store/incoming.ts';
import { isSearchSaved } from '../store/saved-searches.ts';
import { bindBehind, selectionNamed } from '../store/selections.ts';
import type { Archive } from './archive.ts';
import type { Standing } from './merge.ts';

type Standings = ReadonlyMap<number, Standing>;

/**
 * Adds what another archive's person made: decisions about names, notes, selections, saved searches, the glossary. Each kind
 * is one step that can be undone. Nothing that is here is changed.
 *
 * @param report is filled with what was added, or would be when `write` is false
 */
export function mergeOwn(
  archive: Archive,
  incoming: IncomingDatabase,
  standings: Standings,
  report: MergeReport,
  write: boolean,
): void {
  try {
    archive.database.transaction(() => {
      mergeCuration(archive, incoming, report, write);
      mergeAnnotations(archive, incoming, standings, report, write);
      const selections = mergeSelections(archive, incoming, standings, report, write);
      mergeSearches(archive, incoming, selections, report, write);
      if (write) mergeTables(archive, incoming);
    });
  } finally {
    if (write) archive.forget();
  }
}

function mergeCuration(archive: Archive, incoming: IncomingDatabase, report: MergeReport, write: boolean): void {
  const theirs = incoming.curation().map(storedRecord);
  const own = archive.entities.log;
  const fresh = appendLog(own, theirs, new Date().toISOString()).slice(own.length);
  report.curation = fresh.length;
  if (!write || fresh.length === 0) return;
  takeStep(archive.database, 'curation', (edit) => {
    for (const record of fresh) {
      if (!('step' in record)) continue;
      archive.entities.adopt(record.step);
      edit.insert('curation', { step: JSON.stringify(record.step), at: Date.now() });
    }
  });
  archive.entities.reload();
}

/** What makes two notes one: the same passage of the same article with the same words about it. */
const fingerprint = (article: number, { field, exact, prefix, suffix, note, pencil }: Row) =>
  JSON.stringify([article, field, exact, prefix, suffix, note, pencil]);

function mergeAnnotations(
  archive: Archive,
  incoming: IncomingDatabase,
  standings: Standings,
  report: MergeReport,
  write: boolean,
): void {
  const present = new Set(annotationRows(archive.database).map((row) => fingerprint(Number(row.article), row)));
  takeStep(archive.database, 'annotation', (edit) => {
    for (const row of incoming.rows('annotation')) {
      const standing = standings.get(Number(row.article));
      if (standing === undefined) continue;
      if (standing.id > 0 && present.has(fingerprint(standing.id, row))) {
        report.annotations.known++;
        continue;
      }
      const cells = standing.how === 'other' ? { ...row, ...placedHere(archive, standing.id, row) } : row;
      report.annotations.fresh++;
      if (cells.placement === 'unplaced') report.annotations.unplaced++;
      if (write) edit.insert('annotation', { ...cells, article: standing.id });
    }
  });
}

/** Where a note stands in the text that is here. */
function placedHere(archive: Archive, article: number, row: Row): Row {
  const field = row.field as ArticleField;
  const text = (field === 'title' ? archive.articles.get(article)?.title : archive.articles.text(article)?.body) ?? '';
  const position = row.start === null || row.end === null ? null : { start: Number(row.start), end: Number(row.end) };
  const quote = { exact: String(row.exact), prefix: String(row.prefix), suffix: String(row.suffix) };
  const { span, placement } = place(text, { quote, position });
  return { start: span?.start ?? null, end: span?.end ?? null, placement };
}

/** Selections of one name are one: what is not bound yet is bound behind. @returns ids here by ids there */
function mergeSelections(
  archive: Archive,
  incoming: IncomingDatabase,
  standings: Standings,
  report: MergeReport,
  write: boolean,
): Map<number, number> {
  const { database } = archive;
  const items = Map.groupBy(incoming.rows('selection_item'), (row) => Number(row.selection));
  const here = new Map<number, number>();
  takeStep(database, 'selection', (edit) => {
    for (const { id, name } of incoming.selections()) {
      const known = selectionNamed(database, name);
      report.selections[known === undefined ? 'fresh' : 'known']++;
      if (!write) continue;
      const own = known ?? edit.insert('selection', { name, changed_at: Date.now() });
      here.set(id, own);
      const theirs = (items.get(id) ?? []).map((item) => ({
        ...item,
        article: standings.get(Number(item.article))?.id ?? 0,
      }));
      bindBehind(
        database,
        edit,
        own,
        theirs.filter(({ article }) => article > 0),
      );
    }
  });
  return here;
}

function mergeSearches(
  archive: Archive,
  incoming: IncomingDatabase,
  selections: ReadonlyMap<number, number>,
  report: MergeReport,
  write: boolean,
): void {
  const { database } = archive;
  const entities = incoming.entities();
  takeStep(database, 'search', (edit) => {
    for (const row of incoming.rows('saved_search')) {
      const request = searchHere(archive, searchRequest.parse(JSON.parse(String(row.request))), entities, selections);
      const text = JSON.stringify(request);
      const known = isSearchSaved(database, String(row.name));
      report.searches[known ? 'known' : 'fresh']++;
      if (write && !known) edit.insert('saved_search', { ...row, request: text, seen: 0 });
    }
  });
}

/** A request in the numbers of this archive: persons, organizations and selections are told by ids. */
function searchHere(
  archive: Archive,
  request: SearchRequest,
  entities: ReadonlyMap<number, string>,
  selections: ReadonlyMap<number, number>,
): SearchRequest {
  const here = (facet: string, values: readonly string[]): string[] =>
    values.flatMap((value) => {
      if (facet === 'selection') return String(selections.get(Number(value)) ?? '') || [];
      if (facet !== 'person' && facet !== 'organization') return value;
      const ref = entities.get(Number(value));
      return ref === undefined ? [] : String(archive.entities.id(ref as EntityRef) ?? '') || [];
    });
  const choices = request.choices.map((choice) => ({
    ...choice,
    include: here(choice.facet, choice.include),
    exclude: here(choice.facet, choice.exclude),
  }));
  return { ...request, choices };
}

function mergeTables({ database }: Archive, incoming: IncomingDatabase): void {
  for (const table of ['glossary', 'column_mapping'] as const) addMissingRows(database, table, incoming.rows(table));
}
