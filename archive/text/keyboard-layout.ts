/**
 * Words typed with the wrong keyboard layout on, both ways, by key. х ъ ж э б ю ё stand where Latin layouts have
 * brackets, semicolon, quote, comma, full stop and back-tick, so a query must be converted before it is parsed.
 */

const LATIN_KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN_KEYS = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const LATIN_SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>';
/** The digit row of the Kazakh layout, from the key of 2; letters that Russian lacks. */
const KAZAKH_DIGITS: Readonly<Record<string, string>> = {
  2: 'ә',
  3: 'і',
  4: 'ң',
  5: 'ғ',
  8: 'ү',
  9: 'ұ',
  0: 'қ',
  '-': 'ө',
  '=': 'һ',
};

const toRussian = new Map<string, string>();
const toLatin = new Map<string, string>();
for (let key = 0; key < LATIN_KEYS.length; key++) {
  const latin = LATIN_KEYS[key]!;
  const shifted = LATIN_SHIFTED[key]!;
  const russian = RUSSIAN_KEYS[key]!;
  toRussian.set(latin, russian).set(shifted, russian.toUpperCase());
  toLatin.set(russian, latin).set(russian.toUpperCase(), shifted);
}

/** `yehnkte` → `нуртлеу`. Characters of other keys stay. */
export function typedAsRussian(text: string): string {
  return replaced(text, toRussian);
}

/** `лфяштащкь` → `kazinform`. */
export function typedAsLatin(text: string): string {
  return replaced(text, toLatin);
}

function replaced(text: string, keys: ReadonlyMap<string, string>): string {
  let out = '';
  for (const character of text) out += keys.get(character) ?? character;
  return out;
}

/** `0аза0стан` → `қазақстан`: digits within a Cyrillic word, typed for letters of the Kazakh layout. */
export function typedAsKazakh(word: string): string {
  if (!/\p{Script=Cyrillic}/u.test(word)) return word;
  return word.replace(/[234589 0=-]/g, (key) => KAZAKH_DIGITS[key] ?? key);
}

/**
 * The query as it would read with the other layout on, word by word, each word of one script converted whole; undefined
 * when no word changes. `knows` tells words of the archive, which stay: of «Мурат yehnkte» only the second is converted.
 */
export function otherLayout(query: string, knows: (word: string) => boolean): string | undefined {
  const converted = query
    .split(/(\s+)/)
    .map((word) => {
      if (word.trim() === '' || knows(word)) return word;
      const other = /[а-яё]/i.test(word) ? typedAsLatin(word) : typedAsRussian(word);
      return /\p{L}/u.test(other) ? other : word;
    })
    .join('');
  return converted === query ? undefined : converted;
}
