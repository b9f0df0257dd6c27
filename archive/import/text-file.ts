import { plainText } from './plain.ts';
import { type Draft, type FileReading, refused, type SourceFile, single } from './reading.ts';
import { decodeText } from './text-bytes.ts';

/** A first line longer than this, or one that ends like a sentence of a paragraph, is no headline. */
const LONGEST_HEADLINE = 250;

/** Plain text: the first line is the headline, when it looks like one. */
export function readTextFile(source: SourceFile): FileReading {
  const decoded = decodeText(source.bytes);
  if ('reason' in decoded) return refused(source.file, 'txt', decoded.reason);
  return single(source, 'txt', decoded.encoding, headlineAndBody(decoded.text));
}

/** Cuts the headline off a text. A text of one line is all body. */
export function headlineAndBody(text: string): Draft {
  const whole = plainText(text).trimStart();
  const end = whole.indexOf('\n');
  if (end < 0) return { body: whole };
  const first = whole.slice(0, end).trim();
  const rest = whole.slice(end + 1);
  const isHeadline = first.length <= LONGEST_HEADLINE && /[\p{L}\d]/u.test(first) && !/(?<!\.)[.,;:]$/u.test(first);
  return isHeadline && rest.trim() !== '' ? { title: first, body: rest } : { body: whole };
}
