import type { Doubt, DoubtfulField, DoubtReason } from '../contract/intake.ts';
import type { Database } from './database.ts';

/** Notes what is doubtful of an article, in place of what was noted before. Part of the caller's transaction. */
export function noteDoubts(database: Database, article: number, doubts: readonly Doubt[]): void {
  database.run('DELETE FROM article_doubt WHERE article = ?', article);
  for (const { field, reason } of doubts) {
    database.run('INSERT INTO article_doubt (article, field, reason) VALUES (?, ?, ?)', article, field, reason);
  }
}

/** Ids of doubtful articles, the newest first; of one field, or of all. */
export function doubtfulArticles(
  database: Database,
  field: DoubtfulField | null,
  offset: number,
  limit: number,
): number[] {
  return database
    .all<{ article: number }>(
      `SELECT DISTINCT article FROM article_doubt JOIN article ON article.id = article
       WHERE removed_at IS NULL AND (? IS NULL OR field = ?) ORDER BY article DESC LIMIT ? OFFSET ?`,
      field,
      field,
      limit,
      offset,
    )
    .map(({ article }) => article);
}

/** How many articles are doubtful, in all and by field. */
export function doubtCounts(database: Database): { total: number; fields: Record<DoubtfulField, number> } {
  const living = 'FROM article_doubt JOIN article ON article.id = article WHERE removed_at IS NULL';
  const total = Number(database.first(`SELECT count(DISTINCT article) AS n ${living}`)?.n);
  const fields = { title: 0, date: 0, source: 0, author: 0 };
  for (const { field, n } of database.all<{ field: DoubtfulField; n: number }>(
    `SELECT field, count(*) AS n ${living} GROUP BY field`,
  )) {
    fields[field] = n;
  }
  return { total, fields };
}

export function doubtsOfArticle(database: Database, article: number): (Doubt & { id: number })[] {
  return database.all<{ id: number; field: DoubtfulField; reason: DoubtReason }>(
    'SELECT id, field, reason FROM article_doubt WHERE article = ? ORDER BY id',
    article,
  );
}
