import type { FileChoices } from '../contract/intake.ts';
import type { ImportReport, ImportState, ImportSummary, Rejection, RejectionReason } from '../contract/jobs.ts';
import { refuse } from '../contract/refuse.ts';
import type { Database, Row } from './database.ts';

/** A file that was read to its end, as the ledger keeps it. */
export interface LedgerFile {
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal: the name of its original. */
  readonly hash: string;
  readonly size: number;
  readonly encoding: string;
  readonly format: string;
  /** Articles that a document seems to hold which was taken as one; absent for one. */
  readonly clippings?: number;
}

/** A rejection, and where its file lies: to read it again. */
export interface LedgerRejection extends Rejection {
  readonly path: string;
}

export interface ImportFigures {
  readonly added: number;
  readonly known: number;
  readonly updated: number;
}

/** What an import reads, and how: kept until it is done, so that it can go on after a kill. */
export interface ImportSources {
  readonly paths: readonly (string | { readonly path: string; readonly file: string })[];
  /** What was decided about its files, by path. */
  readonly choices?: Readonly<Record<string, FileChoices>>;
  /** The articles that are replaced by what is read in their place, see `placeKey`. */
  readonly instead?: Readonly<Record<string, number>>;
  /** The watched folder it takes from. */
  readonly watched?: number;
  /** The folder of files that came by upload: it is the archive's own, and goes when they are taken. */
  readonly incoming?: string;
}

/** An import that is not done. */
export interface OpenImport {
  readonly job: string;
  readonly sources: ImportSources;
  readonly state: ImportState;
}

interface ImportRow extends Row {
  id: number;
  job: string;
  started_at: number;
  ended_at: number | null;
  added: number;
  known: number;
  updated: number;
  sources: string;
  state: ImportState;
}

/** Begins the ledger of an import, or goes on with it. @returns its number */
export function beginImport(
  database: Database,
  { job, sources, state }: OpenImport,
  at: number,
): { id: number; records: number } {
  const known = database.first<ImportRow>('SELECT * FROM import WHERE job = ?', job);
  if (known === undefined) {
    const { id } = database.run(
      'INSERT INTO import (job, started_at, sources, state) VALUES (?, ?, ?, ?)',
      job,
      at,
      JSON.stringify(sources),
      state,
    );
    return { id, records: 0 };
  }
  noteImportState(database, job, state);
  const rejected = database.first('SELECT count(*) AS n FROM import_rejection WHERE import = ?', known.id);
  return { id: known.id, records: known.added + known.known + known.updated + Number(rejected?.n) };
}

export function noteImportState(database: Database, job: string, state: ImportState): void {
  database.run('UPDATE import SET state = ? WHERE job = ?', state, job);
}

/** The files an import came to the end of, by path, and why those that gave nothing were not taken. */
export function importOutcomes(database: Database, id: number): Map<string, RejectionReason | null> {
  const rows = database.all<{ path: string; reason: RejectionReason | null }>(
    `SELECT path, (SELECT reason FROM import_rejection AS r
       WHERE r.import = p.import AND r.path = p.path AND r.record IS NULL LIMIT 1) AS reason
     FROM import_progress AS p WHERE import = ? AND records IS NULL`,
    id,
  );
  return new Map(rows.map(({ path, reason }) => [path, reason]));
}

/** Ends the ledger: how far each file was taken is of no more interest. */
export function endImport(database: Database, id: number): void {
  database.transaction(() => {
    database.run("UPDATE import SET state = 'done' WHERE id = ?", id);
    database.run('DELETE FROM import_progress WHERE import = ?', id);
  });
}

/** The imports that a kill, a closed window or the person stopped, oldest first. */
export function openImports(database: Database): OpenImport[] {
  return database
    .all<ImportRow>("SELECT * FROM import WHERE state <> 'done' ORDER BY id")
    .map(({ job, sources, state }) => ({ job, sources: JSON.parse(sources) as ImportSources, state }));
}

/** How far each file of an import was written: `whole`, or so many records. */
export function importProgress(database: Database, id: number): Map<string, 'whole' | number> {
  const rows = database.all<{ path: string; records: number | null }>(
    'SELECT path, records FROM import_progress WHERE import = ?',
    id,
  );
  return new Map(rows.map(({ path, records }) => [path, records ?? 'whole']));
}

/** Notes how far a file was written. Part of the transaction that writes its articles. */
export function noteProgress(database: Database, id: number, path: string, records: 'whole' | number): void {
  database.run(
    'INSERT INTO import_progress (import, path, records) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET records = excluded.records',
    id,
    path,
    records === 'whole' ? null : records,
  );
}

export function noteFigures(database: Database, id: number, figures: ImportFigures, at: number): void {
  database.run(
    'UPDATE import SET added = added + ?, known = known + ?, updated = updated + ?, ended_at = ? WHERE id = ?',
    figures.added,
    figures.known,
    figures.updated,
    at,
    id,
  );
}

export function noteRejection(database: Database, id: number, { file, record, reason, path }: LedgerRejection): void {
  database.run(
    'INSERT INTO import_rejection (import, file, record, reason, path) VALUES (?, ?, ?, ?, ?)',
    id,
    file,
    record,
    reason,
    path,
  );
}

export function noteFile(database: Database, id: number, read: LedgerFile): void {
  database.run(
    'INSERT INTO import_file (import, file, original, size, encoding, format, clippings) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    read.file,
    Buffer.from(read.hash, 'hex'),
    read.size,
    read.encoding,
    read.format,
    read.clippings ?? null,
  );
}

/** Names that a list shows of an import. */
const named = 20;

const baseName = (path: string) => path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

function summaryOf(row: ImportRow, rejected: number): ImportSummary {
  const { paths = [], incoming } = JSON.parse(row.sources) as Partial<ImportSources>;
  // What was dropped is named, not the files that were in it.
  const chosen = paths.map((one) =>
    typeof one === 'string' ? baseName(one) : incoming === undefined ? baseName(one.file) : one.file.split('/')[0]!,
  );
  return {
    job: row.job,
    state: row.state,
    startedAt: new Date(row.started_at).toISOString(),
    names: [...new Set(chosen)].slice(0, named),
    added: row.added,
    known: row.known,
    updated: row.updated,
    rejectedCount: rejected,
  };
}

/** Imports, the newest first. */
/** Whether a file with this content was read. */
export const knowsOriginal = (database: Database, hash: string): boolean =>
  database.first('SELECT 1 AS one FROM import_file WHERE original = ?', Buffer.from(hash, 'hex')) !== undefined;

export function importList(database: Database, limit: number): ImportSummary[] {
  return database
    .all<ImportRow & { rejected: number }>(
      `SELECT import.*, (SELECT count(*) FROM import_rejection AS r WHERE r.import = import.id) AS rejected
       FROM import ORDER BY id DESC LIMIT ?`,
      limit,
    )
    .map((row) => summaryOf(row, row.rejected));
}

/** @throws a refusal: NOT_FOUND */
export function importReport(database: Database, job: string): ImportReport {
  const row = database.first<ImportRow>('SELECT * FROM import WHERE job = ?', job) ?? refuse('NOT_FOUND');
  const rejected = database.all<{ id: number; file: string; record: number | null; reason: RejectionReason }>(
    'SELECT id, file, record, reason FROM import_rejection WHERE import = ? ORDER BY id',
    row.id,
  );
  return {
    ...summaryOf(row, rejected.length),
    rejected: rejected.map((rejection) => ({ ...rejection })),
    seconds: Math.max(0, ((row.ended_at ?? row.started_at) - row.started_at) / 1000),
    encodings: database
      .all<{ encoding: string; files: number }>(
        'SELECT encoding, count(*) AS files FROM import_file WHERE import = ? GROUP BY encoding ORDER BY files DESC',
        row.id,
      )
      .map((one) => ({ ...one })),
  };
}

/** What was last read under the name of a file; undefined when nothing was. */
export function latestFile(database: Database, file: string): LedgerFile | undefined {
  const row = database.first<{ original: Uint8Array; size: number; encoding: string; format: string }>(
    'SELECT original, size, encoding, format FROM import_file WHERE file = ? ORDER BY id DESC LIMIT 1',
    file,
  );
  return row && { ...row, file, hash: Buffer.from(row.original).toString('hex') };
}
