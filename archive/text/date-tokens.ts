import { isoOf, monthNumber } from './calendar.ts';
import { isBlank } from './chunk.ts';
import type { SurfaceTable } from './surface-table.ts';
import type { TokenBuffer } from './token-buffer.ts';

const NOT_ASKED = 0;
const NO_MONTH = 1;
/** Months are kept as their number and this. */
const MONTH = 2;
const COMMA = 0x2c;

/**
 * Dates in words get the day they name as a further entry, so that «12 августа 2024», «12.08.2024» and «2024-08-12» are
 * one: `2024-08-12` from the day to the year; «август 2024» gets `2024-08`, «2024 жылғы 12 тамыз» its day.
 */
export class DateTokens {
  readonly #table: SurfaceTable;
  /** By surface, see the constants. */
  #kind = new Uint8Array(1 << 13);
  readonly #scratch = new Uint16Array(16);

  constructor(table: SurfaceTable) {
    this.#table = table;
  }

  /** Adds the entries to the tokens of a text. */
  add(text: string, tokens: TokenBuffer): void {
    for (let i = 0; i < tokens.length; i++) {
      const kind = this.#kindOf(tokens.surface[i]!);
      if (kind >= MONTH && this.#addAt(text, tokens, i, kind - MONTH)) i++;
    }
  }

  #addAt(text: string, tokens: TokenBuffer, at: number, month: number): boolean {
    const day = this.#isBeside(text, tokens, at - 1) ? this.#day(tokens.surface[at - 1]!) : undefined;
    const after = this.#isBeside(text, tokens, at) ? this.#year(tokens.surface[at + 1]!) : undefined;
    if (after !== undefined) {
      const dated = day === undefined ? undefined : isoOf(after, month, day);
      const first = dated === undefined ? at : at - 1;
      return this.#insert(tokens, first, at + 1, dated ?? isoOf(after, month)!);
    }
    // «2024 жылғы 12 тамыз»
    const kazakh =
      day !== undefined &&
      this.#isBeside(text, tokens, at - 2) &&
      this.#isBeside(text, tokens, at - 3) &&
      KAZAKH_YEAR.has(this.#table.form(tokens.surface[at - 2]!));
    const before = kazakh ? this.#year(tokens.surface[at - 3]!) : undefined;
    const dated = before === undefined ? undefined : isoOf(before, month, day);
    return dated !== undefined && this.#insert(tokens, at - 3, at, dated);
  }

  #insert(tokens: TokenBuffer, first: number, last: number, iso: string): boolean {
    for (let i = 0; i < iso.length; i++) this.#scratch[i] = iso.charCodeAt(i);
    tokens.insert(first, tokens.end[last]!, this.#table.intern(this.#scratch, 0, iso.length, 0));
    return true;
  }

  /** Whether a token and the next are single words with nothing but a space, a comma or a dot between. */
  #isBeside(text: string, tokens: TokenBuffer, at: number): boolean {
    if (at < 0 || at + 1 >= tokens.length) return false;
    if (tokens.position[at + 1]! !== tokens.position[at]! + 1) return false;
    if (tokens.sentence[at + 1] !== tokens.sentence[at]) return false;
    if (tokens.position[at + 2] === tokens.position[at + 1] && at + 2 < tokens.length) return false;
    const from = tokens.end[at]!;
    const to = tokens.start[at + 1]!;
    if (to <= from || to - from > MOST_BETWEEN) return false;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (!isBlank(unit) && !(i === from && (unit === COMMA || unit === DOT))) return false;
    }
    return true;
  }

  /** 1–31 of «12», «12-го»; undefined of anything else. */
  #day(surface: number): number | undefined {
    const match = /^(\d{1,2})(?:-(?:го|е|ое))?$/.exec(this.#table.form(surface));
    const day = Number(match?.[1]);
    return day >= 1 && day <= 31 ? day : undefined;
  }

  #year(surface: number): number | undefined {
    const form = this.#table.form(surface);
    return /^(?:1[6-9]|20)\d{2}$/.test(form) ? Number(form) : undefined;
  }

  #kindOf(surface: number): number {
    if (surface >= this.#kind.length) {
      const wider = new Uint8Array(Math.max(this.#kind.length * 2, surface + 1));
      wider.set(this.#kind);
      this.#kind = wider;
    }
    if (this.#kind[surface] === NOT_ASKED) {
      const month = monthNumber(this.#table.form(surface));
      this.#kind[surface] = month === undefined ? NO_MONTH : MONTH + month;
    }
    return this.#kind[surface]!;
  }
}

const DOT = 0x2e;
/** Units between the parts of a date: a dot and two spaces. */
const MOST_BETWEEN = 3;
const KAZAKH_YEAR = new Set(['жылғы', 'жылы', 'ж']);
