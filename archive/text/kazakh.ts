/**
 * Kazakh as it meets Russian: letters that a Russian keyboard lacks, and the case endings of Kazakh words. Words are
 * folded.
 */

import { knownSpellings, type Writing } from './known-spellings.ts';

/** The Russian letter typed for each letter that a Russian keyboard lacks. */
export const RUSSIAN_OF: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};

const KAZAKH = /[әғқңөұүһі]/;
const ALL_KAZAKH = /[әғқңөұүһі]/g;

/** Whether a folded word has a letter that Russian lacks and Kazakh has. */
export function hasKazakhLetters(word: string): boolean {
  return KAZAKH.test(word);
}

/**
 * A folded word as it would be typed on a Russian keyboard: қазақстан → казакстан. Two spellings of one word are equal
 * after it.
 */
export function withoutKazakhLetters(word: string): string {
  return word.replace(ALL_KAZAKH, (letter) => RUSSIAN_OF[letter]!);
}

/** Plural, possessive and case endings, the longest first; a Kazakh word takes several. */
const ENDINGS =
  /(?:ның|нің|дың|дің|тың|тің|нан|нен|дан|ден|тан|тен|нда|нде|лар|лер|дар|дер|тар|тер|мен|бен|пен|ға|ге|қа|ке|на|не|ны|ні|ды|ді|ты|ті|да|де|та|те|сы|сі)$/;

const SHORTEST_STEM = 4;

/** The word without one, two and three of its endings, the word itself first. */
export function kazakhStems(word: string): string[] {
  const stems = [word];
  for (let stem = word, turn = 0; turn < 3; turn++) {
    const shorter = stem.replace(ENDINGS, '');
    if (shorter === stem || shorter.length < SHORTEST_STEM) break;
    stems.push(shorter);
    stem = shorter;
  }
  return stems;
}

const KAZAKH_OF = Map.groupBy(Object.entries(RUSSIAN_OF), ([, russian]) => russian);

const CONSONANT = /[бвгғджзйкқлмнңпрстфхһцчшщ]/;

/**
 * Kazakh spellings of a folded word in Russian letters that words of the archive begin like: казакстан → қазақстан. Russian
 * often leaves a short vowel out: нуртлеу → нұртілеу; one may be put back.
 *
 * @param begins whether any word of the archive begins so
 */
export function kazakhSpellings(word: string, begins: (prefix: string) => boolean): string[] {
  const writings = (at: number, before: string): Writing[] => {
    const letter = word[at]!;
    const letters = [letter, ...(KAZAKH_OF.get(letter) ?? []).map(([kazakh]) => kazakh)];
    const between = at > 0 && before.length === at && CONSONANT.test(word[at - 1]!) && CONSONANT.test(letter);
    const vowels = between ? ['', 'і', 'ы'] : [''];
    return vowels.flatMap((vowel) => letters.map((next): Writing => [1, vowel + next]));
  };
  return knownSpellings(word, writings, begins);
}

/**
 * Russian spellings of a folded Kazakh word that words of the archive begin like: нұртілеу → нуртлеу.
 *
 * @param begins whether any word of the archive begins so
 */
export function russianSpellings(word: string, begins: (prefix: string) => boolean): string[] {
  if (!hasKazakhLetters(word)) return [];
  const writings = (at: number): Writing[] => {
    const letter = word[at]!;
    const written: Writing = [1, RUSSIAN_OF[letter] ?? letter];
    return letter === 'і' || letter === 'ы' ? [written, [1, '']] : [written];
  };
  return knownSpellings(word, writings, begins);
}
