import { z } from 'zod';
import { articleField, id, instant, isoDate, span } from './values.ts';

/** The four pencils of the editor's desk; the person gives them names of their own. */
export const pencil = z.enum(['ochre', 'blue', 'red', 'lead']);
export type Pencil = z.infer<typeof pencil>;

/** W3C TextQuoteSelector: the passage with what stood before and after it. */
export const quoteSelector = z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() });
export type QuoteSelector = z.infer<typeof quoteSelector>;

/** How a passage was found again: `exact` where it was, `moved` exactly elsewhere, `approximate`, or `unplaced`. */
export const placement = z.enum(['exact', 'moved', 'approximate', 'unplaced']);
export type Placement = z.infer<typeof placement>;

export const annotation = z.object({
  id,
  article: id,
  field: articleField,
  quote: quoteSelector,
  /** The passage in the text as it is stored now; null when it could not be placed. */
  span: span.nullable(),
  placement,
  pencil,
  /** A place to come back to: a ribbon in the margin instead of colour over the text. */
  bookmark: z.boolean(),
  note: z.string(),
  tags: z.array(z.string()),
  createdAt: instant,
  changedAt: instant,
});
export type Annotation = z.infer<typeof annotation>;

/** An annotation in the list of all, with what is needed to show it apart from its article. */
export const annotationEntry = annotation.extend({
  articleTitle: z.string(),
  articleSource: z.string().nullable(),
  articleDate: isoDate.nullable(),
});
export type AnnotationEntry = z.infer<typeof annotationEntry>;

/** Which annotations are wanted; everything given must hold. */
export const annotationFilter = z.object({
  /** Words, in any form, of the quotation, the note and the tags. */
  query: z.string().max(1000).default(''),
  pencil: pencil.nullable().default(null),
  tag: z.string().nullable().default(null),
  /** The source of the article. */
  source: z.string().nullable().default(null),
  /** A person whom the article names. */
  person: id.nullable().default(null),
  /** Inclusive bounds of the day it was made, in UTC; `YYYY-MM-DD`. */
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  bookmark: z.boolean().default(false),
  /** Only those with words of the person's own. */
  noted: z.boolean().default(false),
  unplaced: z.boolean().default(false),
});
export type AnnotationFilter = z.infer<typeof annotationFilter>;

const counted = z.array(z.object({ value: z.string(), label: z.string(), count: z.int().nonnegative() }));

/** A page of annotations, and how many each further choice would leave; a facet does not count its own choice. */
export const annotationPage = z.object({
  total: z.int().nonnegative(),
  /** In how many articles the annotations are. */
  articles: z.int().nonnegative(),
  annotations: z.array(annotationEntry),
  pencils: counted,
  /** The most frequent ones. */
  tags: counted,
  sources: counted,
  persons: counted,
  bookmarks: z.int().nonnegative(),
  noted: z.int().nonnegative(),
  unplaced: z.int().nonnegative(),
});
export type AnnotationPage = z.infer<typeof annotationPage>;
