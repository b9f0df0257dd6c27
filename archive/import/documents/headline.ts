import { FOUND } from '../metadata.ts';
import { plainText } from '../plain.ts';
import type { Draft } from '../reading.ts';

/** A first line longer than this, or one that ends like a sentence of a paragraph, is no headline. */
const LONGEST_HEADLINE = 250;

/** Cuts the headline off a text. A text of one line is all body. */
export function headlineAndBody(text: string): Draft {
  const whole = plainText(text).trimStart();
  const end = whole.indexOf('\n');
  if (end < 0) return { body: whole };
  const first = whole.slice(0, end).trim();
  const rest = whole.slice(end + 1);
  const isHeadline = first.length <= LONGEST_HEADLINE && /[\p{L}\d]/u.test(first) && !/(?<!\.)[.,;:]$/u.test(first);
  return isHeadline && rest.trim() !== ''
    ? { title: first, body: rest, confidence: { title: FOUND.firstLine } }
    : { body: whole };
}
