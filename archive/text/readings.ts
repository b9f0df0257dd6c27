import type { Dictionary } from './dictionary.ts';
import type { Entry } from './dictionary-entries.ts';
import { fold } from './letters.ts';
import { reduced } from './reductions.ts';

/**
 * One base form that a word may have, with what decides between base forms: {@link Parse} cut down to what the index
 * needs, so that a hundred thousand new spellings cost seconds and not minutes.
 */
export interface Reading {
  /** Folded. */
  readonly lemma: string;
  /** Bits of the grammemes that matter, see {@link grammemeBits}. */
  readonly grammemes: number;
  /** Likelihood against the other readings of the word; not yet a share of one. */
  readonly weight: number;
  /** Whether the word stands in the dictionary; otherwise the reading is guessed. */
  readonly known: boolean;
}

export const NAME = 1;
export const SURNAME = 2;
export const PATRONYMIC = 4;
export const PLACE = 8;
export const ORGANIZATION = 16;
export const TRADEMARK = 32;
export const ABBREVIATION = 64;
export const POSSESSIVE = 128;
export const SINGULAR = 256;
export const PLURAL = 512;
export const NOMINATIVE = 1024;

const BITS: Readonly<Record<string, number>> = {
  Name: NAME,
  Surn: SURNAME,
  Patr: PATRONYMIC,
  Geox: PLACE,
  Orgn: ORGANIZATION,
  Trad: TRADEMARK,
  Abbr: ABBREVIATION,
  Poss: POSSESSIVE,
  sing: SINGULAR,
  plur: PLURAL,
  nomn: NOMINATIVE,
};

/** The grammemes that {@link Reading} keeps, one bit each. */
export function grammemeBits(grammemes: readonly string[]): number {
  let bits = 0;
  for (const grammeme of grammemes) bits |= BITS[grammeme] ?? 0;
  return bits;
}

/** The reading that an entry gives to a word it is the end of. */
export function readingAfter(dictionary: Dictionary, entry: Entry, before: string, weight: number): Reading {
  const reduction = dictionary.reduction(entry.paradigm, entry.form);
  return { lemma: before + reduced(fold(entry.word), reduction), grammemes: reduction.bits, weight, known: false };
}

/** The likeliest first. */
export function sorted(readings: Reading[]): Reading[] {
  return readings.length < 2 ? readings : readings.sort((a, b) => b.weight - a.weight);
}
