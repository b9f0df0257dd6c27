import { isoDay } from './calendar.ts';
import { type Chunk, LIMIT } from './chunk.ts';
import { capital, DIGIT, folded, letterClass, letterMarks } from './letters.ts';
import { designation, needsRepair, oneScript } from './look-alikes.ts';
import { LOWER, type Spelling, type SurfaceTable, spellingOf } from './surface-table.ts';
import type { TokenBuffer } from './token-buffer.ts';

/** A run of letters and digits between separators: units `[first, last)` of the chunk. */
interface Part {
  readonly first: number;
  readonly last: number;
  readonly digits: boolean;
}

/** The form being numbered: no longer than a chunk and the day it names. */
const scratch = new Uint16Array(2 * LIMIT);

/**
 * The tokens of a chunk. A hyphenated word gives the whole, the joined form and its parts; initials give their letters
 * and the letters joined («О.О.Н.» is ООН); a number gives one token, whatever stands between its thousands; a date in
 * figures gives the day it names beside its parts. Returns the position after the chunk.
 */
export function pushChunk(
  chunk: Chunk,
  table: SurfaceTable,
  out: TokenBuffer,
  position: number,
  sentence: number,
  isWord: (form: string) => boolean,
): number {
  const parts = partsOf(chunk);
  const push = (first: number, last: number, at: number, form: string, spelling: Spelling = LOWER) => {
    for (let i = 0; i < form.length; i++) scratch[i] = form.charCodeAt(i);
    const surface = table.intern(scratch, 0, form.length, spelling);
    out.push(chunk.at[first]!, chunk.to[last - 1]!, at, sentence, surface);
  };
  const pushPart = (part: Part, at: number) => {
    push(part.first, part.last, at, partForm(chunk, part), spellingOfPart(chunk, part));
  };

  const [head] = parts;
  if (head === undefined) return position;
  const tail = parts[parts.length - 1]!;
  const separators = parts.slice(1).map((part) => String.fromCharCode(chunk.unit[part.first - 1]!));
  const forms = parts.map((part) => partForm(chunk, part));
  const whole = (form: string) => push(head.first, tail.last, position, form, spellingOfPart(chunk, head));

  if (parts.length === 1) {
    pushPart(head, position);
    const split = quantity(forms[0]!);
    if (split === undefined) return position + 1;
    const border = head.first + split;
    push(head.first, border, position, forms[0]!.slice(0, split));
    push(border, head.last, position + 1, forms[0]!.slice(split));
    return position + 2;
  }
  if (isOrdinal(forms, separators)) {
    whole(forms.join('-'));
    return position + 1;
  }
  if (parts.every((part) => part.digits)) {
    const date = dayOf(forms, separators);
    if (
      date === undefined &&
      separators.every((s) => s === ' ' || s === ',' || s === '.') &&
      separators.length - separators.lastIndexOf(' ') <= 2
    ) {
      const number = forms.reduce(
        (sofar, form, i) => sofar + (separators[i - 1] === ' ' ? '' : separators[i - 1]!) + form,
      );
      if (!/[.,].*[.,]/.test(number)) {
        whole(number);
        return position + 1;
      }
    }
    if (date !== undefined) whole(date);
    for (const [i, part] of parts.entries()) pushPart(part, position + i);
    return position + parts.length;
  }
  if (separators.every((s) => s === '\n') && isWord(forms.join(''))) {
    whole(forms.join(''));
    return position + 1;
  }
  return pushCompound();

  function pushCompound(): number {
    const initials = separators.includes('.');
    if (!initials) {
      whole(forms.reduce((sofar, form, i) => sofar + (separators[i - 1] === "'" ? "'" : '-') + form));
      whole(forms.join(''));
    }
    for (const [i, part] of parts.entries()) {
      if (initials) pushInitials(i);
      pushPart(part, position + i);
    }
    return position + parts.length;
  }

  /** The run of dotted single letters that begins at a part, joined: «С.П.» in «С.П.Королёв» is also СП. */
  function pushInitials(i: number): void {
    const isLetter = (part: number) => forms[part]?.length === 1;
    if (isLetter(i - 1)) return;
    let next = i;
    while (isLetter(next)) next++;
    if (next - i >= 2) push(parts[i]!.first, parts[next - 1]!.last, position + i, forms.slice(i, next).join(''), 2);
  }
}

function partsOf(chunk: Chunk): Part[] {
  const parts: Part[] = [];
  for (let first = 0; first < chunk.length; ) {
    let last = first;
    let digits = true;
    for (; last < chunk.length && !chunk.isSeparator(last); last++) {
      if (letterClass[chunk.unit[last]!] !== DIGIT) digits = false;
    }
    if (last > first) parts.push({ first, last, digits });
    first = last + 1;
  }
  return parts;
}

function partForm(chunk: Chunk, { first, last, digits }: Part): string {
  let form = '';
  for (let i = first; i < last; i++) form += String.fromCharCode(folded[chunk.unit[i]!]!);
  if (digits) return form;
  const besideNumber = chunk.length > last + 1 && letterClass[chunk.unit[last + 1]!] === DIGIT;
  if (besideNumber) form = designation(form);
  return needsRepair(form) ? oneScript(form, capital[chunk.unit[first]!] === 1) : form;
}

function spellingOfPart(chunk: Chunk, { first, last }: Part): Spelling {
  let marks = 0;
  for (let i = first; i < last; i++) marks += letterMarks[chunk.unit[i]!]!;
  return spellingOf(chunk.unit[first]!, chunk.unit[Math.min(first + 1, last - 1)]!, marks, last - first);
}

/** «20тыс», «5кг»: digits and a Russian word grown together; the length of the number. */
function quantity(form: string): number | undefined {
  const match = /^(\d+)[а-я]{2,}$/.exec(form);
  return match?.[1]?.length;
}

/** «6-й», «12-го», «1990-е»: a number with its ending. */
function isOrdinal(forms: readonly string[], separators: readonly string[]): boolean {
  return forms.length === 2 && separators[0] === '-' && /^\d+$/.test(forms[0]!) && /^[а-я]{1,3}$/.test(forms[1]!);
}

/** ISO day of «12.08.2024» or «2024-08-12», by the Russian order of day and month. */
function dayOf(forms: readonly string[], separators: readonly string[]): string | undefined {
  if (forms.length !== 3) return undefined;
  const written = forms.join(separators[0]);
  const match = /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$|^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/.exec(
    written,
  )?.groups;
  if (match === undefined || separators[0] !== separators[1]) return undefined;
  return isoDay(Number(match.y), Number(match.m), Number(match.d));
}
