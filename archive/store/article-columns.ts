/** What the facets are made of, read for a stretch of articles at a time: those behind `after`, up to `last`. */

import type { Database, Row } from './database.ts';

/** What an article has one of, by the numbers of labels. */
export interface ColumnRow extends Row {
  id: number;
  source: number | null;
  author: number | null;
  rubric: number | null;
  format: number;
  date: string | null;
  read_state: number;
}

/** The highest id that an article has; 0: there is none. */
export const lastArticle = (database: Database): number =>
  Number(database.first('SELECT max(id) AS last FROM article')?.last ?? 0);

/** The articles that are not in the bin. */
export const columnRows = (database: Database, after: number, last: number): ColumnRow[] =>
  database.all<ColumnRow>(
    `SELECT id, source, author, rubric, format, date, read_state FROM article
     WHERE removed_at IS NULL AND id > ? AND id <= ?`,
    after,
    last,
  );

export const tagsByArticle = (database: Database, after: number, last: number): Map<number, string[]> =>
  grouped(
    database.all<{ article: number; value: string }>(
      'SELECT article, tag AS value FROM article_tag WHERE article > ? AND article <= ?',
      after,
      last,
    ),
  );

/** The selections that articles are bound into. */
export const selectionsByArticle = (database: Database, after: number, last: number): Map<number, number[]> =>
  grouped(
    database.all<{ article: number; value: number }>(
      'SELECT article, selection AS value FROM selection_item WHERE article > ? AND article <= ?',
      after,
      last,
    ),
  );

/** The articles that have annotations, also in the bin. */
export const annotatedArticles = (database: Database, after: number, last: number): number[] =>
  database
    .all<{ article: number }>('SELECT DISTINCT article FROM annotation WHERE article > ? AND article <= ?', after, last)
    .map(({ article }) => article);

function grouped<Value>(rows: readonly { article: number; value: Value }[]): Map<number, Value[]> {
  const groups = new Map<number, Value[]>();
  for (const { article, value } of rows) {
    const group = groups.get(article);
    if (group) group.push(value);
    else groups.set(article, [value]);
  }
  return groups;
}
