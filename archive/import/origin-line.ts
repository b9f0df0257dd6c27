import { agencyNamed } from './agencies.ts';
import type { PressDate } from './article-record.ts';
import { byline } from './byline.ts';
import { pressDate } from './press-date.ts';

/** What a line of several parts says of an article's origin. */
export interface OriginLine {
  readonly source?: string;
  readonly author?: string;
  readonly date?: PressDate;
}

const OUTLET = /^[«"„]?[\p{Lu}\d][\p{L}\d.«»"„“-]*(?:\s+[\p{L}\d.«»"„“-]+){0,3}$/u;

/**
 * «Казинформ, 12.08.2024», «Вечерний Алматы | 12 августа 2024 г. | Ольга Берг»: outlet, date and author in one line,
 * parted by commas, upright lines or dashes. Undefined unless one part is a day and each of the others an origin.
 */
export function originLine(line: string): OriginLine | undefined {
  const text = line.trim();
  if (text === '' || text.length > 120) return undefined;
  const found: { -readonly [K in keyof OriginLine]: OriginLine[K] } = {};
  const parts = text.split(/\s*[|;•·]\s*|,\s+|\s+[—–-]\s+/u).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 4) return undefined;
  for (const part of parts) {
    const date = pressDate(part);
    if (date !== undefined && date.precision !== 'year') {
      if (found.date !== undefined) return undefined;
      found.date = date;
      continue;
    }
    const { author, source = undefined } = byline(part) ?? {};
    if (author !== undefined && found.author === undefined) found.author = author;
    else if (found.source === undefined && (source !== undefined || OUTLET.test(part))) {
      found.source = source ?? agencyNamed(part) ?? part.replace(/^[«"„]|[»"“]$/g, '');
    } else return undefined;
  }
  return found.date === undefined ? undefined : found;
}
