/**
 * Letters of one script typed for those of another: Latin «C» in «Cевер», Cyrillic «С» in «СOVID». A word of both
 * scripts is read in the script that can hold all of it; a designation such as «С-300» or «G20» in one fixed script, so
 * that every mix of keyboards gives one form. Words here are folded.
 */

const CYRILLIC_OF: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ə: 'ә',
};
/** A small Latin h is drawn as the Kazakh һ, its capital as Н. */
const SMALL_CYRILLIC_OF: Readonly<Record<string, string>> = { ...CYRILLIC_OF, h: 'һ' };
const LATIN_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(CYRILLIC_OF).map(([latin, cyrillic]) => [cyrillic, latin])),
  һ: 'h',
  ѕ: 's',
  ј: 'j',
  ӏ: 'i',
};

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const ROMAN = /^[ivxlcdmхісм]+$/;
const LATIN_ROMAN = /[ivx]/;
const DIGIT = /\d/;

/** Whether a folded word mixes scripts, or is one of the designations that are written in any. */
export function needsRepair(word: string): boolean {
  return LATIN.test(word) ? CYRILLIC.test(word) || DIGIT.test(word) : DIGIT.test(word) || /^[хі]{2,}$/.test(word);
}

/** A folded word in one script. Words that no script can hold («Z-патриоты» is two words, «яndex») stay as they are. */
export function oneScript(word: string, capitals = false): string {
  const latin = LATIN.test(word);
  const cyrillic = CYRILLIC.test(word);
  if (latin && cyrillic) {
    if (capitals && ROMAN.test(word) && LATIN_ROMAN.test(word)) return spelled(word, LATIN_OF) ?? word;
    const asCyrillic = spelled(word, capitals ? CYRILLIC_OF : SMALL_CYRILLIC_OF);
    const asLatin = spelled(word, LATIN_OF);
    if (asCyrillic === undefined || asLatin === undefined) return asCyrillic ?? asLatin ?? word;
    return count(word, CYRILLIC) >= count(word, LATIN) ? asCyrillic : asLatin;
  }
  if (latin && DIGIT.test(word)) return spelled(word, CYRILLIC_OF) ?? word;
  if (cyrillic && capitals && /^[хі]{2,}$/.test(word)) return spelled(word, LATIN_OF) ?? word;
  return word;
}

/** The short letter part of a designation («C» of «C-300», «MC» of «MC-21»): Cyrillic when every letter has a twin. */
export function designation(letters: string): string {
  return letters.length <= 3 ? (spelled(letters, CYRILLIC_OF) ?? letters) : letters;
}

/** The word with every letter of the other script replaced; undefined when one has no twin. */
function spelled(word: string, twins: Readonly<Record<string, string>>): string | undefined {
  const foreign = twins === LATIN_OF ? CYRILLIC : LATIN;
  let out = '';
  for (const letter of word) {
    if (!foreign.test(letter)) out += letter;
    else if (letter in twins) out += twins[letter];
    else return undefined;
  }
  return out;
}

function count(word: string, script: RegExp): number {
  return [...word].filter((letter) => script.test(letter)).length;
}
