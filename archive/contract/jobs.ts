import { z } from 'zod';
import { refusalCodes } from './refusals.ts';
import { id, instant } from './values.ts';

/** Whatever may take over 200 ms. */
export const jobKind = z.enum([
  'import',
  'export',
  'index',
  'backup',
  'recognition',
  'emptying', // the bin
  'restore', // a backup takes the archive's place
  'portable', // the whole archive as one file
  'merge', // a portable archive joins this one
  'check', // whether the archive is whole
  'reprints', // articles that came before reprints were looked for
]);
export type JobKind = z.infer<typeof jobKind>;

export const jobState = z.enum(['running', 'paused', 'done', 'cancelled', 'refused', 'failed']);

/** Where a job stands. The last event of a job has a state other than `running` and `paused`. */
export const job = z.object({
  id: z.string(),
  kind: jobKind,
  state: jobState,
  /** Units done and in all (articles for an import or export); null while the total is not known. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  /** What is being done now: a file name without its folder, or empty. */
  current: z.string(),
  /** Seconds that are likely left, null while it cannot be told. */
  secondsLeft: z.number().nonnegative().nullable(),
  /** Units a second of late, null while it cannot be told. */
  speed: z.number().nonnegative().nullable(),
  /** Whether it can be paused and go on where it stood. */
  pausable: z.boolean(),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** The refusal that ended the job. */
  refusal: z.enum(refusalCodes).nullable(),
  /** A file made by the job: for the shell to offer. A name, never a path. */
  file: z.string().nullable(),
});
export type Job = z.infer<typeof job>;

/** Why a file, or one record of it, was not taken. */
export const rejectionReason = z.enum([
  'empty', // nothing in it
  'binary', // not a text, whatever its name says
  'unreadable', // the system refuses to read it
  'missing', // it is no longer there
  'too-large', // over the limit for one text
  'broken', // not well-formed in its own format
  'truncated', // ends in the middle
  'no-text', // well-formed, but without a body
  'unknown-format', // no reader for this kind of file
  'encoding', // no encoding gives a readable text
  'encrypted', // protected by a password
  'scanned', // pictures of pages without a text layer
  'bomb', // an archive that would unpack to far more than an honest one
]);
export type RejectionReason = z.infer<typeof rejectionReason>;

export const rejection = z.object({
  /** The path as the person gave it, below the chosen folder. */
  file: z.string(),
  /** The line or record in the file, from 1; null for the whole file. */
  record: z.int().positive().nullable(),
  reason: rejectionReason,
});
export type Rejection = z.infer<typeof rejection>;

/** How an import stands; `running` also between a kill and the next opening. */
export const importState = z.enum(['running', 'paused', 'done', 'cancelled', 'failed']);
export type ImportState = z.infer<typeof importState>;

/** One import of the archive's history. The figures add up: added + known + updated + rejected = all records met. */
export const importSummary = z.object({
  job: z.string(),
  state: importState,
  startedAt: instant,
  /** Names of the files and folders it read. */
  names: z.array(z.string()),
  added: z.int().nonnegative(),
  known: z.int().nonnegative(),
  /** New versions of articles the archive had under the same key. */
  updated: z.int().nonnegative(),
  rejectedCount: z.int().nonnegative(),
});
export type ImportSummary = z.infer<typeof importSummary>;

export const importReport = importSummary.extend({
  rejected: z.array(rejection.extend({ id })),
  seconds: z.number().nonnegative(),
  /** Files by the encoding they were read in. */
  encodings: z.array(z.object({ encoding: z.string(), files: z.int().nonnegative() })),
});
export type ImportReport = z.infer<typeof importReport>;
