import type { ImportReport, Rejection, RejectionReason } from '../contract/jobs.ts';
import { refuse } from '../contract/refuse.ts';
import type { Database } from './database.ts';

/** A file that was read to its end, as the ledger keeps it. */
export interface LedgerFile {
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal: the name of its original. */
  readonly hash: string;
  readonly size: number;
  readonly encoding: string;
  readonly format: string;
}

export interface ImportFigures {
  readonly added: number;
  readonly known: number;
  readonly updated: number;
}

/** Begins the ledger of an import. @returns its number */
export function beginImport(database: Database, job: string, at: number): number {
  return database.run('INSERT INTO import (job, started_at) VALUES (?, ?)', job, at).id;
}

/** Adds what a batch brought to the ledger. Part of the transaction that writes its articles. */
export function noteBatch(
  database: Database,
  id: number,
  figures: ImportFigures,
  rejections: readonly Rejection[],
  files: readonly LedgerFile[],
  at: number,
): void {
  database.run(
    'UPDATE import SET added = added + ?, known = known + ?, updated = updated + ?, ended_at = ? WHERE id = ?',
    figures.added,
    figures.known,
    figures.updated,
    at,
    id,
  );
  for (const { file, record, reason } of rejections) {
    database.run(
      'INSERT INTO import_rejection (import, file, record, reason) VALUES (?, ?, ?, ?)',
      id,
      file,
      record,
      reason,
    );
  }
  for (const { file, hash, size, encoding, format } of files) {
    database.run(
      'INSERT INTO import_file (import, file, original, size, encoding, format) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      file,
      Buffer.from(hash, 'hex'),
      size,
      encoding,
      format,
    );
  }
}

/** @throws a refusal: NOT_FOUND */
export function importReport(database: Database, job: string): ImportReport {
  const row =
    database.first<{
      id: number;
      started_at: number;
      ended_at: number | null;
      added: number;
      known: number;
      updated: number;
    }>('SELECT * FROM import WHERE job = ?', job) ?? refuse('NOT_FOUND');
  return {
    job,
    added: row.added,
    known: row.known,
    updated: row.updated,
    rejected: database
      .all<{ file: string; record: number | null; reason: RejectionReason }>(
        'SELECT file, record, reason FROM import_rejection WHERE import = ? ORDER BY id',
        row.id,
      )
      .map((rejection) => ({ ...rejection })),
    seconds: Math.max(0, ((row.ended_at ?? row.started_at) - row.started_at) / 1000),
    encodings: database
      .all<{ encoding: string; files: number }>(
        'SELECT encoding, count(*) AS files FROM import_file WHERE import = ? GROUP BY encoding ORDER BY files DESC',
        row.id,
      )
      .map((one) => ({ ...one })),
  };
}
