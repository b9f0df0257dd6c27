import { htmlEntityAt } from './html-entity.ts';
import {
  AMPERSAND,
  APOSTROPHE,
  capital,
  DIGIT,
  HYPHEN,
  INVISIBLE,
  LETTER,
  LINE_HYPHEN,
  letterClass,
  RUSSIAN,
} from './letters.ts';

/**
 * A chunk is a stretch of text that is not a plain Russian word: something hyphenated, dotted, with digits, with
 * another script, or with invisible characters in it. Reading it repairs its layout: units are what the eye sees,
 * `at` and `to` say where each unit stands in the stored text.
 *
 * Between the parts of a chunk stand separators: `-` hyphen, `'` apostrophe, `.` dot after an initial or inside a number,
 * `,` decimal comma, a space inside a number, a line feed where a line ended with a hyphen.
 */
export class Chunk {
  length = 0;
  /** Offset in the text after the chunk's last character. */
  end = 0;
  readonly unit = new Uint16Array(LIMIT);
  readonly at = new Uint32Array(LIMIT);
  readonly to = new Uint32Array(LIMIT);

  /** Reads the chunk that begins at `start`; returns its length in units, 0 when nothing there is a word. */
  read(text: string, start: number): number {
    this.length = 0;
    this.end = start;
    let i = start;
    while (i < text.length && this.length < LIMIT - 4) {
      const unit = text.charCodeAt(i);
      const kind = letterClass[unit]!;
      if (kind === RUSSIAN || kind === DIGIT) this.#push(unit, i, ++i);
      else if (kind === LETTER) this.#pushLetter(unit, i, ++i);
      else if (kind === INVISIBLE) this.#combine(unit, ++i);
      else {
        const next = this.#separator(text, i, unit, kind);
        if (next === undefined) break;
        i = next;
      }
    }
    while (this.length > 0 && this.isSeparator(this.length - 1)) this.length--;
    // Invisible characters after the last letter belong to the word: a highlight must not split them off.
    this.end = this.length === 0 ? Math.max(i, htmlEntityAt(text, start)?.end ?? start + 1) : this.to[this.length - 1]!;
    return this.length;
  }

  isSeparator(index: number): boolean {
    const kind = letterClass[this.unit[index]!]!;
    return kind !== RUSSIAN && kind !== LETTER && kind !== DIGIT;
  }

  #push(unit: number, at: number, to: number): void {
    this.unit[this.length] = unit;
    this.at[this.length] = at;
    this.to[this.length++] = to;
  }

  /** Ligatures and full-width letters become the letters they stand for. */
  #pushLetter(unit: number, at: number, to: number): void {
    if (unit < 0xfb00) {
      this.#push(unit, at, to);
      return;
    }
    for (const plain of String.fromCharCode(unit).normalize('NFKC')) this.#push(plain.charCodeAt(0), at, to);
  }

  /** A combining breve makes й of и; every other invisible unit only widens the letter before it. */
  #combine(mark: number, to: number): void {
    if (this.length === 0) return;
    const last = this.length - 1;
    const letter = this.unit[last]!;
    if (mark === COMBINING_BREVE && (letter === SMALL_I || letter === CAPITAL_I)) this.unit[last] = letter + 1;
    this.to[last] = to;
  }

  /** Takes a separator and returns the offset after it, or undefined where the chunk ends. */
  #separator(text: string, i: number, unit: number, kind: number): number | undefined {
    if (this.length === 0) return kind === AMPERSAND ? this.#entity(text, i) : undefined;
    switch (kind) {
      case HYPHEN:
        return this.#isWord(text, i + 1) ? this.#separate(unit, i, i + 1) : this.#lineHyphen(text, i);
      case LINE_HYPHEN:
        return this.#lineHyphen(text, i);
      case APOSTROPHE:
        return this.#isLetter(text, i + 1) && this.#lastKind() !== DIGIT ? this.#separate(0x27, i, i + 1) : undefined;
      case AMPERSAND:
        return this.#entity(text, i);
      default:
        return this.#inNumberOrInitials(text, i, unit);
    }
  }

  #separate(unit: number, at: number, to: number): number | undefined {
    if (this.isSeparator(this.length - 1)) return undefined;
    this.#push(unit, at, to);
    return to;
  }

  #lastKind(): number {
    return letterClass[this.unit[this.length - 1]!]!;
  }

  #isLetter(text: string, i: number): boolean {
    const kind = letterClass[text.charCodeAt(i)]!;
    return i < text.length && (kind === RUSSIAN || kind === LETTER);
  }

  #isWord(text: string, i: number): boolean {
    while (i < text.length && letterClass[text.charCodeAt(i)] === INVISIBLE) i++;
    return i < text.length && (this.#isLetter(text, i) || letterClass[text.charCodeAt(i)] === DIGIT);
  }

  /** «встре-⏎чу»: a hyphen, the end of a line, and a small letter. */
  #lineHyphen(text: string, i: number): number | undefined {
    let next = i + 1;
    while (next < text.length && isBlank(text.charCodeAt(next))) next++;
    const unit = text.charCodeAt(next);
    if (unit === CARRIAGE_RETURN || unit === LINE_FEED) {
      next += unit === CARRIAGE_RETURN && text.charCodeAt(next + 1) === LINE_FEED ? 2 : 1;
      while (next < text.length && isBlank(text.charCodeAt(next))) next++;
    } else if (letterClass[text.charCodeAt(i)] !== LINE_HYPHEN || next > i + 1) return undefined;
    if (!this.#isLetter(text, next) || capital[text.charCodeAt(next)] === 1) return undefined;
    return this.#separate(LINE_FEED, i, i + 1) === undefined ? undefined : next;
  }

  #entity(text: string, i: number): number | undefined {
    const entity = htmlEntityAt(text, i);
    if (entity === undefined) return undefined;
    const kind = letterClass[entity.unit]!;
    if (kind === INVISIBLE) this.#combine(entity.unit, entity.end);
    else if (kind === RUSSIAN || kind === LETTER || kind === DIGIT) this.#push(entity.unit, i, entity.end);
    else if (entity.unit !== NO_BREAK_SPACE || !this.#groupFollows(text, entity.end)) return undefined;
    else return this.#separate(SPACE, i, entity.end);
    return entity.end;
  }

  /** Decimal commas, dots and spaces inside numbers; dots after initials. */
  #inNumberOrInitials(text: string, i: number, unit: number): number | undefined {
    const after = this.#lastKind();
    if (unit === DOT || unit === COMMA) {
      if (after === DIGIT) return isDigit(text, i + 1) ? this.#separate(unit, i, i + 1) : undefined;
      return unit === DOT && this.#lastPartLength() === 1 ? this.#initial(text, i) : undefined;
    }
    if (after === DIGIT && isBlank(unit) && this.#groupFollows(text, i + 1)) return this.#separate(SPACE, i, i + 1);
    return undefined;
  }

  /** «С.П.», «С. П.»: after the dot another letter, or a space and a capital letter with a dot of its own. */
  #initial(text: string, i: number): number | undefined {
    if (this.#isLetter(text, i + 1)) return this.#separate(DOT, i, i + 1);
    if (!isBlank(text.charCodeAt(i + 1))) return undefined;
    const next = text.charCodeAt(i + 2);
    const another = capital[next] === 1 && text.charCodeAt(i + 3) === DOT;
    if (!another || capital[this.unit[this.length - 1]!] === 0) return undefined;
    return this.#separate(DOT, i, i + 2);
  }

  #lastPartLength(): number {
    let first = this.length;
    while (first > 0 && !this.isSeparator(first - 1)) first--;
    return this.length - first;
  }

  /** Exactly three digits follow, and one to three (or a group of three) stand before: a group of thousands. */
  #groupFollows(text: string, i: number): boolean {
    const before = this.#lastPartLength();
    const grouped = this.length > before && this.unit[this.length - before - 1] === SPACE;
    if (grouped ? before !== 3 : before > 3) return false;
    if (!grouped && this.length > before) return false;
    return isDigit(text, i) && isDigit(text, i + 1) && isDigit(text, i + 2) && !isDigit(text, i + 3);
  }
}

/** Longest chunk in units; what is longer is read as several. */
export const LIMIT = 256;
const COMBINING_BREVE = 0x306;
const SMALL_I = 0x438;
const CAPITAL_I = 0x418;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
const DOT = 0x2e;
const COMMA = 0x2c;

/** A space within a line, of any width. */
export function isBlank(unit: number): boolean {
  return (
    unit === SPACE || unit === NO_BREAK_SPACE || unit === 0x09 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f
  );
}

function isDigit(text: string, i: number): boolean {
  return i < text.length && letterClass[text.charCodeAt(i)] === DIGIT;
}
