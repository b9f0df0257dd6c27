import type { Database } from './database.ts';

/** Articles looked at for one hash: a phrase that hundreds share says nothing, and of a large family any member will do. */
const perHash = 24;

/** Articles that share hashes with a sketch, those with most of them first. */
export function sharingHashes(database: Database, sketch: readonly number[], most: number): number[] {
  const counts = new Map<number, number>();
  for (const hash of sketch) {
    const rows = database.all<{ article: number }>('SELECT article FROM shingle WHERE hash = ? LIMIT ?', hash, perHash);
    for (const { article } of rows) counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, shared], [b, others]) => others - shared || a - b)
    .slice(0, most)
    .map(([article]) => article);
}

/** Files an article under a family, to be found by the hashes of its sketch. Part of the caller's transaction. */
export function fileReprint(database: Database, article: number, family: number, sketch: readonly number[]): void {
  database.run('INSERT OR REPLACE INTO reprint (article, family) VALUES (?, ?)', article, family);
  for (const hash of sketch) {
    database.run('INSERT OR IGNORE INTO shingle (hash, article) VALUES (?, ?)', hash, article);
  }
}

/** Takes an article out of its family, before its text changes. A family that was named after it gets another number. */
export function unfileReprint(database: Database, article: number, sketch: readonly number[]): void {
  database.run('DELETE FROM reprint WHERE article = ?', article);
  for (const hash of sketch) database.run('DELETE FROM shingle WHERE hash = ? AND article = ?', hash, article);
  database.run(
    'UPDATE reprint SET family = (SELECT min(article) FROM reprint WHERE family = ?) WHERE family = ?',
    article,
    article,
  );
}

export function familyOf(database: Database, article: number): number | undefined {
  return database.first<{ family: number }>('SELECT family FROM reprint WHERE article = ?', article)?.family;
}

/** The articles of a family that are not in the bin. */
export function membersOf(database: Database, family: number): number[] {
  return database
    .all<{ article: number }>(
      'SELECT article FROM reprint JOIN article ON id = article WHERE family = ? AND removed_at IS NULL ORDER BY article',
      family,
    )
    .map(({ article }) => article);
}

/** Every article that has a reprint, with its family. */
export function relatives(database: Database): { article: number; family: number }[] {
  return database.all<{ article: number; family: number }>(
    `SELECT article, family FROM reprint
     WHERE family IN (SELECT family FROM reprint GROUP BY family HAVING count(*) > 1)`,
  );
}

/** Articles that were never compared with the others, ascending. */
export function unfiledArticles(database: Database, limit: number): number[] {
  return database
    .all<{ id: number }>(
      'SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM reprint WHERE reprint.article = article.id) ORDER BY id LIMIT ?',
      limit,
    )
    .map(({ id }) => id);
}

export function countUnfiled(database: Database): number {
  const row = database.first(
    'SELECT count(*) AS n FROM article WHERE NOT EXISTS (SELECT 1 FROM reprint WHERE reprint.article = article.id)',
  );
  return Number(row?.n);
}
