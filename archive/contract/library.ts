import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { searchRequest } from './search.ts';
import { id, instant } from './values.ts';

/** The archive as a whole. */
export const archiveInfo = z.object({
  /** The name of the folder. */
  name: z.string(),
  articles: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  selections: z.int().nonnegative(),
  persons: z.int().nonnegative(),
  organizations: z.int().nonnegative(),
  /** Bytes on disk. */
  size: z.int().nonnegative(),
  index: z.enum(['ready', 'rebuilding']),
  schema: z.int().positive(),
  program: z.string(),
});
export type ArchiveInfo = z.infer<typeof archiveInfo>;

/** A selection of articles («подборка»), in the person's order. */
export const selection = z.object({
  id,
  name: z.string(),
  articles: z.int().nonnegative(),
  changedAt: instant,
});
export type Selection = z.infer<typeof selection>;

export const selectionDetail = selection.extend({
  items: z.array(z.object({ article: articleSummary, comment: z.string() })),
});
export type SelectionDetail = z.infer<typeof selectionDetail>;

/** A search kept by name; `fresh` articles came since it was last looked at. */
export const savedSearch = z.object({
  id,
  name: z.string(),
  request: searchRequest,
  total: z.int().nonnegative(),
  fresh: z.int().nonnegative(),
});
export type SavedSearch = z.infer<typeof savedSearch>;

/** A place in the file system, for the folder picker of shells that have no dialog of their own. */
export const place = z.object({
  path: z.string(),
  name: z.string(),
  kind: z.enum(['folder', 'file']),
  size: z.int().nonnegative().nullable(),
});
export type Place = z.infer<typeof place>;

/** What the person set up; kept in the archive. */
export const settings = z.object({
  language: z.enum(['ru', 'en', 'kk']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  /** Size of the article's text in CSS pixels; null: the design's own. */
  readSize: z.int().min(15).max(24).nullable(),
  density: z.enum(['roomy', 'line', 'list']),
  namesInText: z.boolean(),
  pencils: z.object({ ochre: z.string(), blue: z.string(), red: z.string(), lead: z.string() }),
  singleKeys: z.boolean(),
  /** A backup a day, when something was changed; so many of them are kept. */
  dailyBackup: z.boolean(),
  backupsKept: z.int().min(1).max(90),
  /** Widths of panes in CSS pixels, by name. */
  panes: z.record(z.string(), z.number()),
});
export type Settings = z.infer<typeof settings>;

/** What holds until the person chooses otherwise. The pencils are named in Russian; a window says those names in its own language. */
export const firstSettings: Settings = {
  language: 'ru',
  theme: 'system',
  readSize: null,
  density: 'roomy',
  namesInText: true,
  pencils: { ochre: 'цитата', blue: 'проверить', red: 'спорно', lead: 'факт' },
  singleKeys: true,
  dailyBackup: true,
  backupsKept: 14,
  panes: {},
};
