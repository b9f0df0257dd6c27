import { refusalOf } from '../contract/client.ts';
import type { Database } from './database.ts';

/** Faults of pages and of references, of one table or of all. At most a hundred of each are counted. */
export function damagedPages(database: Database, table?: string): number {
  const of = table === undefined ? '100' : `"${table}"`;
  try {
    return damageFound(database, of, table);
  } catch (error) {
    // So damaged that the check itself cannot read it.
    if (refusalOf(error)?.code === 'ARCHIVE_DAMAGED') return 1;
    throw error;
  }
}

function damageFound(database: Database, of: string, table: string | undefined): number {
  const found = database.all<{ integrity_check: string }>(`PRAGMA integrity_check(${of})`);
  const broken = database.all(`PRAGMA foreign_key_check${table === undefined ? '' : `("${table}")`}`);
  return found.filter(({ integrity_check }) => integrity_check !== 'ok').length + broken.length;
}

/** The originals that the ledger names, each once, by their hashes and the name that one of them came with. */
export function originalsNamed(database: Database): { hash: string; file: string }[] {
  return database.all<{ hash: string; file: string }>(
    'SELECT lower(hex(original)) AS hash, min(file) AS file FROM import_file GROUP BY original',
  );
}

/** Articles whose names were never read, or whose reading was lost. */
export function articlesUnread(database: Database): number[] {
  return database
    .all<{ id: number }>(
      `SELECT id FROM article WHERE removed_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM recognition WHERE article = article.id) ORDER BY id`,
    )
    .map(({ id }) => id);
}

/** Texts, places and tags of articles that are not there, and articles without a place. */
const halves = ['article_text', 'article_place', 'article_tag', 'recognition'] as const;
const placeless = 'SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM article_place WHERE article = article.id)';
const orphaned = (table: string) => `FROM ${table} WHERE article NOT IN (SELECT id FROM article)`;

export function brokenEntries(database: Database): number {
  const count = (from: string) => Number(database.first(`SELECT count(*) AS n ${from}`)?.n);
  return halves.reduce((sum, table) => sum + count(orphaned(table)), count(`FROM (${placeless})`));
}

/** Lets go of what belongs to no article, and gives every article a place: its headline. */
export function mendEntries(database: Database): void {
  database.transaction(() => {
    for (const table of halves) database.run(`DELETE ${orphaned(table)}`);
    database.run(
      `INSERT INTO article_place (article, file, record) SELECT id, title, NULL FROM article WHERE id IN (${placeless})`,
    );
  });
}
