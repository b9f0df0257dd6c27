import { hasKazakhLetters } from '../text/kazakh.ts';

export type Language = 'ru' | 'kk';

/** UTF-16 units that are looked at: a Russian report may quote Kazakh, and have names of both. */
const BEGINNING = 2000;
/** Of the words of a Kazakh text about half have a letter that Russian lacks, of a Russian one with Kazakh names a few. */
const SHARE = 0.25;

/** The language of an article, told from its beginning. */
export function languageOf(body: string): Language {
  const words =
    body
      .slice(0, BEGINNING)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.filter(hasKazakhLetters).length > SHARE * words.length ? 'kk' : 'ru';
}
