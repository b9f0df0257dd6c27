import { z } from 'zod';
import { id } from './values.ts';

/** What an entry is about: an abbreviation and its long form, or a place and another of its names. */
export const glossaryKind = z.enum(['abbreviation', 'place']);

/** A pair of wordings of which a search of one offers the other. */
export const glossaryEntry = z.object({
  /** The person's own row; null: as it was learnt or came with the program. */
  id: id.nullable(),
  kind: glossaryKind,
  short: z.string(),
  /** Tells entries with one short form apart: the long form in base forms. */
  key: z.string(),
  long: z.string(),
  origin: z.enum([
    'articles', // explained in brackets in the archive's articles
    'program', // comes with the program
    'own', // written by the person
  ]),
  /** Articles that explain it. */
  articles: z.int().nonnegative(),
  /** Whether searches offer it. */
  used: z.boolean(),
});
export type GlossaryEntry = z.infer<typeof glossaryEntry>;

const wording = z
  .string()
  .trim()
  .regex(/[\p{L}\p{N}]/u);

/** A new pair. */
export const glossaryAddition = z.object({ kind: glossaryKind, short: wording.max(60), long: wording.max(300) });

/** A change of an entry: its long form, or whether it is used. */
export const glossaryChange = glossaryAddition.extend({ key: z.string().max(600), used: z.boolean() });
