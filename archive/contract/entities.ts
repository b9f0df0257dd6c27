import { z } from 'zod';
import { entityKind, id, isoDate } from './values.ts';

export const spelling = z.object({ text: z.string(), count: z.int().nonnegative() });

/** Another entity that may be the same one, with the evidence in the reader's words. */
export const proposal = z.object({
  entity: id,
  label: z.string(),
  articles: z.int().nonnegative(),
  evidence: z.array(
    z.enum(['same-given-name', 'same-article', 'one-letter', 'initials', 'abbreviation', 'transliteration']),
  ),
});
export type Proposal = z.infer<typeof proposal>;

export const entity = z.object({
  id,
  kind: entityKind,
  /** The normal form, in the nominative. */
  name: z.string(),
  /** How many articles mention it. */
  articles: z.int().nonnegative(),
});
export type Entity = z.infer<typeof entity>;

/** Two names that may be one; the name of more articles stands first. */
export const alikePair = z.object({ one: entity, other: entity, evidence: proposal.shape.evidence });
export type AlikePair = z.infer<typeof alikePair>;

export const entityDetail = entity.extend({
  spellings: z.array(spelling),
  proposals: z.array(proposal),
});
export type EntityDetail = z.infer<typeof entityDetail>;

/** Everything the page of one person or organization shows. */
export const entityPage = entityDetail.extend({
  firstDate: isoDate.nullable(),
  lastDate: isoDate.nullable(),
  timeline: z.array(z.object({ period: z.string(), count: z.int().nonnegative() })),
  roles: z.array(
    z.object({
      role: z.string(),
      count: z.int().nonnegative(),
      first: isoDate.nullable(),
      last: isoDate.nullable(),
      /** An article in which the role stands. */
      article: id,
    }),
  ),
  quotes: z.array(
    z.object({
      text: z.string(),
      article: id,
      title: z.string(),
      source: z.string().nullable(),
      date: isoDate.nullable(),
    }),
  ),
  together: z.array(entity.extend({ together: z.int().nonnegative(), sameSentence: z.int().nonnegative() })),
});
export type EntityPage = z.infer<typeof entityPage>;

/** One step of curation, as the person takes it. */
export const curationStep = z.discriminatedUnion('step', [
  /** `from` is the same as `into`. */
  z.object({ step: z.literal('merge'), from: id, into: id }),
  /** What has these spellings, or stands in these articles, becomes an entity of its own; given both, what is of both. */
  z
    .object({
      step: z.literal('split'),
      entity: id,
      name: z.string().min(1).max(300).optional(),
      spellings: z.array(z.string()).min(1).optional(),
      articles: z.array(id).min(1).optional(),
    })
    .refine(({ spellings, articles }) => spellings !== undefined || articles !== undefined),
  z.object({ step: z.literal('rename'), entity: id, name: z.string().min(1).max(300) }),
  /** Not a person or organization: in one article, or everywhere. */
  z.object({ step: z.literal('reject'), entity: id, article: id.nullable() }),
  /** A passage of an article names a person or organization. */
  z.object({
    step: z.literal('declare'),
    kind: entityKind,
    text: z.string().min(1).max(300),
    name: z.string().min(1).max(300),
  }),
  z.object({ step: z.literal('alias'), entity: id, text: z.string().min(1).max(300) }),
  /** The two are never proposed as one again. */
  z.object({ step: z.literal('distinct'), entity: id, other: id }),
]);
export type CurationStep = z.infer<typeof curationStep>;
