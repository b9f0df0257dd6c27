/** What is known of an article besides its text. */
export type MetadataField = 'title' | 'lead' | 'author' | 'source' | 'date' | 'url' | 'rubric';

/**
 * How far each known field can be trusted, from 0 to 1; a field that is not known has none. It is a rank by where the
 * value was found, not a measured probability: below {@link DOUBTFUL} a person should look at it.
 */
export type Confidence = Readonly<Partial<Record<MetadataField, number>>>;

/** By where a value was found. */
export const FOUND = {
  /** A field of a record, named by whoever exported it. */
  record: 0.95,
  /** JSON-LD, OpenGraph and the like. */
  markup: 0.9,
  /** A heading of a document or a page. */
  heading: 0.85,
  /** A line between headline and text: byline, date. */
  head: 0.8,
  /** «Астана. 12 августа. Казинформ» at the beginning of a text. */
  dateline: 0.75,
  /** The first line of a text that looks like a headline. */
  firstLine: 0.7,
  fileName: 0.65,
  folder: 0.55,
  /** The title of a page without more, with the outlet's name cut off. */
  pageTitle: 0.6,
  /** Made of the beginning of the text, for want of anything better. */
  beginning: 0.3,
} as const;

/** A value found with less confidence is one for the review queue. */
export const DOUBTFUL = 0.6;
