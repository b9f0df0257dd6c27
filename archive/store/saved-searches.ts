import { refuse } from '../contract/refuse.ts';
import { type SearchRequest, searchRequest } from '../contract/search.ts';
import type { Database } from './database.ts';

export interface StoredSearch {
  readonly id: number;
  readonly name: string;
  readonly request: SearchRequest;
  /** The highest article id there was when it was last looked at. */
  readonly seen: number;
}

interface SearchRow extends Record<string, number | string> {
  id: number;
  name: string;
  request: string;
  seen: number;
}

const searchOf = ({ id, name, request, seen }: SearchRow): StoredSearch => ({
  id,
  name,
  request: searchRequest.parse(JSON.parse(request)),
  seen,
});

export function savedSearches(database: Database): StoredSearch[] {
  return database.all<SearchRow>('SELECT * FROM saved_search ORDER BY name, id').map(searchOf);
}

/** @throws a refusal: NOT_FOUND */
export function savedSearch(database: Database, id: number): StoredSearch {
  return searchOf(database.first<SearchRow>('SELECT * FROM saved_search WHERE id = ?', id) ?? refuse('NOT_FOUND'));
}

export const isSearchSaved = (database: Database, name: string): boolean =>
  database.first('SELECT 1 AS one FROM saved_search WHERE name = ?', name) !== undefined;

export function newestArticle(database: Database): number {
  return Number(database.first('SELECT ifnull(max(id), 0) AS id FROM article')?.id);
}

/** The search was looked at: its fresh count begins again. */
export function noteLook(database: Database, id: number): void {
  const { changes } = database.run('UPDATE saved_search SET seen = ? WHERE id = ?', newestArticle(database), id);
  if (changes === 0) refuse('NOT_FOUND');
}
