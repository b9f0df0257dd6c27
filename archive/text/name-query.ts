import { fold } from './letters.ts';

/**
 * A person's name as people type it: «М. Нуртлеу», «Нуртлеу М.», «М.А.Нуртлеу», «Нуртлеу, Мурат», with or without the
 * patronymic. Order, commas, dots and spaces do not matter.
 */
export interface NameQuery {
  /** The full words, as typed, in their order. */
  readonly words: readonly string[];
  /** Capital letters typed in place of a given name and patronymic. */
  readonly initials: readonly string[];
}

const PIECE = /(\p{Lu})\.|(\p{L}[\p{L}'’-]*)/gu;
const MOST_WORDS = 4;

/**
 * Reads a name; undefined for what cannot be one: no word, only an initial, a word in small letters beside initials, more
 * than four words.
 */
export function nameQuery(text: string): NameQuery | undefined {
  if (/[^\p{L}\s.,'’-]/u.test(text)) return undefined;
  const words: string[] = [];
  const initials: string[] = [];
  for (const [, initial, word] of text.matchAll(PIECE)) {
    if (initial !== undefined) initials.push(initial);
    else if (word!.length === 1 && word === word!.toUpperCase()) initials.push(word!);
    else words.push(word!);
  }
  const capitalised = words.every((word) => /^\p{Lu}|^(?:фон|дер|де|ван|аль|ибн|оглы|кызы|улы)$/u.test(word));
  const fits = words.length > 0 && words.length <= MOST_WORDS && initials.length <= 2;
  return fits && (capitalised || initials.length === 0) ? { words, initials } : undefined;
}

/**
 * Whether two names may be one person's: one has every word of the other, save words that the other gives by their
 * initials; «А. Нуртлеу» is not Мурат. `lemma` puts a word into its base form.
 */
export function mayBeOne(a: NameQuery, b: NameQuery, lemma: (word: string) => string = fold): boolean {
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const rest = longer.words.map(lemma);
  for (const word of shorter.words.map(lemma)) {
    const at = rest.indexOf(word);
    if (at < 0) return false;
    rest.splice(at, 1);
  }
  const known = rest.map((word) => word[0]!).concat(longer.initials.map(fold));
  // A second initial is a patronymic's, which the other name may lack.
  return shorter.initials.slice(0, known.length).every((initial) => known.includes(fold(initial)));
}
