import { z } from 'zod';
import { instant } from './values.ts';

/** What a check-up looks at. */
export const checkName = z.enum([
  'database', // its pages and its references; count: faults
  'schema', // count: its version; bad when the program lacks its dictionary
  'originals', // count: files missing or not what they were, of all
  'ledger', // what imports wrote: count: entries without their other half
  'recognition', // count: articles whose names were not read, of all
  'index', // count: articles missing or too many in it, of all
  'leftovers', // count: files that a kill left behind
  'backups', // count: backups that cannot be read, of all
  'space', // count: free mebibytes
]);
export type CheckName = z.infer<typeof checkName>;

/** One finding of the archive's check-up: a code with its numbers; the shells have the sentence. */
export const finding = z.object({
  check: checkName,
  /** `mended`: it was wrong and is right now, or will be when a job that was started ends. */
  state: z.enum(['ok', 'mended', 'bad']),
  ok: z.boolean(),
  count: z.int().nonnegative(),
  /** Of how many; null where there is no such number. */
  of: z.int().nonnegative().nullable(),
  /** The first files concerned, by the names the person gave them. */
  names: z.array(z.string()),
});
export type Finding = z.infer<typeof finding>;

export const checkUp = z.object({ ok: z.boolean(), findings: z.array(finding) });
export type CheckUp = z.infer<typeof checkUp>;

/** A line of the program's own log: what went wrong, and what took long. It never leaves the computer by itself. */
export const journalLine = z.object({
  at: instant,
  level: z.enum(['info', 'error']),
  event: z.string(),
  name: z.string(),
  milliseconds: z.number().nullable(),
  /** The fault with its place in the program, the person's own folder written as ~. */
  cause: z.string().nullable(),
});
export type JournalLine = z.infer<typeof journalLine>;
