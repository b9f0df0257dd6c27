import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { articleField, id, isoDate, span } from './values.ts';

/** The facets of a result. Values are ids as text for entities and selections, else the value itself. */
export const facetName = z.enum([
  'person',
  'organization',
  'source',
  'author',
  'rubric',
  'tag',
  'selection',
  'readState',
  'notes',
  'format',
]);
export type FacetName = z.infer<typeof facetName>;

/** One choice in a facet: articles with any (all) of `include` and none of `exclude`. */
export const facetChoice = z.object({
  facet: facetName,
  include: z.array(z.string()).default([]),
  exclude: z.array(z.string()).default([]),
  /** Whether every included value must be present, or any one. */
  match: z.enum(['any', 'all']).default('any'),
});
export type FacetChoice = z.infer<typeof facetChoice>;

export const searchRequest = z.object({
  /** As the person typed it. Empty: every article. */
  query: z.string().max(20_000),
  choices: z.array(facetChoice).default([]),
  /** Inclusive bounds; a partial date covers its whole period. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
  /** Only the articles without a date. */
  undated: z.boolean().default(false),
  sort: z.enum(['relevance', 'newest', 'oldest']).default('relevance'),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(0).max(1000).default(50),
  /** The fields words are searched in; empty: all. */
  fields: z.array(z.enum(['title', 'body'])).default([]),
  /** Search the query letter by letter as typed: no layout repair. */
  asTyped: z.boolean().default(false),
  /** Also words of the same root («Казахстан» finds «казахстанский»). */
  sameRoot: z.boolean().default(false),
  /** Lemmas the person unticked among the forms searched. */
  withoutLemmas: z.array(z.string()).default([]),
  /** Forms the person unticked: articles are not found by them. */
  withoutForms: z.array(z.string()).default([]),
  /** Show one article for each story; the other prints stand behind it. Counts are of all articles all the same. */
  fold: z.boolean().default(false),
  /** Articles whose other prints are shown after them, though the rest is folded. */
  unfold: z.array(id).default([]),
});
export type SearchRequest = z.infer<typeof searchRequest>;

/** A passage of a found article with its marks; the offsets of marks count from the beginning of `text`. */
export const snippet = z.object({
  field: articleField,
  /** Where `text` begins in the stored field. */
  start: z.int().nonnegative(),
  text: z.string(),
  marks: z.array(span),
});

export const hit = articleSummary.extend({
  score: z.number(),
  /** Other prints of the story in this result, the earliest first; none when reprints are not folded. */
  reprints: z.array(id),
  /** The earlier print that this one is shown after, where the story was unfolded. */
  reprintOf: id.nullable(),
  snippet,
  /** Marks in the title. */
  titleMarks: z.array(span),
});
export type Hit = z.infer<typeof hit>;

export const facetValue = z.object({
  value: z.string(),
  label: z.string(),
  /** Opening the value gives exactly this many articles. */
  count: z.int().nonnegative(),
});

export const facet = z.object({
  facet: facetName,
  values: z.array(facetValue),
  /** How many values have at least one article, also those not listed. */
  distinct: z.int().nonnegative(),
});
export type Facet = z.infer<typeof facet>;

/** Articles by period; `period` is an ISO date cut to the step. */
export const histogram = z.object({
  step: z.enum(['year', 'month', 'day']),
  bars: z.array(z.object({ period: z.string(), count: z.int().nonnegative() })),
  undated: z.int().nonnegative(),
});
export type Histogram = z.infer<typeof histogram>;

/**
 * How the query was understood. `text` is what the person wrote for this part; removing a chip removes `span` from
 * the query.
 */
export const chip = z.object({
  kind: z.enum(['word', 'phrase', 'near', 'sentence', 'exact', 'prefix', 'fuzzy', 'field', 'date', 'not', 'or']),
  field: z.string().nullable(),
  text: z.string(),
  excluded: z.boolean(),
  ...span.shape,
});
export type Chip = z.infer<typeof chip>;

/**
 * What the program has to say about the query: repaired, ignored or offered. `query` is what a click searches, `count`
 * how many articles that gives.
 */
export const note = z.object({
  kind: z.enum([
    'layout', // the query was read in the other keyboard layout, and is shown so
    'any-word', // no article has all the words; those with any are shown
    'ignored', // this part of the query was not understood and was searched as text
    'dash', // offered: what a query of hyphens would exclude; it was searched as text
    'spelling', // offered: a spelling the archive has
    'variant', // offered: another spelling of a name
    'transliteration', // offered: the same in the other alphabet
    'expansion', // offered: an abbreviation's full name, or back
    'renamed', // offered: the other name of a place
    'hint', // the query is too short or only signs
    'index', // the index is being rebuilt: the result may be incomplete
  ]),
  text: z.string(),
  query: z.string().nullable(),
  count: z.int().nonnegative().nullable(),
});
export type Note = z.infer<typeof note>;

/** The lemmas and forms that a query word searched, with their number of articles. */
export const searchedWord = z.object({
  word: z.string(),
  readings: z.array(z.object({ lemma: z.string(), forms: z.array(z.string()), searched: z.boolean() })),
});

/** What a word of the query searched: its base forms, the likeliest first, and the spellings of each that the archive has. */
export const wordForms = z.object({
  word: z.string(),
  readings: z.array(
    z.object({
      lemma: z.string(),
      searched: z.boolean(),
      /** Articles with any of its forms. */
      count: z.int().nonnegative(),
      /** The most frequent first; `count` articles have it. */
      forms: z.array(z.object({ form: z.string(), count: z.int().nonnegative(), searched: z.boolean() })),
    }),
  ),
});
export type WordForms = z.infer<typeof wordForms>;

export const searchAnswer = z.object({
  total: z.int().nonnegative(),
  /** How many of them stand behind another print of their story: `total - folded` can be paged through. */
  folded: z.int().nonnegative(),
  hits: z.array(hit),
  facets: z.array(facet),
  histogram,
  chips: z.array(chip),
  notes: z.array(note),
  words: z.array(searchedWord),
  /** Time in the archive host, milliseconds. */
  took: z.number(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** A completion of the word under the cursor. */
export const completion = z.object({
  text: z.string(),
  kind: z.enum(['word', 'person', 'organization']),
  entity: id.nullable(),
  count: z.int().nonnegative(),
});
export type Completion = z.infer<typeof completion>;

/** The marks of a query in one article: the same passages as in the list. */
export const articleMarks = z.object({ title: z.array(span), body: z.array(span) });
export type ArticleMarks = z.infer<typeof articleMarks>;
