/** Which articles' names are to be read again. */

import type { Database } from './database.ts';

/** An article marked so is read again, whatever the recogniser's version. */
const marked = '';

/** Articles that nobody has read, that are marked, and those read by another version than the present one. */
export function articlesToRead(database: Database, version: string | undefined): number[] {
  const other = version === undefined ? 'version = ?' : 'version <> ?';
  return database
    .all<{ id: number }>(
      `SELECT article.id AS id FROM article LEFT JOIN recognition ON article = article.id
       WHERE removed_at IS NULL AND (version IS NULL OR ${other}) ORDER BY article.id DESC`,
      version ?? marked,
    )
    .map(({ id }) => id);
}

/** The beginning that the cases of a word share. */
const stem = (word: string) => (word.length < 5 ? word : word.slice(0, -2));

/** Marks the articles that hold the beginning of one of the texts. */
export function markToRead(database: Database, texts: readonly string[]): void {
  for (const text of texts) {
    const first = stem(text.trim().split(/\s+/)[0] ?? '');
    if (first === '') continue;
    database.run(
      `UPDATE recognition SET version = ? WHERE article IN (
         SELECT article FROM article_text JOIN article ON article.id = article
         WHERE instr(body, ?) > 0 OR instr(title, ?) > 0)`,
      marked,
      first,
      first,
    );
  }
}

const setting = 'names.decisionsRead';

/** The last record of curation whose texts were looked for; 0: none. */
export function decisionsRead(database: Database): number {
  const row = database.first<{ value: string }>('SELECT value FROM setting WHERE name = ?', setting);
  return row === undefined ? 0 : Number(JSON.parse(row.value));
}

export function noteDecisionsRead(database: Database, record: number): void {
  database.run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    setting,
    JSON.stringify(record),
  );
}
