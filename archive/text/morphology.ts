/**
 * What the rest of the archive may ask about the grammar of a Russian word. Grammemes are OpenCorpora's: NOUN, Name,
 * Surn, Patr, Geox, Orgn, Abbr, masc, femn, sing, nomn … Capitals are ignored when a word is looked up, so that names
 * keep their grammemes wherever they stand. Words and forms are lower case, with ё where the dictionary has it.
 */

import type { Reading } from './readings.ts';

/** One form of a paradigm. */
export interface WordForm {
  readonly form: string;
  readonly grammemes: readonly string[];
}

/** One reading of a word. */
export interface Parse {
  /** The base form: nominative singular of the word's own gender (ивановой → иванова), infinitive, plural of plurals. */
  readonly lemma: string;
  readonly grammemes: readonly string[];
  /** Likelihood of the reading among those of the word, 0–1; the readings of a word add up to 1. */
  readonly score: number;
  /** Whether the word stands in the dictionary; otherwise the reading is guessed by its ending. */
  readonly known: boolean;
  /** Every form of the paradigm, as the dictionary orders them. */
  forms(): readonly WordForm[];
}

export interface Morphology {
  /** Readings of one word, the likeliest first; none for a word with letters other than а–я and ё. */
  parses(word: string): readonly Parse[];
  /** The same for a folded word, cut down to base forms: some five times as quick. */
  readings(form: string): readonly Reading[];
  /** Whether the folded form stands in the dictionary as written, without guessing. */
  knows(form: string): boolean;
}

/**
 * The form of a reading that has all of the grammemes asked for, and otherwise stays what it is: `inflect(p, 'nomn')`
 * keeps number and gender. Undefined when the paradigm has no such form.
 */
export function inflect(parse: Parse, ...wanted: readonly string[]): string | undefined {
  const replaced = new Set(wanted.flatMap((grammeme) => CATEGORIES.get(grammeme) ?? []));
  const kept = parse.grammemes.filter((grammeme) => CATEGORIES.has(grammeme) && !replaced.has(grammeme));
  const candidates = parse.forms().filter(({ grammemes }) => wanted.every((one) => grammemes.includes(one)));
  const common = (form: WordForm) => kept.filter((grammeme) => form.grammemes.includes(grammeme)).length;
  let best: WordForm | undefined;
  for (const candidate of candidates) if (best === undefined || common(candidate) > common(best)) best = candidate;
  return best?.form;
}

/** Grammemes that exclude each other, by each of their members. */
const CATEGORIES: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['nomn', 'gent', 'datv', 'accs', 'ablt', 'loct', 'gen2', 'loc2', 'voct', 'gen1', 'acc2', 'loc1'],
    ['sing', 'plur'],
    ['masc', 'femn', 'neut'],
    ['anim', 'inan'],
    ['1per', '2per', '3per'],
    ['pres', 'past', 'futr'],
    ['Name', 'Surn', 'Patr'],
  ].flatMap((members) => members.map((member) => [member, members] as const)),
);
