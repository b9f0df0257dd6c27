import type { ReadableDatabase, Row } from './database.ts';

/** A record of the log of curation: `undoes` is the number of the record it takes back; then `step` is empty. */
export interface CurationRow extends Row {
  id: number;
  step: string;
  /** Milliseconds since 1970. */
  at: number;
  undoes: number | null;
}

/** The log of curation, the oldest first. It only grows; steps are written by `history.ts`. */
export const curationRows = (database: ReadableDatabase): CurationRow[] =>
  database.all<CurationRow>('SELECT id, step, at, undoes FROM curation ORDER BY id');
