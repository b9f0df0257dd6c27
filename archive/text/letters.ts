/**
 * What the lexer must know of a UTF-16 unit, in two tables: its class and its folded form. Folding makes letters lower
 * case, ё a plain е and every accented Latin letter its base letter; й and the Kazakh letters stay themselves.
 */

/** Anything that ends a word: spaces, punctuation, signs, dashes, emoji. */
export const BREAK = 0;
/** а–я, А–Я, ё, Ё: nine tokens of ten are made of these alone and take the fast path. */
export const RUSSIAN = 1;
/** Every other letter: Latin, Kazakh, Greek … */
export const LETTER = 2;
export const DIGIT = 3;
/** Seen by nobody: soft hyphen, zero-width and direction marks, stress and other combining marks. */
export const INVISIBLE = 4;
/** A hyphen inside a word. Dashes (– — −) are breaks. */
export const HYPHEN = 5;
export const APOSTROPHE = 6;
/** The start of what may be a leftover HTML entity. */
export const AMPERSAND = 7;
/** «¬», which recognised scans leave where a line ended with a hyphen. */
export const LINE_HYPHEN = 8;

const UNITS = 0x10000;
/** Hangul and what has no letters: breaks, all of them. */
const NO_WORDS = [0xac00, 0xf900] as const;

/** Every unit at its own place, so that one look finds all letters; surrogates have no case and are no letters. */
const units = new Uint16Array(UNITS);
for (let unit = 0; unit < UNITS; unit++) units[unit] = unit;
const everyUnit = new TextDecoder('utf-16le').decode(units);

export const letterClass: Uint8Array = buildClasses();
export const folded: Uint16Array = new Uint16Array(UNITS);
/** 1 for a capital letter. */
export const capital: Uint8Array = new Uint8Array(UNITS);
foldLetters();
/** What a ё adds to {@link letterMarks}: more than a word has letters. */
export const YO = 0x200;
/** 1 for a capital letter, {@link YO} for ё, 1 + YO for Ё: what folding hides, to be added up over a word. */
export const letterMarks: Uint16Array = buildMarks();

function mark(table: Uint8Array, value: number, ...ranges: readonly (readonly [number, number])[]): void {
  for (const [first, last] of ranges) table.fill(value, first, last + 1);
}

function buildClasses(): Uint8Array {
  const table = new Uint8Array(UNITS);
  const marked: readonly (readonly [number, RegExp])[] = [
    [LETTER, /\p{L}+/gu],
    [DIGIT, /\p{Nd}+/gu],
    [INVISIBLE, /\p{M}+/gu],
  ];
  for (const [value, pattern] of marked) {
    for (const { index, 0: run } of everyUnit.matchAll(pattern)) table.fill(value, index, index + run.length);
  }
  table.fill(BREAK, ...NO_WORDS);
  mark(table, RUSSIAN, [0x410, 0x44f], [0x401, 0x401], [0x451, 0x451]);
  mark(table, INVISIBLE, [0xad, 0xad], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x2069], [0xfeff, 0xfeff]);
  mark(table, HYPHEN, [0x2d, 0x2d], [0x2010, 0x2011]);
  mark(table, APOSTROPHE, [0x27, 0x27], [0x2019, 0x2019], [0x2bb, 0x2bc]);
  mark(table, AMPERSAND, [0x26, 0x26]);
  mark(table, LINE_HYPHEN, [0xac, 0xac]);
  return table;
}

function foldLetters(): void {
  // «İ» alone would become two units; it keeps the first of them.
  const lowerCase = everyUnit.replace('İ', 'i').toLowerCase();
  for (let unit = 0; unit < UNITS; unit++) {
    const kind = letterClass[unit]!;
    const lower = kind === BREAK ? unit : lowerCase.charCodeAt(unit);
    folded[unit] = lower >= 0xc0 && lower < 0x250 ? baseLetter(lower) : lower;
    if (kind === RUSSIAN || kind === LETTER) capital[unit] = lower === unit ? 0 : 1;
  }
  folded[0x401] = folded[0x451] = 0x435; // ё → е
  for (const apostrophe of [0x2019, 0x2bb, 0x2bc]) folded[apostrophe] = 0x27;
  for (const hyphen of [0x2010, 0x2011]) folded[hyphen] = 0x2d;
}

function baseLetter(unit: number): number {
  return String.fromCharCode(unit).normalize('NFD').charCodeAt(0);
}

function buildMarks(): Uint16Array {
  const table = Uint16Array.from(capital);
  table[0x401]! += YO;
  table[0x451]! += YO;
  return table;
}

/** A whole string folded, without the repair of its layout: for words that are known to be clean. */
export function fold(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (letterClass[unit] !== INVISIBLE) out += String.fromCharCode(folded[unit]!);
  }
  return out;
}
