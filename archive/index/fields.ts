import type { FieldPlan } from './segment-format.ts';

/** Words of the body that count as its lead: an agency item says there what it is about. */
export const LEAD_WORDS = 40;

/** The texts of an article, in the order that positions of a surface are written in. */
export const ARCHIVE_TEXTS = ['title', 'body'] as const;

/** The fields of the archive's index. The body comes last: the shapes of postings have most room for the last field. */
export const ARCHIVE_FIELDS: readonly FieldPlan[] = [
  { name: 'title', text: 'title' },
  { name: 'lead', text: 'body', firstWords: LEAD_WORDS },
  { name: 'body', text: 'body' },
];

/** The texts that a plan's fields are made of, in order of first mention. */
export const textsOf = (fields: readonly FieldPlan[]): string[] => [...new Set(fields.map((field) => field.text))];

/** For each text, the field that has its positions (−1: none). */
export function positionalFields(fields: readonly FieldPlan[]): number[] {
  return textsOf(fields).map((text) =>
    fields.findIndex((field) => field.text === text && field.firstWords === undefined),
  );
}
