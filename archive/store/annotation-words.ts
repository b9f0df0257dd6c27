import type { Database } from './database.ts';

/** The texts of an annotation whose words are not yet in the table, or are those of an earlier state. */
export interface UnreadAnnotation extends Record<string, string | number> {
  id: number;
  exact: string;
  note: string;
  tags: string;
  changed_at: number;
}

/** Annotations whose words have to be read, at most `limit` of them. @param analyzer the version of the analyzer */
export function unreadAnnotations(database: Database, analyzer: number, limit: number): UnreadAnnotation[] {
  return database.all<UnreadAnnotation>(
    `SELECT a.id, a.exact, a.note, a.tags, a.changed_at FROM annotation a
     LEFT JOIN annotation_read r ON r.annotation = a.id
     WHERE r.annotation IS NULL OR r.changed_at <> a.changed_at OR r.analyzer <> ? LIMIT ?`,
    analyzer,
    limit,
  );
}

/** Writes the terms of annotations down. A term holds letters and digits alone, see {@link asWord}. */
export function writeWords(
  database: Database,
  analyzer: number,
  read: readonly { id: number; changedAt: number; terms: ReadonlySet<string> }[],
): void {
  database.transaction(() => {
    for (const { id, changedAt, terms } of read) {
      database.run('DELETE FROM annotation_words WHERE rowid = ?', id);
      database.run('INSERT INTO annotation_words (rowid, words) VALUES (?, ?)', id, [...terms].map(asWord).join(' '));
      database.run(
        'INSERT OR REPLACE INTO annotation_read (annotation, changed_at, analyzer) VALUES (?, ?, ?)',
        id,
        changedAt,
        analyzer,
      );
    }
  });
}

/** Ids of the annotations that have any term of each group. */
export function annotationsWith(database: Database, groups: readonly ReadonlySet<string>[]): Set<number> {
  const match = groups.map((terms) => `(${[...terms].map((term) => `"${asWord(term)}"`).join(' OR ')})`).join(' AND ');
  const rows = database.all<{ id: number }>(
    'SELECT rowid AS id FROM annotation_words WHERE annotation_words MATCH ?',
    match,
  );
  return new Set(rows.map(({ id }) => id));
}

/** A term as one word of SQLite's tokenizer, which parts words at everything that is no letter and no digit. */
function asWord(term: string): string {
  return term.replace(/[^\p{L}\p{Nd}]/gu, (sign) => `q${sign.codePointAt(0)!.toString(36)}q`);
}
