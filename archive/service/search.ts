import {
  type Facet,
  type FacetName,
  facetName,
  type Hit,
  type SearchAnswer,
  type SearchRequest,
  type WordForms,
} from '../contract/search.ts';
import { countFacets, type FacetCounts, mostFrequent } from '../index/facets.ts';
import { dateHistogram } from '../index/histogram.ts';
import type { IdSet } from '../index/id-set.ts';
import type { TextResult } from '../index/search-types.ts';
import type { Archive } from './archive.ts';
import type { Folded } from './families.ts';
import { notesOn, searchedWords } from './offers.ts';
import { summary } from './summaries.ts';
import { bestOf, type Understood, understand } from './understanding.ts';

/** Values of a facet that an answer lists at first, and of one facet asked for by itself. */
const few = 8;
const many = 200;

const names: readonly FacetName[] = facetName.options;

/** Answers a search: hits with snippets, facets that count the present result, notes and offers. */
export async function search(archive: Archive, request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
  const begun = performance.now();
  const { rebuilding } = archive.index;
  const understood = await understand(archive, request, signal);
  const counts = countsOf(archive, understood);
  const folded = request.fold ? archive.families.fold(counts.ids) : undefined;
  const { step, bars, undated } = dateHistogram(archive.columns.facets.dates, counts.anyDate);
  return {
    total: counts.ids.size,
    folded: folded === undefined ? 0 : hiddenBy(folded, counts.ids, request),
    hits: await hitsOf(archive, request, understood, counts, folded),
    facets: names.map((name) => facetOf(archive, name, counts, request, '', few)),
    histogram: { step, bars: bars.map((bar) => ({ ...bar })), undated },
    chips: understood.text.chips.map((chip) => ({ ...chip })),
    notes: await notesOn(archive, request, understood, rebuilding),
    words: searchedWords(understood.text),
    took: performance.now() - begun,
  };
}

/** How many articles stand behind another print of their story. */
function hiddenBy({ shown, behind }: Folded, ids: IdSet, { unfold }: SearchRequest): number {
  const unfolded = [...new Set(unfold)].filter((id) => shown.has(id));
  return ids.size - shown.size - unfolded.reduce((sum, id) => sum + behind(id).length, 0);
}

/** The values of one facet whose label contains the filter. */
export async function oneFacet(
  archive: Archive,
  request: SearchRequest,
  name: FacetName,
  filter: string,
  signal?: AbortSignal,
): Promise<Facet> {
  const counts = countsOf(archive, await understand(archive, { ...request, limit: 0 }, signal));
  return facetOf(archive, name, counts, request, filter, many);
}

/** Ids of the articles of a request, in its order: for an export. */
export async function idsOf(archive: Archive, request: SearchRequest, limit: number): Promise<number[]> {
  const all = { ...request, offset: 0, limit };
  const understood = await understand(archive, all);
  return pageOf(archive, all, understood.text.hits, countsOf(archive, understood).ids).map((hit) => hit.id);
}

/** All articles of a request, without an order: for a chart. */
export async function idSetOf(archive: Archive, request: SearchRequest, signal?: AbortSignal): Promise<IdSet> {
  return countsOf(archive, await understand(archive, { ...request, limit: 0 }, signal)).ids;
}

/** What the words of a request search: lemmas and forms, with their number of articles. */
export async function formsOf(archive: Archive, request: SearchRequest, signal?: AbortSignal): Promise<WordForms[]> {
  const { query } = await understand(archive, { ...request, limit: 0 }, signal);
  return archive.index.index.forms(query, request).map(({ word, readings }) => ({
    word,
    readings: readings.map((reading) => ({ ...reading, forms: reading.forms.map((form) => ({ ...form })) })),
  }));
}

function countsOf(archive: Archive, { text, choices }: Understood): FacetCounts {
  const { columns } = archive;
  // Between a change of the database and that of the index, the database is right.
  return countFacets(columns.facets, text.ids.clone().intersect(columns.articles), choices);
}

/** The articles of the page that is asked for: by weight, or by date. @param best the page by weight */
function pageOf(
  archive: Archive,
  { sort, query, offset, limit }: SearchRequest,
  best: TextResult['hits'],
  ids: IdSet,
): { id: number; score: number }[] {
  if (sort === 'relevance' && query.trim() !== '') return [...best];
  const order = archive.columns.byDate();
  const page: { id: number; score: number }[] = [];
  let skip = offset;
  for (let at = 0; at < order.length && page.length < limit; at++) {
    const id = order[sort === 'oldest' ? at : order.length - 1 - at]!;
    if (ids.has(id) && skip-- <= 0) page.push({ id, score: 0 });
  }
  return page;
}

/** The page of a folded result: the other prints of a story that was unfolded follow the one that is shown. */
async function pageWithPrints(
  archive: Archive,
  request: SearchRequest,
  understood: Understood,
  counts: FacetCounts,
  folded: Folded | undefined,
): Promise<{ page: { id: number; score: number }[]; prints: Map<number, number> }> {
  const prints = new Map<number, number>();
  if (folded === undefined || folded.shown.size === counts.ids.size) {
    return { page: pageOf(archive, request, understood.text.hits, counts.ids), prints };
  }
  const { offset, limit } = request;
  // Unfolded prints move what follows them, so the page is cut from the beginning.
  const until = { ...request, offset: 0, limit: offset + limit };
  const rows = pageOf(archive, until, await bestOf(archive, until, understood, folded.shown), folded.shown);
  const page = rows.flatMap((row) => {
    const others = request.unfold.includes(row.id) ? folded.behind(row.id) : [];
    for (const id of others) prints.set(id, row.id);
    return [row, ...others.map((id) => ({ id, score: row.score }))];
  });
  return { page: page.slice(offset, offset + limit), prints };
}

async function hitsOf(
  archive: Archive,
  request: SearchRequest,
  understood: Understood,
  counts: FacetCounts,
  folded: Folded | undefined,
): Promise<Hit[]> {
  const { index } = archive.index;
  const { query } = understood;
  const { page, prints } = await pageWithPrints(archive, request, understood, counts, folded);
  return page.flatMap(({ id, score }) => {
    const article = archive.articles.get(id);
    const text = article && archive.articles.text(id);
    if (text === undefined) return [];
    const { title } = article!;
    const { marks, titleMarks, ...passage } = index.snippet(query, { title, body: text.body }, request);
    return {
      ...summary(archive, article!),
      score,
      reprints: [...(folded?.shown.has(id) ? folded.behind(id) : [])],
      reprintOf: prints.get(id) ?? null,
      snippet: { ...passage, marks: marks.map((mark) => ({ ...mark })) },
      titleMarks: titleMarks.map((mark) => ({ ...mark })),
    };
  });
}

function facetOf(
  archive: Archive,
  name: FacetName,
  { counts }: FacetCounts,
  request: SearchRequest,
  filter: string,
  limit: number,
): Facet {
  const { columns } = archive;
  const count = counts[name];
  const chosen = new Set(
    request.choices
      .filter((choice) => choice.facet === name)
      .flatMap(({ include, exclude }) => [...include, ...exclude])
      .flatMap((value) => columns.number(name, value) ?? []),
  );
  const folded = filter.trim().toLowerCase();
  const fits = (number: number) => columns.value(name, number).label.toLowerCase().includes(folded);
  const { first, distinct } = mostFrequent(count, limit, folded === '' ? undefined : fits);
  const listed = [...first, ...[...chosen].filter((number) => !first.includes(number) && folded === '')];
  return {
    facet: name,
    values: listed.map((number) => ({ ...columns.value(name, number), count: count[number] ?? 0 })),
    distinct,
  };
}
