/**
 * Kazakh as it meets Russian: letters that a Russian keyboard lacks, and the case endings of Kazakh words. Words are
 * folded.
 */

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

/** Spellings made of one at most; a word has few that the archive's words begin like. */
const MOST_SPELLINGS = 8;

const KAZAKH_OF = Map.groupBy(Object.entries(RUSSIAN_OF), ([, russian]) => russian);

/**
 * Kazakh spellings of a folded word typed on a Russian keyboard: казакстан → қазақстан. `begins` says whether any word of
 * the archive begins so, and cuts the search.
 */
export function kazakhSpellings(word: string, begins: (prefix: string) => boolean): string[] {
  const found: string[] = [];
  const extend = (prefix: string) => {
    if (found.length >= MOST_SPELLINGS) return;
    if (prefix.length === word.length) {
      if (prefix !== word) found.push(prefix);
      return;
    }
    const letter = word[prefix.length]!;
    for (const next of [letter, ...(KAZAKH_OF.get(letter) ?? []).map(([kazakh]) => kazakh)]) {
      if (begins(prefix + next)) extend(prefix + next);
    }
  };
  extend('');
  return found;
}
