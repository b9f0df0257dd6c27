import type { WatchedFile, WatchedFileState } from '../contract/intake.ts';
import type { RejectionReason } from '../contract/jobs.ts';
import { refuse } from '../contract/refuse.ts';
import type { Database, Row } from './database.ts';

/** A watched folder as it is kept. */
export interface StoredFolder {
  readonly id: number;
  readonly path: string;
  readonly polling: boolean;
  readonly checkedAt: number | null;
}

/** A file of a watched folder as it was last looked at. */
export interface LookedAt {
  /** Its path below the folder, with `/`. */
  readonly file: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

interface FileRow extends Row {
  id: number;
  file: string;
  size: number;
  changed_at: number;
  state: WatchedFileState;
  reason: RejectionReason | null;
  missing: number;
  noted_at: number;
}

interface FolderRow extends Row {
  id: number;
  path: string;
  polling: number;
  checked_at: number | null;
}

const folder = ({ id, path, polling, checked_at }: FolderRow): StoredFolder => ({
  id,
  path,
  polling: polling === 1,
  checkedAt: checked_at,
});

export function watchedFolders(database: Database): StoredFolder[] {
  return database.all<FolderRow>('SELECT * FROM watched_folder ORDER BY path').map(folder);
}

/** @throws a refusal: NOT_FOUND */
export function storedFolder(database: Database, id: number): StoredFolder {
  return folder(database.first<FolderRow>('SELECT * FROM watched_folder WHERE id = ?', id) ?? refuse('NOT_FOUND'));
}

/** Adds a folder, or changes how it is watched. @returns its id */
export function addFolder(database: Database, path: string, polling: boolean, at: number): number {
  database.run(
    `INSERT INTO watched_folder (path, polling, added_at) VALUES (?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET polling = excluded.polling`,
    path,
    Number(polling),
    at,
  );
  return Number(database.first('SELECT id FROM watched_folder WHERE path = ?', path)?.id);
}

/** Forgets a folder and its ledger; the articles from it stay. */
export function removeFolder(database: Database, id: number): void {
  database.run('DELETE FROM watched_folder WHERE id = ?', id);
}

export function noteChecked(database: Database, id: number, at: number): void {
  database.run('UPDATE watched_folder SET checked_at = ? WHERE id = ?', at, id);
}

export function ledgerFile(database: Database, id: number, file: string): FileRow | undefined {
  return database.first<FileRow>('SELECT * FROM watched_file WHERE folder = ? AND file = ?', id, file);
}

/** Notes how a file was found: new, or changed since. */
export function noteLook(database: Database, id: number, look: LookedAt, state: WatchedFileState, at: number): void {
  database.run(
    `INSERT INTO watched_file (folder, file, size, changed_at, state, noted_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (folder, file) DO UPDATE SET size = excluded.size, changed_at = excluded.changed_at,
       state = excluded.state, noted_at = excluded.noted_at, reason = NULL, missing = 0`,
    id,
    look.file,
    look.size,
    look.changedAt,
    state,
    at,
  );
}

/** A file is where it was; only that is noted. */
export function noteThere(database: Database, id: number, file: string): void {
  database.run('UPDATE watched_file SET missing = 0 WHERE folder = ? AND file = ? AND missing = 1', id, file);
}

/** A file is gone: what was taken from it stays, and the ledger says so; what was not taken is forgotten. */
export function noteGone(database: Database, id: number, file: string): void {
  database.run("UPDATE watched_file SET missing = 1 WHERE folder = ? AND file = ? AND state = 'taken'", id, file);
  database.run("DELETE FROM watched_file WHERE folder = ? AND file = ? AND state <> 'taken'", id, file);
}

/** A file was read: it is taken, or why not. Only one that was waiting: it may have changed since. */
export function noteOutcome(database: Database, id: number, file: string, reason: string | null, at: number): void {
  database.run(
    "UPDATE watched_file SET state = ?, reason = ?, noted_at = ? WHERE folder = ? AND file = ? AND state = 'waiting'",
    reason === null ? 'taken' : 'failed',
    reason,
    at,
    id,
    file,
  );
}

/** Lets files that failed wait again: one, or all of them. */
export function tryAgain(database: Database, id: number, file: number | null, at: number): void {
  database.run(
    `UPDATE watched_file SET state = 'waiting', reason = NULL, noted_at = ?
     WHERE folder = ? AND state = 'failed' AND (? IS NULL OR id = ?)`,
    at,
    id,
    file,
    file,
  );
}

export function filesInState(database: Database, id: number, state: WatchedFileState, limit: number): LookedAt[] {
  return database
    .all<FileRow>('SELECT * FROM watched_file WHERE folder = ? AND state = ? ORDER BY file LIMIT ?', id, state, limit)
    .map(({ file, size, changed_at }) => ({ file, size, changedAt: changed_at }));
}

/** Every file that the ledger believes to be there. */
export function presentFiles(database: Database, id: number): string[] {
  return database
    .all<{ file: string }>('SELECT file FROM watched_file WHERE folder = ? AND missing = 0', id)
    .map(({ file }) => file);
}

export interface LedgerCounts {
  readonly taken: number;
  readonly waiting: number;
  readonly failed: number;
  readonly missing: number;
}

export function ledgerCounts(database: Database, id: number): LedgerCounts {
  const rows = database.all<{ state: WatchedFileState; missing: number; n: number }>(
    'SELECT state, missing, count(*) AS n FROM watched_file WHERE folder = ? GROUP BY state, missing',
    id,
  );
  const sum = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((total, { n }) => total + n, 0);
  return {
    taken: sum(({ state }) => state === 'taken'),
    waiting: sum(({ state }) => state === 'waiting' || state === 'settling'),
    failed: sum(({ state }) => state === 'failed'),
    missing: sum(({ missing }) => missing === 1),
  };
}

/** What of a ledger is shown: `waiting` with what still grows. */
export type LedgerView = 'all' | 'taken' | 'waiting' | 'failed' | 'missing';

const wanted: Record<LedgerView, string> = {
  all: '1',
  taken: "state = 'taken'",
  waiting: "state IN ('waiting', 'settling')",
  failed: "state = 'failed'",
  missing: 'missing = 1',
};

/** A part of the ledger, what was noted last first. */
export function ledger(
  database: Database,
  id: number,
  view: LedgerView,
  offset: number,
  limit: number,
): { total: number; files: WatchedFile[] } {
  const where = `folder = ? AND ${wanted[view]}`;
  return {
    total: Number(database.first(`SELECT count(*) AS n FROM watched_file WHERE ${where}`, id)?.n),
    files: database
      .all<FileRow>(
        `SELECT * FROM watched_file WHERE ${where} ORDER BY noted_at DESC, id LIMIT ? OFFSET ?`,
        id,
        limit,
        offset,
      )
      .map((row) => ({
        id: row.id,
        file: row.file,
        state: row.state,
        reason: row.reason,
        missing: row.missing === 1,
        size: row.size,
        at: new Date(row.noted_at).toISOString(),
      })),
  };
}
