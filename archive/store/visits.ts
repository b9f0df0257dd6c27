import type { Database } from './database.ts';
import { newestArticle } from './saved-searches.ts';

/** Openings closer together than this are one visit, milliseconds: a program that was only started again. */
const pause = 30 * 60_000;
/** So many visits are kept. */
const kept = 100;

interface Visit extends Record<string, number> {
  id: number;
  began_at: number;
  ended_at: number;
  newest: number;
}

/** A visit begins, or one that was broken off goes on. */
export function beginVisit(database: Database, now: number): void {
  const last = database.first<Visit>('SELECT * FROM visit ORDER BY id DESC LIMIT 1');
  if (last !== undefined && now - last.ended_at < pause) return;
  database.run('INSERT INTO visit (began_at, ended_at, newest) VALUES (?, ?, ?)', now, now, newestArticle(database));
  database.run('DELETE FROM visit WHERE id <= (SELECT max(id) FROM visit) - ?', kept);
}

/** The archive is let go of: what is there now has been within sight. */
export function endVisit(database: Database, now: number): void {
  database.run(
    'UPDATE visit SET ended_at = ?, newest = ? WHERE id = (SELECT max(id) FROM visit)',
    now,
    newestArticle(database),
  );
}

/** The visit before the present one: when it ended, and the newest article there was then. */
export function visitBefore(database: Database): { endedAt: number; newest: number } | undefined {
  const row = database.first<Visit>('SELECT * FROM visit ORDER BY id DESC LIMIT 1 OFFSET 1');
  return row && { endedAt: row.ended_at, newest: row.newest };
}

/** The articles that the person opened last, the latest first. */
export function lastRead(database: Database, most: number): number[] {
  const rows = database.all<{ article: number }>(
    `SELECT article FROM reading JOIN article ON article.id = reading.article
     WHERE removed_at IS NULL ORDER BY at DESC LIMIT ?`,
    most,
  );
  return rows.map(({ article }) => article);
}

/** The person has opened an article. */
export function noteReading(database: Database, article: number, now: number): void {
  database.run(
    'INSERT INTO reading (article, at) VALUES (?, ?) ON CONFLICT (article) DO UPDATE SET at = excluded.at',
    article,
    now,
  );
}
