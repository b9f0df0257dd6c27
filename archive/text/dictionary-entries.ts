import type { Reduction } from './reductions.ts';

/** A place of a paradigm. */
export interface Place {
  readonly paradigm: number;
  readonly form: number;
}

/** One place of a paradigm that a spelling can stand at. */
export interface Entry extends Place {
  /** The word, with ё where the dictionary has it. */
  readonly word: string;
  /** How much the entry weighs against the others; not yet shares of one. */
  readonly weight: number;
}

/** An entry whose weight is still to be found. */
export type WeighedEntry = Entry & { weight: number };

/** A tag of the dictionary, taken apart. */
export interface Tag {
  readonly text: string;
  readonly grammemes: readonly string[];
  /** The grammemes that decide between base forms, see `readings.ts`. */
  readonly bits: number;
  /** Of a closed class of words: no unknown word belongs to it. */
  readonly closed: boolean;
  /** Whether such words take prefixes: none of a closed class and no abbreviation. */
  readonly productive: boolean;
}

/** A place of a paradigm that words of one ending stand at. */
export interface EndingPlace {
  /** Number of the place among all paradigms'. */
  readonly place: number;
  /** How many words of the dictionary stand there. */
  readonly count: number;
  /** How such words are brought to their base forms. */
  readonly reduction: Reduction;
}
