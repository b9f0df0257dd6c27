import type { Database } from './database.ts';
import type { Editor } from './history.ts';

/** An abbreviation as brackets of an article explain it; `key` is the long form in base forms. */
export interface LearntPair {
  readonly short: string;
  readonly key: string;
  readonly long: string;
}

/** A learnt pair with the articles that explain it so. */
export interface CountedPair extends LearntPair {
  readonly articles: number;
}

type GlossaryKind = 'abbreviation' | 'place';

/** What a person wrote in the glossary, or decided about a pair that was learnt or came with the program. */
export interface GlossaryRow extends LearntPair {
  readonly id: number;
  readonly kind: GlossaryKind;
  readonly used: boolean;
}

/** Keeps what an article explains, in place of what it explained before. */
export function writeLearnt(database: Database, article: number, pairs: readonly LearntPair[]): void {
  database.run('DELETE FROM abbreviation WHERE article = ?', article);
  for (const { short, key, long } of pairs) {
    database.run(
      'INSERT OR IGNORE INTO abbreviation (article, short, key, long) VALUES (?, ?, ?, ?)',
      article,
      short,
      key,
      long,
    );
  }
}

/** Every pair that articles explain, the most frequent first; of the ways to write one long form the most frequent. */
export function learntPairs(database: Database): CountedPair[] {
  const rows = database.all<{ short: string; key: string; long: string; articles: number }>(
    `SELECT short, abbreviation.key AS key, long, count(*) AS articles FROM abbreviation
     JOIN article ON article.id = abbreviation.article AND article.removed_at IS NULL
     GROUP BY short, abbreviation.key, long ORDER BY articles DESC, length(long), long`,
  );
  const pairs = new Map<string, CountedPair>();
  for (const row of rows) {
    const id = `${row.short}\n${row.key}`;
    const known = pairs.get(id);
    pairs.set(id, known === undefined ? { ...row } : { ...known, articles: known.articles + row.articles });
  }
  return [...pairs.values()].sort((a, b) => b.articles - a.articles);
}

/** Whether the brackets of an article were never read: it came before there was a glossary. */
export function articlesUnread(database: Database): number[] {
  const read = Number(database.first("SELECT value FROM setting WHERE name = 'bracketsRead'")?.value ?? 0);
  return database
    .all<{ id: number }>('SELECT id FROM article WHERE id > ? AND removed_at IS NULL ORDER BY id', read)
    .map(({ id }) => id);
}

/** Articles up to this one have been read for what their brackets explain. */
export function noteRead(database: Database, article: number): void {
  database.run(
    `INSERT INTO setting (name, value) VALUES ('bracketsRead', ?1)
     ON CONFLICT (name) DO UPDATE SET value = max(CAST(value AS INTEGER), ?1)`,
    article,
  );
}

export function glossaryRows(database: Database): GlossaryRow[] {
  return database
    .all<{ id: number; kind: GlossaryKind; short: string; key: string; long: string; used: number }>(
      'SELECT id, kind, short, key, long, used FROM glossary ORDER BY id',
    )
    .map((row) => ({ ...row, used: row.used === 1 }));
}

/** Writes a row, or changes the one that stands for the same pair. */
export function putRow(database: Database, edit: Editor, row: Omit<GlossaryRow, 'id'>): void {
  const { kind, short, key, long } = row;
  const used = row.used ? 1 : 0;
  const known = database.first<{ id: number }>(
    'SELECT id FROM glossary WHERE kind = ? AND short = ? AND key = ?',
    kind,
    short,
    key,
  );
  if (known === undefined) edit.insert('glossary', { kind, short, key, long, used });
  else edit.update('glossary', known.id, { long, used });
}
