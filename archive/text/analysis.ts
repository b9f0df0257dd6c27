/**
 * What the analyzer of Russian promises to the index, to the query, to snippets and to find-in-text. All offsets are
 * UTF-16 units into the stored text; the text itself is never changed.
 */

import type { QueryWord } from './query-word.ts';

/** The tokens of one text, in columns. The arrays belong to the analyzer and hold until its next call. */
export interface TokenColumns {
  /** How many entries of each column are in use. */
  readonly length: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /**
   * Word position from 0. Parts of a hyphenated word stand at successive positions; the whole word and its joined
   * form are further entries at the position of the first part.
   */
  readonly position: Uint32Array;
  /** Number of the sentence, from 0. */
  readonly sentence: Uint32Array;
  /** Number of the surface in the analyzer's table, see {@link Analyzer.surface}. */
  readonly surface: Uint32Array;
}

/**
 * One spelling met in a text, with what it is indexed under. Two surfaces may share a form and differ in their terms:
 * capitals decide whether a word may be a name («Путина» is not «путина», «ПАСЕ» no case of «пас»).
 */
export interface Surface {
  /** The spelling, folded (lower case, ё as е, repaired), otherwise exactly as written. */
  readonly form: string;
  /** Whether a ё is written in it, which the form does not show. */
  readonly yo: boolean;
  /**
   * Index terms, the likeliest first. A term is a lemma; a less likely reading is the lemma followed by `~`, which
   * sorts beside the lemma and lets the ranking give it less weight.
   */
  readonly terms: readonly string[];
}

/** One analyzer serves index, query, snippet, highlight and find-in-text, so that their counts agree. */
export interface Analyzer {
  /** Kept in every segment; a segment of another version is built again. */
  readonly version: number;
  /** Tokens of a text. The result is overwritten by the next call. */
  tokens(text: string): TokenColumns;
  /** A surface by its number. Numbers are dense from 0, hold for the life of the analyzer, and mean nothing outside it. */
  surface(id: number): Surface;
  /** The form of a surface alone, without the cost of its terms. */
  form(id: number): string;
  /** How many surfaces have been met so far. */
  readonly surfaces: number;
  /**
   * What a word of a query is searched under. The word is one token as the person typed it (hyphens and all): capitals
   * count, and a word in small letters is also read as a name.
   */
  queryWord(word: string): QueryWord;
  /** Base forms of other words of the root of a base form: «казахстан» → «казахстанский»; only when the reader asks. */
  sameRoot(lemma: string): readonly string[];
}
