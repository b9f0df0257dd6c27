import {
  type Annotation,
  type AnnotationEntry,
  type AnnotationFilter,
  type AnnotationPage,
  type Pencil,
  pencil,
} from '../contract/annotations.ts';
import { refuse } from '../contract/refuse.ts';
import { annotation } from '../store/annotations.ts';
import type { Noted } from './annotation-columns.ts';
import { annotationsMatching } from './annotation-search.ts';
import type { Archive } from './archive.ts';
import { storedArticle } from './summaries.ts';

/** Values a facet lists. */
const few = 12;
const day = 24 * 60 * 60 * 1000;

type Facet = 'pencil' | 'tag' | 'source' | 'person' | 'bookmark' | 'noted' | 'unplaced';

/** What a filter leaves, and for each facet how much each of its values would leave. */
interface Counted {
  readonly found: Noted[];
  readonly pencils: Map<Pencil, number>;
  readonly tags: Map<string, number>;
  /** Annotations by article, the facet's own choice passed over. */
  readonly sources: Map<number, number>;
  readonly persons: Map<number, number>;
  bookmarks: number;
  noted: number;
  unplaced: number;
}

/** One page of the annotations that a filter leaves, with its facets. */
export async function annotationPage(
  archive: Archive,
  filter: AnnotationFilter,
  page: { sort: 'changed' | 'article'; offset: number; limit: number },
): Promise<AnnotationPage> {
  const counted = count(archive, filter, await annotationsMatching(archive, filter.query));
  const { found } = counted;
  if (page.sort === 'article') sortByArticle(archive, found);
  const shown = found.slice(page.offset, page.offset + page.limit);
  return {
    total: found.length,
    articles: new Set(found.map(({ article }) => article)).size,
    annotations: shown.map(({ id }) => entryOf(archive, annotation(archive.database, id) ?? refuse('NOT_FOUND'))),
    pencils: pencil.options.map((value) => ({ value, label: value, count: counted.pencils.get(value) ?? 0 })),
    tags: most(counted.tags, filter.tag, (tag) => tag),
    sources: sourcesOf(archive, counted.sources, filter.source),
    persons: personsOf(archive, counted.persons, filter.person),
    bookmarks: counted.bookmarks,
    noted: counted.noted,
    unplaced: counted.unplaced,
  };
}

/** Ids of all annotations that a filter leaves. */
export async function annotationIds(archive: Archive, filter: AnnotationFilter): Promise<number[]> {
  return count(archive, filter, await annotationsMatching(archive, filter.query)).found.map(({ id }) => id);
}

function count(archive: Archive, filter: AnnotationFilter, matching: ReadonlySet<number> | undefined): Counted {
  const counted: Counted = {
    ...{ found: [], pencils: new Map(), tags: new Map(), sources: new Map(), persons: new Map() },
    ...{ bookmarks: 0, noted: 0, unplaced: 0 },
  };
  const broken = breaches(archive, filter);
  const from = filter.from === null ? Number.NEGATIVE_INFINITY : Date.parse(filter.from);
  const before = filter.to === null ? Number.POSITIVE_INFINITY : Date.parse(filter.to) + day;
  for (const one of archive.annotations.byChange()) {
    if (matching !== undefined && !matching.has(one.id)) continue;
    if (one.createdAt < from || one.createdAt >= before) continue;
    const breach = broken(one);
    if (breach === 'several') continue;
    if (breach === undefined) counted.found.push(one);
    const counts = (facet: Facet) => breach === undefined || breach === facet;
    if (counts('pencil')) add(counted.pencils, one.pencil);
    if (counts('tag')) for (const tag of one.tags) add(counted.tags, tag);
    if (counts('source')) add(counted.sources, one.article);
    if (counts('person')) add(counted.persons, one.article);
    if (one.bookmark && counts('bookmark')) counted.bookmarks++;
    if (one.noted && counts('noted')) counted.noted++;
    if (!one.placed && counts('unplaced')) counted.unplaced++;
  }
  return counted;
}

/** Which facet's choice an annotation does not meet; `several` when there is more than one. */
function breaches(archive: Archive, filter: AnnotationFilter): (one: Noted) => Facet | 'several' | undefined {
  const { values } = archive.columns.facets;
  const checks: [Facet, (one: Noted) => boolean][] = [];
  if (filter.pencil !== null) checks.push(['pencil', (one) => one.pencil === filter.pencil]);
  const { tag, source, person } = filter;
  if (tag !== null) checks.push(['tag', (one) => one.tags.includes(tag)]);
  if (source !== null) {
    const wanted = new Set([archive.labels.find('source', source) ?? 0]);
    checks.push(['source', (one) => values.source.common(one.article, wanted) > 0]);
  }
  if (person !== null) {
    const wanted = new Set([person]);
    checks.push(['person', (one) => values.person.common(one.article, wanted) > 0]);
  }
  if (filter.bookmark) checks.push(['bookmark', (one) => one.bookmark]);
  if (filter.noted) checks.push(['noted', (one) => one.noted]);
  if (filter.unplaced) checks.push(['unplaced', (one) => !one.placed]);
  return (one) => {
    let first: Facet | undefined;
    for (const [facet, met] of checks) {
      if (met(one)) continue;
      if (first !== undefined) return 'several';
      first = facet;
    }
    return first;
  };
}

function add<Key>(counts: Map<Key, number>, key: Key, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The most frequent values; the chosen one is listed also when it has nothing. */
function most<Key extends string | number>(
  counts: ReadonlyMap<Key, number>,
  chosen: Key | null,
  label: (key: Key) => string,
): AnnotationPage['tags'] {
  const first = [...counts].sort((a, b) => b[1] - a[1]).slice(0, few);
  const extra = chosen !== null && !first.some(([key]) => key === chosen);
  const listed = extra ? [...first, [chosen, counts.get(chosen) ?? 0] as const] : first;
  return listed.map(([key, n]) => ({ value: String(key), label: label(key), count: n }));
}

function sourcesOf(archive: Archive, articles: ReadonlyMap<number, number>, chosen: string | null) {
  const counts = new Map<number, number>();
  for (const [article, n] of articles)
    archive.columns.facets.values.source.each(article, (source) => add(counts, source, n));
  const number = chosen === null ? null : (archive.labels.find('source', chosen) ?? null);
  return most(counts, number, (source) => archive.labels.text(source)).map((one) => ({ ...one, value: one.label }));
}

function personsOf(archive: Archive, articles: ReadonlyMap<number, number>, chosen: number | null) {
  const counts = new Map<number, number>();
  for (const [article, n] of articles)
    archive.columns.facets.values.person.each(article, (person) => add(counts, person, n));
  return most(counts, chosen, (person) => archive.entities.label(person));
}

/** Articles from the newest to the oldest, each with its annotations in the order of the text. */
function sortByArticle(archive: Archive, found: Noted[]): void {
  const { dates } = archive.columns.facets;
  found.sort(
    (a, b) =>
      dates.stamp(b.article) - dates.stamp(a.article) || b.article - a.article || a.place - b.place || a.id - b.id,
  );
}

function entryOf(archive: Archive, one: Annotation): AnnotationEntry {
  const { title, source, date } = storedArticle(archive, one.article);
  return { ...one, articleTitle: title, articleSource: source, articleDate: date };
}
