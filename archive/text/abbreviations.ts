/**
 * What an article says its abbreviations stand for: «Региональный центр ООН по превентивной дипломатии для Центральной
 * Азии (РЦПДЦА)», and the other way about, «МИД (Министерство иностранных дел)». Letters are matched to words from the
 * bracket backwards; small words and a few others may be passed over.
 */
export interface Abbreviation {
  /** As written in the brackets or before them: «РЦПДЦА». */
  readonly short: string;
  readonly shortStart: number;
  readonly shortEnd: number;
  /** The long form as written, in whatever case it stands. */
  readonly long: string;
  readonly longStart: number;
  readonly longEnd: number;
}

const BRACKETED = /\((?:далее\s*[-–—:]?\s*)?[«"„]?([А-ЯЁӘҒҚҢӨҰҮҺІA-Z][А-ЯЁӘҒҚҢӨҰҮҺІA-Zа-яё\p{M}-]{1,11})[»"“]?\)/gu;
const ABBREVIATION_BEFORE = /([А-ЯЁӘҒҚҢӨҰҮҺІA-Z\p{M}]{2,12})\s\(([^()]{8,160})\)/gu;
const WORD = /[\p{L}\p{M}\d]+/gu;
const MOST_WORDS = 16;
/** Words of the long form that may give no letter, besides the small ones. */
const MOST_SKIPPED = 3;
const SMALL = new Set(
  'и в во на по о об для с со при к у от до из за над под без the of and for in on to de la du et des'.split(' '),
);

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Every pair of a text, in order. Offsets are UTF-16 units into the text as given. */
export function abbreviations(text: string): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const short = match[1]!;
    if (!isShort(short)) continue;
    const shortStart = match.index + match[0].indexOf(short);
    const words = wordsBefore(text, match.index);
    const first = firstWord(words, short);
    if (first === undefined) continue;
    const longStart = words[first]!.start;
    const longEnd = words[words.length - 1]!.end;
    const long = text.slice(longStart, longEnd);
    found.push({ short, shortStart, shortEnd: shortStart + short.length, long, longStart, longEnd });
  }
  for (const match of text.matchAll(ABBREVIATION_BEFORE)) {
    const [, short, inside] = match as unknown as [string, string, string];
    const longStart = match.index + match[0].indexOf('(') + 1;
    const words = wordsOf(text, longStart, longStart + inside.length);
    if (firstWord(words, short) !== 0) continue;
    const longEnd = words[words.length - 1]!.end;
    const long = text.slice(longStart, longEnd);
    found.push({ short, shortStart: match.index, shortEnd: match.index + short.length, long, longStart, longEnd });
  }
  return found.sort((a, b) => a.shortStart - b.shortStart);
}

/** At least two letters, most of them capitals: «МИД», «МЧС», «МГУ», «Минфин» is none. */
function isShort(short: string): boolean {
  return (short.match(/\p{Lu}/gu) ?? []).length >= Math.max(2, short.length - 2);
}

/** The words of the sentence before an offset, the nearest last; a sentence or a bracket ends the search. */
function wordsBefore(text: string, end: number): Word[] {
  const from = Math.max(0, end - 400);
  const gap = text.slice(from, end);
  const border = Math.max(...['. ', '! ', '? ', '\n', '(', ')', ';', ': '].map((mark) => gap.lastIndexOf(mark)));
  return wordsOf(text, from + border + 1, end).slice(-MOST_WORDS);
}

function wordsOf(text: string, start: number, end: number): Word[] {
  return [...text.slice(start, end).matchAll(WORD)].map((match) => ({
    // Decomposed letters (from macOS and some PDF files) are read as one.
    text: match[0].normalize('NFC'),
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/**
 * The word at which the letters begin when they are matched to words from the last; undefined when they do not match.
 * The last letter must belong to one of the last two words, and the first letter must begin its word.
 */
function firstWord(words: readonly Word[], short: string): number | undefined {
  const letters = short.normalize('NFC').replace(/-/g, '').toLowerCase();
  const search = (word: number, left: number, skipped: number): number | undefined => {
    if (left === 0) return word + 1;
    if (word < 0 || skipped > MOST_SKIPPED) return undefined;
    const { text } = words[word]!;
    const lower = text.toLowerCase();
    // A word may give several letters: an abbreviation within the long form («ООН»), or a compound («здравоохранения»).
    for (const given of initialsOf(lower, text, letters, left)) {
      const first = search(word - 1, left - given, skipped);
      if (first !== undefined) return first;
    }
    return search(word - 1, left, skipped + (SMALL.has(lower) ? 0 : 1));
  };
  return letters.length < 2 ? undefined : search(words.length - 1, letters.length, 0);
}

/** How many of the letters before `left` a word may give: the most first. */
function initialsOf(lower: string, text: string, letters: string, left: number): number[] {
  const given: number[] = [];
  if (/^\p{Lu}{2,}$/u.test(text) && letters.slice(0, left).endsWith(lower)) given.push(lower.length);
  const last = letters[left - 1]!;
  if (lower.length >= 9 && left >= 2 && lower.startsWith(letters[left - 2]!) && lower.indexOf(last, 3) > 0)
    given.push(2);
  if (lower.startsWith(last)) given.push(1);
  return given;
}
