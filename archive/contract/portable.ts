import { z } from 'zod';
import { instant } from './values.ts';

/** What a portable archive says of itself, in `podshivka.json`. */
export const portableManifest = z.object({
  format: z.literal('podshivka-archive'),
  /** Version of this form: a file with a higher one is of a later program. */
  version: z.int().positive(),
  program: z.string(),
  /** The name of the archive's folder. */
  name: z.string(),
  madeAt: instant,
  /** Bytes and SHA-256 of `archive.sqlite`. */
  size: z.int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  articles: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  originals: z.int().nonnegative(),
});
export type PortableManifest = z.infer<typeof portableManifest>;

const merged = z.object({
  /** Not here yet: added. */
  fresh: z.int().nonnegative(),
  /** Here already. */
  known: z.int().nonnegative(),
});

/** What merging a portable archive adds; before it is done, what it would. Nothing that is here is replaced. */
export const mergeReport = z.object({
  name: z.string(),
  madeAt: instant,
  articles: merged.extend({
    /** Here with another text under the same key: the text here stays, notes are placed in it. */
    other: z.int().nonnegative(),
    /** Here in the bin, and left there. */
    inBin: z.int().nonnegative(),
  }),
  annotations: merged.extend({
    /** Of the fresh ones, those that found no place in the text here. */
    unplaced: z.int().nonnegative(),
  }),
  selections: merged,
  searches: merged,
  /** Decisions about names. */
  curation: z.int().nonnegative(),
  originals: merged,
  /** Whether it is done, or only looked at. */
  done: z.boolean(),
});
export type MergeReport = z.infer<typeof mergeReport>;
