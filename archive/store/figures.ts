import type { Backup } from '../contract/backups.ts';
import type { ReadableDatabase } from './database.ts';

/** What a database holds, for a list of backups. */
export function figuresOf(database: ReadableDatabase): NonNullable<Backup['figures']> {
  const count = (sql: string) => Number(database.first(sql)?.n);
  return {
    articles: count('SELECT count(*) AS n FROM article WHERE removed_at IS NULL'),
    annotations: count(
      'SELECT count(*) AS n FROM annotation JOIN article a ON a.id = annotation.article WHERE a.removed_at IS NULL',
    ),
    selections: count('SELECT count(*) AS n FROM selection'),
    schema: Number(database.first('PRAGMA user_version')?.user_version),
  };
}
