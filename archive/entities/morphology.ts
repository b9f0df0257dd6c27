/**
 * What this room asks of a morphological dictionary. Grammemes are OpenCorpora's (NOUN, Name, Surn, Patr, Orgn, masc,
 * sing, nomn …). Capitals are ignored when a word is looked up, so that names keep their tags wherever they stand.
 */

/** One form of a paradigm. */
export interface WordForm {
  readonly form: string;
  readonly grammemes: readonly string[];
}

/** One reading of a word, lower case. */
export interface Parse {
  readonly lemma: string;
  readonly grammemes: readonly string[];
  /** Likelihood of the reading among those of the word, 0–1. */
  readonly score: number;
  /** Whether the word stands in the dictionary; otherwise the reading is guessed by its ending. */
  readonly known: boolean;
  /** Every form of the paradigm, the lemma first. */
  forms(): readonly WordForm[];
}

export interface Morphology {
  /** Readings of one word, the likeliest first; none for words without Cyrillic letters. */
  parses(word: string): readonly Parse[];
}
