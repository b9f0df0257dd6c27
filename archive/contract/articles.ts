import { z } from 'zod';
import { articleField, datePrecision, entityKind, id, isoDate, span } from './values.ts';

export const readState = z.enum(['unread', 'read', 'check']);
export type ReadState = z.infer<typeof readState>;

/** What a list shows of an article. */
export const articleSummary = z.object({
  id,
  /** The id that the imported record carried, if it had one. */
  key: z.string().nullable(),
  title: z.string(),
  source: z.string().nullable(),
  author: z.string().nullable(),
  date: isoDate.nullable(),
  datePrecision: datePrecision.nullable(),
  readState,
  /** Number of the person's annotations on it. */
  annotations: z.int().nonnegative(),
  /** Ids of the selections it is bound into. */
  selections: z.array(id),
});
export type ArticleSummary = z.infer<typeof articleSummary>;

/** What a print of a story has of its earliest print, in shares of word sequences from 0 to 1. */
export const reprint = articleSummary.extend({
  /** Share of the earliest print that stands here, too. */
  kept: z.number(),
  /** Share of this one that the earliest print does not have. */
  added: z.number(),
});

/** The prints of one story, the earliest first; `first` is its id. Empty, and null, for an article without reprints. */
export const reprintFamily = z.object({ first: id.nullable(), articles: z.array(reprint) });
export type ReprintFamily = z.infer<typeof reprintFamily>;

/** A name in the text and the entity it was linked to. */
export const mention = z.object({
  field: articleField,
  ...span.shape,
  kind: entityKind,
  text: z.string(),
  entity: id,
  /** The entity's label: the normal form that filters show. */
  label: z.string(),
});
export type Mention = z.infer<typeof mention>;

/** A whole article, as the reader opens it. */
export const article = articleSummary.extend({
  /** Plain text; paragraphs are separated by line breaks. */
  body: z.string(),
  lead: z.string().nullable(),
  url: z.string().nullable(),
  rubric: z.string().nullable(),
  tags: z.array(z.string()),
  rating: z.int().min(0).max(5),
  encoding: z.string(),
  format: z.string(),
  /** The name of the original file, without its folder. */
  file: z.string(),
  importedAt: z.string(),
  mentions: z.array(mention),
});
export type Article = z.infer<typeof article>;
