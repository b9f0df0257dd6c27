import type { SearchRequest } from '../contract/search.ts';
import type { FacetChoices } from '../index/facets.ts';
import { chooseArticles } from '../index/facets.ts';
import type { IdSet } from '../index/id-set.ts';
import type { TextResult, TextSearch } from '../index/search-types.ts';
import { otherLayout } from '../text/keyboard-layout.ts';
import { fold } from '../text/letters.ts';
import type { Archive } from './archive.ts';
import { choicesOf, hasChoices, withFilters } from './choices.ts';

/** A request as it was understood: the query that was searched, what it found, and every choice in force. */
export interface Understood {
  /** As typed, or as it reads in the other keyboard layout when only so it finds anything. */
  readonly query: string;
  readonly repaired: boolean;
  readonly text: TextResult;
  readonly choices: FacetChoices;
}

/**
 * Searches the words of a request; when nothing at all is found, or not all of them anywhere, as they read in the other
 * keyboard layout.
 */
export async function understand(archive: Archive, request: SearchRequest, signal?: AbortSignal): Promise<Understood> {
  const asTyped = await searchWords(archive, request, request.query, signal);
  // Marks alone («"» is Э on the other layout) are no word typed on it.
  const anyWord = /[\p{L}\p{N}]/u.test(request.query);
  const plain: Understood = { ...asTyped, query: request.query, repaired: false };
  if (request.asTyped || !anyWord || hasAll(asTyped.text)) return plain;
  const known = new Set(asTyped.text.words.filter((word) => !isUnknown(word)).map(({ word }) => fold(word)));
  const query = otherLayout(request.query, (word) => known.has(fold(word)) || archive.index.index.spells(word));
  if (query === undefined) return plain;
  const repaired = await searchWords(archive, request, query, signal);
  const better = isEmpty(asTyped.text) ? !isEmpty(repaired.text) : hasAll(repaired.text);
  return better ? { ...repaired, query, repaired: true } : plain;
}

/** The page by weight among some of the articles found: the words are the same, and so are the scores. */
export async function bestOf(
  archive: Archive,
  request: SearchRequest,
  { query, text }: Understood,
  within: IdSet,
): Promise<TextResult['hits']> {
  if (text.hits.length === 0) return [];
  return (await archive.index.search(textSearch(request, query, within))).hits;
}

/** How many articles a query finds, all its words required, under the choices of the request. */
export async function countOf(archive: Archive, request: SearchRequest, query: string): Promise<number> {
  const { text } = await searchWords(archive, { ...request, limit: 0 }, query);
  return isPartial(text) ? 0 : text.total;
}

/** No article has all the words; those found have any of them. */
const isPartial = (text: TextResult) => text.notes.some((note) => note.kind === 'any-word');
const hasAll = (text: TextResult) => !isEmpty(text) && !isPartial(text);

const isEmpty = (text: TextResult) => text.ids.size === 0 || (text.words.length > 0 && text.words.every(isUnknown));

/** Whether the archive has no form of a query word. */
export const isUnknown = (word: TextResult['words'][number]): boolean =>
  word.readings.every((reading) => reading.forms.length === 0);

async function searchWords(
  archive: Archive,
  request: SearchRequest,
  query: string,
  signal?: AbortSignal,
): Promise<{ text: TextResult; choices: FacetChoices }> {
  const { columns } = archive;
  const search = async (choices: FacetChoices) => {
    const within = hasChoices(choices) ? chooseArticles(columns.facets, columns.articles, choices) : undefined;
    return archive.index.search(textSearch(request, query, within), signal);
  };
  const asked = choicesOf(columns, request);
  const found = await search(asked);
  const choices = withFilters(columns, asked, found.filters);
  const text = found.filters.length === 0 ? found : await search(choices);
  return { text: query.trim() === '' ? everything(archive, text) : text, choices };
}

/** An empty query means every article, also those the index does not have yet. */
function everything(archive: Archive, text: TextResult): TextResult {
  return { ...text, ids: archive.columns.articles.clone() };
}

/** How the words of a request are to be searched. */
function wordOptions({ fields, withoutLemmas, withoutForms, sameRoot }: SearchRequest) {
  return { fields: fields.length > 0 ? fields : undefined, withoutLemmas, withoutForms, sameRoot };
}

function textSearch(request: SearchRequest, query: string, within: IdSet | undefined): TextSearch {
  const byWeight = request.sort === 'relevance' && query.trim() !== '';
  return {
    query,
    within,
    ...wordOptions(request),
    limit: byWeight ? request.limit : 0,
    offset: request.offset,
  };
}
