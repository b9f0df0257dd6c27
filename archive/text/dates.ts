import { isoDay, monthNumber, monthWords } from './calendar.ts';

/** A date as far as it is known: `2024`, `2024-08` or `2024-08-12` (ISO 8601, proleptic Gregorian calendar). */
export interface PartialDate {
  readonly iso: string;
  readonly precision: 'day' | 'month' | 'year';
}

/** A date and where it stands: UTF-16 offsets into the text. */
export interface DateMention extends PartialDate {
  readonly start: number;
  readonly end: number;
}

/** A decomposed й, as macOS and some PDF files write it, is the same letter. */
const MONTH = monthWords
  .toSorted((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('й', '(?:й|и\u0306)');
const YEAR = String.raw`(?:1[6-9]|20)\d{2}`;
const SUFFIX = String.raw`(?:\s*(?:года|году|год|жылы|жыл|г)(?!\p{L})\.?)?`;
const SPACE = String.raw`[\s\u00a0\u202f]`;
/** Longest first: «12 августа 2024 г.», «12.08.2024», «2024-08-12», «12.08.24», «12 августа», «август 2024», «2024 года». */
const DATE = new RegExp(
  [
    String.raw`(?<!\d)(?<d1>\d{1,2})(?:-?(?:го|е|ое))?${SPACE}+(?<m1>${MONTH})(?!\p{L})\.?,?(?:${SPACE}+(?<y1>${YEAR})(?!\d)${SUFFIX})?`,
    String.raw`(?<!\p{L})(?<m5>${MONTH})${SPACE}+(?<d5>\d{1,2}),${SPACE}*(?<y5>${YEAR})(?!\d)`,
    String.raw`(?<y6>${YEAR})${SPACE}+(?:жылғы|жылы|ж\.)${SPACE}+(?<d6>\d{1,2})${SPACE}+(?<m6>${MONTH})(?!\p{L})`,
    String.raw`(?<![\d.])(?<d2>\d{1,2})[./](?<m2>\d{1,2})[./](?<y2>${YEAR}|\d{2})(?!\d|\.\d)`,
    String.raw`(?<![\d-])(?<y3>${YEAR})-(?<m3>\d{2})(?:-(?<d3>\d{2}))?(?![\d-])`,
    String.raw`(?<!\p{L})(?<m4>${MONTH})(?!\p{L})\.?,?${SPACE}+(?<y4>${YEAR})(?!\d)${SUFFIX}`,
    String.raw`(?<!\d)(?<y7>${YEAR})(?!\d)(?:${SPACE}*(?:года|году|год|жылы|г)(?!\p{L})\.?)`,
  ].join('|'),
  'giu',
);

/**
 * The dates of a text, in order. Day and month follow the Russian order; a year of two digits is of 1950–2049. A day
 * and month without a year take `year`, and are left out when it is not given; days the calendar lacks are left out.
 */
export function dates(text: string, year?: number): DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.matchAll(DATE)) {
    const date = dateOf(match.groups!, year);
    if (date !== undefined) found.push({ ...date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The date a whole string stands for, blanks and a time of day aside; undefined when it is none. */
export function parseDate(text: string, year?: number): PartialDate | undefined {
  const trimmed = text.trim().replace(/[,\sT]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/, '');
  if (new RegExp(`^${YEAR}$`).test(trimmed)) return { iso: trimmed, precision: 'year' };
  const [first] = dates(trimmed, year);
  if (first === undefined || first.start !== 0 || first.end !== trimmed.length) return undefined;
  return { iso: first.iso, precision: first.precision };
}

function dateOf(groups: Readonly<Record<string, string | undefined>>, assumed: number | undefined) {
  const pick = (name: string) =>
    [1, 2, 3, 4, 5, 6, 7].map((i) => groups[`${name}${i}`]).find((value) => value !== undefined);
  const written = pick('y');
  const year = written === undefined ? assumed : written.length === 2 ? century(Number(written)) : Number(written);
  if (year === undefined) return undefined;
  const name = pick('m')?.normalize('NFC').toLowerCase();
  const month = name === undefined ? undefined : (monthNumber(name) ?? Number(name));
  const day = pick('d');
  return partialDate(year, month, day === undefined ? undefined : Number(day));
}

function century(year: number): number {
  return year < 50 ? 2000 + year : 1900 + year;
}

function partialDate(year: number, month: number | undefined, day: number | undefined): PartialDate | undefined {
  if (month === undefined) return { iso: String(year), precision: 'year' };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { iso: `${year}-${String(month).padStart(2, '0')}`, precision: 'month' };
  const iso = isoDay(year, month, day);
  return iso === undefined ? undefined : { iso, precision: 'day' };
}
