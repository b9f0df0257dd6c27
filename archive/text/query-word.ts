/**
 * What one word of a query is searched under. The reader sees the readings («стали»: стать, сталь) and may untick any;
 * the terms of those left are looked up, the weights multiplying their scores.
 */
export interface QueryWord {
  /** The spelling, folded as {@link import('./analysis.ts').Surface.form}: for `=слово` and for exact spelling first. */
  readonly form: string;
  /** Whether it was typed with ё, which the form does not show. */
  readonly yo: boolean;
  /** The likeliest first; never empty. */
  readonly readings: readonly QueryReading[];
}

export interface QueryReading {
  /** The base form, as it is shown to the reader. */
  readonly lemma: string;
  readonly terms: readonly WeightedTerm[];
}

export interface WeightedTerm {
  readonly term: string;
  /** Above 0, at most 1. */
  readonly weight: number;
}

/** The term of a reading that is not a word's likeliest one. `~` sorts after every letter of the basic plane's scripts. */
export const secondary = (lemma: string): string => `${lemma}~`;

/** A text whose less likely reading is the query's lemma: worth this much of one whose likeliest reading it is. */
export const SECONDARY_IN_TEXT = 0.4;
/** A query's own less likely reading, against its likeliest. */
export const SECONDARY_IN_QUERY = 0.5;

/** A word of the same root, when the reader asks for such: found, and after every form of the word itself. */
const OF_SAME_ROOT = 0.25;

/** The readings of a query word from its lemmas, the likeliest first. */
export function queryWord(form: string, yo: boolean, lemmas: readonly string[]): QueryWord {
  const readings = lemmas.map((lemma, rank) => {
    const weight = rank === 0 ? 1 : SECONDARY_IN_QUERY;
    return {
      lemma,
      terms: [
        { term: lemma, weight },
        { term: secondary(lemma), weight: weight * SECONDARY_IN_TEXT },
      ],
    };
  });
  return { form, yo, readings };
}

/** A word of the same root as one more reading. */
export function rootReading(lemma: string): QueryReading {
  return { lemma, terms: [lemma, secondary(lemma)].map((term) => ({ term, weight: OF_SAME_ROOT })) };
}
