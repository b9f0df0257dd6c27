/** One place of a paradigm that a spelling can stand at. */
export interface Entry {
  /** The word, with ё where the dictionary has it. */
  readonly word: string;
  readonly paradigm: number;
  readonly form: number;
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
}

/**
 * How a place of a paradigm is brought to its base form: `prefix` letters are dropped at the beginning and `cut` at the
 * end, and `before` and `after` (folded) put in their place.
 */
export interface Reduction {
  readonly prefix: number;
  readonly cut: number;
  readonly before: string;
  readonly after: string;
  /** The grammemes of the place, see {@link Tag.bits}. */
  readonly bits: number;
}

/** The places that words of one ending stand at: numbers of places, and how many words of the dictionary stand there. */
export interface EndingPlaces {
  readonly places: readonly number[];
  readonly counts: readonly number[];
}
