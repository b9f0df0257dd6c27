/**
 * Names in Latin letters and back. There is no one scheme: «Токаев» is Tokayev, Tokaev and Toqaev, «Жомарт» is Zhomart and
 * Jomart. A Latin word is therefore turned into several Cyrillic ones, to be looked up in the archive, and two words of
 * any script may be compared by how they sound.
 */

import { knownSpellings, type Writing } from './known-spellings.ts';

/** Readings of Latin letters and groups of them, longest first: BGN/PCGN, ГОСТ 7.79 B, passports, Kazakh Latin, German, French. */
const READINGS: readonly (readonly [string, readonly string[]])[] = [
  ['shch', ['щ']],
  ['tsch', ['ч']],
  ['sch', ['щ', 'ш']],
  ['tch', ['ч']],
  ['aye', ['ае', 'айе']],
  ['eye', ['ее', 'ейе']],
  ['iye', ['ие', 'ье']],
  ['oye', ['ое']],
  ['uye', ['уе']],
  ['iya', ['ия', 'ья']],
  ['aya', ['ая']],
  ['oya', ['оя']],
  ['kh', ['х']],
  ['gh', ['ғ', 'г']],
  ['zh', ['ж']],
  ['dj', ['ж', 'дж']],
  ['ch', ['ч']],
  ['sh', ['ш']],
  ['ts', ['ц']],
  ['tz', ['ц']],
  ['yu', ['ю']],
  ['iu', ['ю', 'иу']],
  ['ju', ['ю', 'жу']],
  ['ya', ['я']],
  ['ia', ['ия', 'я', 'иа']],
  ['ja', ['я', 'жа']],
  ['yo', ['е']],
  ['jo', ['жо', 'е']],
  ['ye', ['е', 'ые']],
  ['je', ['е', 'же']],
  ['ph', ['ф']],
  ['ck', ['к']],
  ['ss', ['с', 'сс']],
  ['ll', ['л', 'лл']],
  ['ou', ['у', 'оу']],
  ['oo', ['у']],
  ['ee', ['и']],
  ['iy', ['ий']],
  ['yy', ['ый']],
  ['ey', ['ей', 'еи']],
  ['ay', ['ай']],
  ['oy', ['ой']],
  ['uy', ['уй']],
  ['eu', ['еу', 'ею']],
  ["'", ['ь', '']],
  ['a', ['а', 'ә']],
  ['b', ['б']],
  ['c', ['к', 'ц', 'с']],
  ['d', ['д']],
  ['e', ['е', 'э']],
  ['f', ['ф']],
  ['g', ['г']],
  ['h', ['х']],
  ['i', ['и', 'і', 'ы']],
  ['j', ['ж', 'й', 'дж']],
  ['k', ['к', 'қ']],
  ['l', ['л', 'ль']],
  ['m', ['м']],
  ['n', ['н', 'ң']],
  ['o', ['о', 'ө']],
  ['p', ['п']],
  ['q', ['к', 'қ']],
  ['r', ['р']],
  ['s', ['с']],
  ['t', ['т']],
  ['u', ['у', 'ұ', 'ү']],
  ['v', ['в']],
  ['w', ['в', 'у']],
  ['x', ['х', 'кс']],
  ['y', ['ы', 'й', 'и']],
  ['z', ['з']],
];

const MOST_SPELLINGS = 96;

/**
 * Folded Cyrillic words a Latin word may stand for, the plainest reading first, {@link MOST_SPELLINGS} at most; none for
 * a word that is not Latin. They are meant to be looked up: most are no words.
 */
export function cyrillicSpellings(word: string): string[] {
  const latin = word.toLowerCase().replaceAll('’', "'");
  if (!/^[a-z'-]+$/.test(latin)) return [];
  // Each spelling carries the sum of the ranks of its readings: fewer unusual readings come first.
  let spellings: { text: string; rank: number }[] = [{ text: '', rank: 0 }];
  for (let at = 0; at < latin.length; ) {
    const reading = READINGS.find(([letters]) => latin.startsWith(letters, at));
    const [letters, sounds] = reading ?? [latin[at]!, [latin[at]!]];
    const initial = at === 0 && letters === 'e' ? ['е', 'э'] : sounds;
    const next = spellings.flatMap(({ text, rank }) =>
      initial.map((sound, i) => ({ text: text + sound, rank: rank + i })),
    );
    spellings = next.sort((a, b) => a.rank - b.rank).slice(0, MOST_SPELLINGS);
    at += letters.length;
  }
  return [...new Set(spellings.map(({ text }) => text))];
}

/** Latin letters for Cyrillic ones and groups of them, longest first, by the schemes of {@link READINGS}. */
const LATIN: readonly (readonly [string, readonly string[]])[] = [
  ['дж', ['j', 'dzh', 'dj']],
  ['кс', ['x', 'ks']],
  ['ий', ['iy', 'y', 'ii', 'i', 'ij']],
  ['ый', ['yy', 'y', 'iy', 'yi']],
  ['ья', ['ya', 'ia']],
  ['а', ['a']],
  ['ә', ['a', 'ae']],
  ['б', ['b']],
  ['в', ['v', 'w']],
  ['г', ['g', 'h']],
  ['ғ', ['g', 'gh']],
  ['д', ['d']],
  ['е', ['e', 'ye', 'yo']],
  ['ж', ['zh', 'j']],
  ['з', ['z']],
  ['и', ['i', 'y']],
  ['й', ['y', 'i', 'j']],
  ['к', ['k', 'q', 'c']],
  ['қ', ['q', 'k']],
  ['л', ['l', 'll']],
  ['м', ['m']],
  ['н', ['n']],
  ['ң', ['n', 'ng']],
  ['о', ['o']],
  ['ө', ['o']],
  ['п', ['p']],
  ['р', ['r']],
  ['с', ['s', 'ss', 'c']],
  ['т', ['t']],
  ['у', ['u', 'w', 'ou']],
  ['ұ', ['u', 'y']],
  ['ү', ['u']],
  ['ф', ['f', 'ph']],
  ['х', ['kh', 'h']],
  ['һ', ['h']],
  ['ц', ['ts', 'tz', 'c']],
  ['ч', ['ch', 'tch']],
  ['ш', ['sh', 'sch']],
  ['щ', ['shch', 'sch']],
  ['ъ', ['']],
  ['ы', ['y', 'i']],
  ['і', ['i']],
  ['ь', ['', "'"]],
  ['э', ['e']],
  ['ю', ['yu', 'iu', 'ju']],
  ['я', ['ya', 'ia', 'ja']],
];

/**
 * Latin spellings of a folded Cyrillic word that words of the archive begin like: токаев → tokayev, tokaev, toqaev.
 *
 * @param begins whether any word of the archive begins so
 */
export function latinSpellings(word: string, begins: (prefix: string) => boolean): string[] {
  const writings = (at: number): Writing[] => {
    const readings = LATIN.filter(([letters]) => word.startsWith(letters, at));
    // A hyphen stays itself.
    if (readings.length === 0) return [[1, word[at]!]];
    return readings.flatMap(([letters, latin]) => latin.map((written): Writing => [letters.length, written]));
  };
  return knownSpellings(word, writings, begins);
}

const SOUND_OF_CYRILLIC: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'абвгдзклмнопрстуфхц'].map((letter, i) => [letter, 'abvgdzklmnoprstufhc'[i]!])),
  е: 'e',
  э: 'e',
  ж: 'j',
  и: 'i',
  й: 'i',
  ы: 'i',
  і: 'i',
  ч: 'q',
  ш: 'w',
  щ: 'w',
  ь: '',
  ъ: '',
  ю: 'iu',
  я: 'ia',
  ә: 'a',
  ғ: 'g',
  қ: 'k',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
};

const SOUND_OF_LATIN: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 'W'],
  [/tch|ch/g, 'Q'],
  [/zh|dj|j/g, 'J'],
  [/kh|gh(?=[aeiouy])|x/g, 'h'],
  [/ts|tz/g, 'c'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/y(?=[aeiou])/g, 'i'],
  [/y/g, 'i'],
  [/w/g, 'v'],
  [/['’]/g, ''],
];

/**
 * How a word sounds, roughly: words of either script with one key may be one name (Нуртлеу, Нұртілеу and Nurtleu are not
 * all one: a dropped vowel is left to {@link import('./spelling-distance.ts').spellingDistance}).
 */
export function soundKey(word: string): string {
  let key = word.toLowerCase().replaceAll('ё', 'е');
  if (/[a-z]/.test(key)) for (const [letters, sound] of SOUND_OF_LATIN) key = key.replace(letters, sound);
  else key = [...key].map((letter) => SOUND_OF_CYRILLIC[letter] ?? letter).join('');
  // «Ye» and «Э» at the start, «ie» and «e» within, a doubled letter: one sound.
  return key.toLowerCase().replace(/ie/g, 'e').replace(/ii+/g, 'i').replace(/(.)\1/g, '$1');
}
