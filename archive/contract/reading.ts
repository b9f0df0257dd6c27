import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { articleField, id, span } from './values.ts';

/** Direct speech in an article, and who said it. */
export const speech = z.object({
  /** The words said, in the body, without their quotation marks. */
  span,
  text: z.string(),
  speaker: z.object({ entity: id, label: z.string() }),
});
export type Speech = z.infer<typeof speech>;

/** Articles near to one, other prints of its text left out. */
export const nearArticles = z.object({
  /** About the same days, with a name and words of the headline in common; the likest first. */
  sameEvent: z.array(articleSummary),
  /** With the persons it names most; the newest first. */
  samePeople: z.array(articleSummary),
});
export type NearArticles = z.infer<typeof nearArticles>;

/** Two texts word by word: the stretches that only one has, or that stand where the other has something else. */
export const comparison = z.object({
  /** Share of the words in common, 0…1. */
  likeness: z.number().min(0).max(1),
  /** In the order of the texts. A span is empty where its text has nothing. */
  differences: z.array(z.object({ field: articleField, before: span, after: span })),
});
export type Comparison = z.infer<typeof comparison>;

/** The file an article was read from, as it came. */
export const originalFile = z.object({
  file: z.string(),
  format: z.string(),
  encoding: z.string(),
  /** Bytes. */
  size: z.int().nonnegative(),
  /** SHA-256 of the bytes, hexadecimal. */
  hash: z.string(),
  /** The file's text, or the part of it around the article; null where it is no text. */
  text: z.string().nullable(),
  /** Whether `text` is only a part of the file. */
  part: z.boolean(),
});
export type OriginalFile = z.infer<typeof originalFile>;
