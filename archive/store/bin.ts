import type { RemovalFigures } from '../contract/bin.ts';
import type { Database } from './database.ts';
import { forgetRows } from './history.ts';

/** The person's articles in the bin: `article.removed_at` is set, everything else about them is as it was. */

/** Of these articles, those that are not in the bin. */
export function living(database: Database, ids: readonly number[]): number[] {
  return idsOf(
    database,
    'SELECT id FROM article WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(ids),
  );
}

/** The living articles that an import brought; undefined when there was no such import. */
export function livingOfImport(database: Database, job: string): number[] | undefined {
  const found = database.first<{ id: number }>('SELECT id FROM import WHERE job = ?', job);
  if (found === undefined) return undefined;
  return idsOf(database, 'SELECT id FROM article WHERE import = ? AND removed_at IS NULL ORDER BY id', found.id);
}

/** The living articles of a source; null: those without one. */
export function livingOfSource(database: Database, source: string | null): number[] {
  return idsOf(
    database,
    `SELECT id FROM article WHERE removed_at IS NULL
       AND source IS (SELECT id FROM label WHERE kind = 'source' AND text = ?1) AND (?1 IS NULL OR source IS NOT NULL)
     ORDER BY id`,
    source,
  );
}

/** The articles in the bin with their moments, the last removed first. */
export function removedArticles(database: Database): { id: number; title: string; source: string; at: number }[] {
  return database.all<{ id: number; title: string; source: string; at: number }>(
    `SELECT a.id, a.title, ifnull(l.text, '') AS source, a.removed_at AS at
     FROM article a LEFT JOIN label l ON l.id = a.source WHERE a.removed_at IS NOT NULL ORDER BY a.removed_at DESC, a.id DESC`,
  );
}

/** Of these articles, those that are in the bin. */
export function inBin(database: Database, ids: readonly number[]): number[] {
  return idsOf(
    database,
    'SELECT id FROM article WHERE removed_at IS NOT NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(ids),
  );
}

/** What hangs on articles. */
export function figuresOf(database: Database, ids: readonly number[]): RemovalFigures {
  const list = JSON.stringify(ids);
  const count = (table: string) =>
    Number(
      database.first(`SELECT count(*) AS n FROM ${table} WHERE article IN (SELECT value FROM json_each(?))`, list)?.n,
    );
  return { articles: ids.length, annotations: count('annotation'), bound: count('selection_item') };
}

/**
 * Deletes articles of the bin for good, with all that hangs on them. Files of `originals/` whose every article is gone are
 * written down as doomed: {@link doomedOriginals}. Steps of undo about them are forgotten. One transaction.
 */
export function deleteForGood(database: Database, ids: readonly number[]): void {
  database.transaction(() => {
    const list = JSON.stringify(inBin(database, ids));
    const chosen = '(SELECT value FROM json_each(?))';
    const files = database
      .all<{ file: string }>(`SELECT DISTINCT file FROM article_place WHERE article IN ${chosen}`, list)
      .map(({ file }) => file);
    const rows = (table: string) =>
      new Set(idsOf(database, `SELECT id FROM ${table} WHERE article IN ${chosen}`, list));
    forgetRows(database, {
      article: new Set(JSON.parse(list) as number[]),
      annotation: rows('annotation'),
      selection_item: rows('selection_item'),
      article_tag: rows('article_tag'),
    });
    // What refers to an article goes with it, see the schema.
    database.run(`DELETE FROM article WHERE id IN ${chosen}`, list);
    for (const file of new Set(files.flatMap(containers))) doomFile(database, file);
  });
}

/** The names that a place's file may be kept under: its own, and those of what it lies in («сводка.zip/1.html»). */
function containers(file: string): string[] {
  return [file, ...[...file.matchAll(/[/\\!#:]/g)].map(({ index }) => file.slice(0, index))];
}

/** Takes a file off the ledger when no article is left of it, nor of anything within it. */
function doomFile(database: Database, file: string): void {
  const needed = database.first(
    'SELECT 1 AS one FROM article_place WHERE file >= ?1 AND file < ?1 || char(1114111) LIMIT 1',
    file,
  );
  if (needed !== undefined) return;
  database.run(
    'INSERT OR IGNORE INTO doomed_original (hash) SELECT DISTINCT original FROM import_file WHERE file = ?',
    file,
  );
  database.run('DELETE FROM import_file WHERE file = ?', file);
}

/** Hashes of files in `originals/` that the archive needs no more; those that a ledger names again are spared. */
export function doomedOriginals(database: Database): string[] {
  database.run('DELETE FROM doomed_original WHERE hash IN (SELECT original FROM import_file)');
  return database
    .all<{ hash: string }>('SELECT lower(hex(hash)) AS hash FROM doomed_original ORDER BY hash')
    .map(({ hash }) => hash);
}

export function forgetDoomed(database: Database, hashes: readonly string[]): void {
  database.transaction(() => {
    for (const hash of hashes) database.run('DELETE FROM doomed_original WHERE hash = ?', Buffer.from(hash, 'hex'));
  });
}

function idsOf(database: Database, sql: string, ...values: (string | number | null)[]): number[] {
  return database.all<{ id: number }>(sql, ...values).map(({ id }) => id);
}
