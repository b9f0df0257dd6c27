import { parseDate } from '../text/dates.ts';
import type { PressDate } from './article-record.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as a record, markup or a feed writes it: ISO 8601, RFC 822, «12.08.2024 09:40», «12 августа 2024 г.», a Unix time.
 * The clock is the one that is written: the zone is left out. Undefined for what is no date.
 */
export function pressDate(written: unknown): PressDate | undefined {
  if (typeof written === 'number') return unixTime(written);
  if (typeof written !== 'string') return undefined;
  const text = written.trim();
  if (text === '' || text.length > 80) return undefined;
  if (/^\d{9,13}$/.test(text)) return unixTime(Number(text));
  return isoTime(text) ?? mailTime(text) ?? russianTime(text) ?? plainDay(text);
}

/** A year alone, a month, a day. */
function plainDay(text: string): PressDate | undefined {
  const found = parseDate(text);
  return found === undefined ? undefined : { iso: found.iso, precision: found.precision };
}

function isoTime(text: string): PressDate | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(
    text,
  );
  return match === null ? undefined : withTime(match[1]!, match[2]!, match[3]!);
}

/** RFC 822: «Mon, 12 Aug 2024 09:40:00 +0500». */
function mailTime(text: string): PressDate | undefined {
  const match = /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})(?:\s+(\d{2}):(\d{2})(?::\d{2})?.*)?$/i.exec(
    text,
  );
  if (match === null) return undefined;
  const month = MONTHS.indexOf(match[2]!.toLowerCase()) + 1;
  if (month === 0) return undefined;
  const day = `${match[3]}-${two(month)}-${two(Number(match[1]))}`;
  return match[4] === undefined ? dayAlone(day) : withTime(day, match[4], match[5]!);
}

/** Day first, with a time: «12.08.2024, 09:40», «29-09-2022 08-37», «12 августа 2024 в 9:40», «09:40, 12.08.2024». */
function russianTime(text: string): PressDate | undefined {
  const turned = /^(\d{1,2}:\d{2})(?::\d{2})?,?\s+(.+)$/.exec(text);
  const ordered = turned === null ? text : `${turned[2]} ${turned[1]}`;
  const match = /^(.{6,}?),?\s+(?:в\s+)?(\d{1,2})[:-](\d{2})(?:[:-]\d{2})?$/.exec(ordered);
  if (match === null) return undefined;
  const day = dayFirst(match[1]!.trim());
  return day?.precision === 'day' ? withTime(day.iso, match[2]!, match[3]!) : undefined;
}

function dayFirst(text: string): PressDate | undefined {
  const hyphens = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
  return plainDay(hyphens === null ? text : `${hyphens[1]}.${hyphens[2]}.${hyphens[3]}`);
}

function withTime(day: string, hour: string, minute: string): PressDate | undefined {
  const valid = dayAlone(day);
  if (valid === undefined || Number(hour) > 23 || Number(minute) > 59) return valid;
  return { iso: `${day}T${two(Number(hour))}:${minute}`, precision: 'minute' };
}

function dayAlone(day: string): PressDate | undefined {
  return plainDay(day);
}

/** Seconds or milliseconds since 1970; only of the years in which there was a press on the net. */
function unixTime(time: number): PressDate | undefined {
  const milliseconds = time > 1e11 ? time : time * 1000;
  if (!(milliseconds > 631_152_000_000 && milliseconds < 4_102_444_800_000)) return undefined;
  return { iso: new Date(milliseconds).toISOString().slice(0, 16), precision: 'minute' };
}

const two = (number: number) => String(number).padStart(2, '0');

/** The date at the beginning or the end of a file's name: `2024-08-12-slug.txt`, «Встреча 12.08.2024.docx», `20240812_1.html`. */
export function dateOfFileName(file: string): PressDate | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const iso = /(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  if (iso !== null) return dayAlone(`${iso[1]}-${iso[2]}-${iso[3]}`);
  const russian = /(?<!\d)(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.((?:19|20)\d{2})(?!\d)/.exec(name);
  if (russian === null) return undefined;
  return dayAlone(`${russian[3]}-${russian[2]}-${two(Number(russian[1]))}`);
}
