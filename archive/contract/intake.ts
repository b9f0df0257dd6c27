import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { rejectionReason } from './jobs.ts';
import { id, instant } from './values.ts';

/** A folder that is watched: what appears in it is taken by itself. */
export const watchedFolder = z.object({
  id,
  path: z.string(),
  name: z.string(),
  /** Whether it is looked through from time to time, as a network drive needs, instead of waiting for the system's word. */
  polling: z.boolean(),
  /** `away`: it is not there at present, as an unplugged drive; nothing is concluded from that. */
  state: z.enum(['watched', 'polled', 'away']),
  taken: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** Files that were taken and are no longer there; their articles stay. */
  missing: z.int().nonnegative(),
  checkedAt: instant.nullable(),
});
export type WatchedFolder = z.infer<typeof watchedFolder>;

/** `settling` files still grow; `waiting` ones are next. */
export const watchedFileState = z.enum(['settling', 'waiting', 'taken', 'failed']);
export type WatchedFileState = z.infer<typeof watchedFileState>;

/** A line of the ledger of a watched folder. */
export const watchedFile = z.object({
  id,
  /** Its path below the folder. */
  file: z.string(),
  state: watchedFileState,
  /** Why it was not taken. */
  reason: rejectionReason.nullable(),
  missing: z.boolean(),
  size: z.int().nonnegative(),
  at: instant,
});
export type WatchedFile = z.infer<typeof watchedFile>;

/** What holds for everything from a folder, whatever the files say; null leaves it to them. */
export const folderRule = z.object({
  path: z.string().min(1),
  source: z.string().min(1).max(500).nullable(),
  author: z.string().min(1).max(500).nullable(),
  rubric: z.string().min(1).max(500).nullable(),
});
export type FolderRule = z.infer<typeof folderRule>;

export const doubtfulField = z.enum(['title', 'date', 'source', 'author']);
export type DoubtfulField = z.infer<typeof doubtfulField>;

/** Why a field should be looked at. */
export const doubtReason = z.enum([
  'missing', // nothing was found
  'guessed', // found where it often is something else
  'future', // a date that is yet to come
  'damaged', // letters that a wrong encoding left
]);
export type DoubtReason = z.infer<typeof doubtReason>;

export const doubt = z.object({ field: doubtfulField, reason: doubtReason });
export type Doubt = z.infer<typeof doubt>;

/** An article whose metadata should be looked at. */
export const doubtfulArticle = articleSummary.extend({
  rubric: z.string().nullable(),
  /** The path of its file below the chosen folder. */
  file: z.string(),
  /** The beginning of its text. */
  beginning: z.string(),
  doubts: z.array(doubt),
});
export type DoubtfulArticle = z.infer<typeof doubtfulArticle>;
