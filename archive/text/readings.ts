import type { Dictionary } from './dictionary.ts';
import type { Entry, Reduction } from './dictionary-entries.ts';
import { fold } from './letters.ts';

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

/** Readings of a folded word of а–я that stands in the dictionary, the likeliest first; none when it does not. */
export function knownReadings(dictionary: Dictionary, word: string): Reading[] {
  const places = dictionary.places(word);
  if (places.length === 0) return [];
  const reductions = places.map(({ paradigm, form }) => dictionary.reduction(paradigm, form));
  const lemmas = reductions.map((reduction) => reduced(word, reduction));
  // Weights decide between lemmas alone, and most words have one.
  if (lemmas.some((lemma) => lemma !== lemmas[0])) dictionary.weigh(places);
  const counted = places.some(({ weight }) => weight > 0);
  const readings: Mutable[] = [];
  for (const [i, { weight }] of places.entries()) {
    const lemma = lemmas[i]!;
    const grammemes = reductions[i]!.bits;
    const share = counted ? weight : 1;
    const same = readings.find((reading) => reading.lemma === lemma && reading.grammemes === grammemes);
    if (same === undefined) readings.push({ lemma, grammemes, weight: share, known: true });
    else same.weight += share;
  }
  return sorted(readings);
}

type Mutable = Reading & { weight: number };

/** Readings that the ending of a folded word gives it. */
export function guessedReadings(dictionary: Dictionary, word: string): Reading[] {
  return [...dictionary.guessedReductions(word)].map(([reduction, weight]) => ({
    lemma: reduced(word, reduction),
    grammemes: reduction.bits,
    weight,
    known: false,
  }));
}

/** The reading that an entry gives to a word it is the end of. */
export function readingAfter(dictionary: Dictionary, entry: Entry, before: string, weight: number): Reading {
  const reduction = dictionary.reduction(entry.paradigm, entry.form);
  return { lemma: before + reduced(fold(entry.word), reduction), grammemes: reduction.bits, weight, known: false };
}

/** The base form of a folded word. */
function reduced(word: string, { prefix, cut, before, after }: Reduction): string {
  if (cut === 0 && after === '' && prefix === 0) return before + word;
  return before + word.slice(prefix, word.length - cut) + after;
}

export function sorted(readings: Reading[]): Reading[] {
  return readings.length < 2 ? readings : readings.sort((a, b) => b.weight - a.weight);
}
