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
