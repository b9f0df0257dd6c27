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

/** What a column of a table can hold. */
export const tableField = z.enum(['title', 'body', 'lead', 'author', 'source', 'date', 'url', 'rubric', 'tags', 'key']);
export type TableField = z.infer<typeof tableField>;

export const columnMapping = z.object({
  /** Whether the first row names the columns. */
  header: z.boolean(),
  /** For each column its field; null for one that is not taken. */
  fields: z.array(tableField.nullable()).max(1000),
});
export type ColumnMapping = z.infer<typeof columnMapping>;

/** The encodings a text can be read in. */
export const encodingName = z.enum([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'koi8-r',
  'cp866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'kz-1048',
]);
export type EncodingName = z.infer<typeof encodingName>;

/** What a person decides about a file; what is not given is found out. */
export const fileChoices = z.object({
  encoding: encodingName.optional(),
  /** Put letters right that a wrong encoding damaged. */
  repair: z.boolean().optional(),
  columns: columnMapping.optional(),
  /** Where articles begin in the text of a document, UTF-16 offsets; an empty list keeps it whole. */
  /** Or `proposed`: where the program sees them. */
  cuts: z.union([z.array(z.int().nonnegative()).max(10_000), z.literal('proposed')]).optional(),
});
export type FileChoices = z.infer<typeof fileChoices>;

/** A file of an import: one that was read, or a rejection of the report. */
export const fileRef = z.object({ kind: z.enum(['read', 'rejected']), id });
export type FileRef = z.infer<typeof fileRef>;

/** A file that an import read. */
export const readFile = z.object({
  id,
  file: z.string(),
  encoding: z.string(),
  format: z.string(),
  size: z.int().nonnegative(),
  /** Articles that the file seems to hold, though it was taken as one; null where it seems to be one. */
  clippings: z.int().nullable(),
});
export type ReadFile = z.infer<typeof readFile>;

/** How a file would be taken with the choices given. */
export const filePreview = z.object({
  file: z.string(),
  format: z.string(),
  /** Empty where the format knows none. */
  encoding: z.string(),
  /** The beginning of a text in every encoding; empty for what is no text. */
  encodings: z.array(z.object({ encoding: encodingName, beginning: z.string() })),
  /** The beginning with damaged letters put right; null where nothing is damaged. */
  repaired: z.string().nullable(),
  /** The text that cuts refer to and where articles seem to begin; null for what is no document. */
  document: z
    .object({ text: z.string(), cuts: z.array(z.object({ at: z.int().nonnegative(), title: z.string() })) })
    .nullable(),
  /** The first rows of a table and what its columns hold. */
  table: z.object({ rows: z.array(z.array(z.string())), columns: columnMapping }).nullable(),
  /** Headlines of the first articles as they would be taken. */
  articles: z.array(z.string()),
});
export type FilePreview = z.infer<typeof filePreview>;
