import { dates } from '../text/dates.ts';
import { agencyNamed } from './agencies.ts';
import type { PressDate } from './article-record.ts';
import { byline } from './byline.ts';
import { originLine } from './origin-line.ts';
import { pressDate } from './press-date.ts';

/** What stands between headline and text, taken off the text; and what a dateline at its beginning says. */
export interface Head {
  readonly body: string;
  readonly author?: string;
  readonly source?: string;
  readonly date?: PressDate;
  readonly rubric?: string;
  readonly url?: string;
  /** Whether date and source are those of a dateline. */
  readonly inDateline?: boolean;
}

/** How many lines of a text may belong to its head. */
const LINES = 5;

/**
 * Reads the lines above a text: byline, date, rubric, address. Lines that say nothing else are taken off; a dateline
 * («Астана. 12 августа. Казинформ — …») is read and stays. Stops at the first line of the text itself.
 *
 * @param year of the publication, for a dateline that names day and month alone
 */
export function readHead(text: string, year?: number): Head {
  const lines = text.split('\n');
  const found: { -readonly [K in keyof Head]?: Head[K] } = {};
  let used = 0;
  for (let i = 0, seen = 0; i < lines.length && seen < LINES; i++) {
    const line = lines[i]!.trim();
    if (line === '') continue;
    if (!readLine(line, found)) break;
    used = i + 1;
    seen++;
  }
  const rest = lines
    .slice(used)
    .join('\n')
    .replace(/^\s*\n/, '');
  // A file of nothing but such lines has them as its text.
  const body = rest.trim() === '' ? text : rest;
  const place = dateline(body, year);
  const inDateline = found.date === undefined && found.source === undefined && Object.keys(place).length > 0;
  return { ...place, ...found, body, ...(inDateline && { inDateline }) };
}

function readLine(line: string, found: { -readonly [K in keyof Head]?: Head[K] }): boolean {
  const rubric = /^(?:Рубрика|Раздел)\s*:\s*(.{2,60})$/i.exec(line);
  if (rubric !== null && found.rubric === undefined) {
    found.rubric = rubric[1]!.trim();
    return true;
  }
  const url = /^(?:(?:Ссылка|URL|Адрес|Источник)\s*:\s*)?(https?:\/\/\S+)$/i.exec(line);
  if (url !== null && found.url === undefined) {
    found.url = url[1]!;
    return true;
  }
  const date = found.date === undefined ? pressDate(line.replace(/^(?:Дата|Опубликовано)\s*:\s*/i, '')) : undefined;
  if (date !== undefined && date.precision !== 'year') {
    found.date = date;
    return true;
  }
  const origin = originLine(line);
  if (origin !== undefined && found.date === undefined && found.source === undefined) {
    Object.assign(found, origin);
    return true;
  }
  const by = byline(line);
  if (by === undefined || (by.author !== undefined && found.author !== undefined)) return false;
  if (by.source !== undefined && by.author === undefined && found.source !== undefined) return false;
  if (by.author !== undefined) found.author = by.author;
  if (by.source !== undefined) found.source = by.source;
  return true;
}

/** City, date and agency at the beginning of a news item, in this order, each but one of the last two may be missing. */
const DATELINE =
  /^\s*(?:\p{Lu}[\p{L}-]+(?:[ -]\p{Lu}[\p{L}-]+)?)[.,]\s+(?<date>[^.–—/(]{3,25}?)?(?:\s*г\.)?[.,]?\s*[-–—/(]*\s*(?<agency>[\p{Lu}][\p{L}.-]+(?: [\p{Lu}][\p{L}-]+)?)?\s*(?:[/)]|\s[-–—]|[.–—])/u;

function dateline(body: string, year: number | undefined): Pick<Head, 'date' | 'source'> {
  const groups = DATELINE.exec(body.slice(0, 160))?.groups;
  if (groups === undefined) return {};
  const [first] = groups.date === undefined ? [] : dates(groups.date, year);
  const source = groups.agency === undefined ? undefined : agencyNamed(groups.agency.replace(/\.$/, ''));
  return {
    ...(first !== undefined && { date: { iso: first.iso, precision: first.precision } }),
    ...(source !== undefined && { source }),
  };
}
