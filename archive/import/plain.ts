import { createHash } from 'node:crypto';

/**
 * Text as it is stored: NFC, `\n` as the only line break, no NUL, no byte-order marks, no blanks at line ends, at most
 * one empty line in a row. Everything else (soft hyphens, no-break spaces, stress marks) stays as the author wrote it.
 */
export function plainText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replaceAll('\0', '')
      .replaceAll('\ufeff', '')
      // Begun only where a run of blanks begins: else a long run takes the square of its length.
      .replace(/(?<![ \t\f\v])[ \t\f\v]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/^\n+/, '')
      .trimEnd()
  );
}

/** A headline or another field of one line. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

/**
 * The identity of an article's content: SHA-256 (hexadecimal) of its title and body, blind to the width of blanks, to
 * invisible characters and to composed or decomposed letters.
 */
export function contentHash(title: string, body: string): string {
  return createHash('sha256')
    .update(`${bare(title)}\u0000${bare(body)}`)
    .digest('hex');
}

function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** SHA-256 of bytes, hexadecimal. */
export function bytesHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The longest headline that is made of a text's beginning, in UTF-16 units. */
const LONGEST = 120;

/** A headline for a text that has none: its first sentence, cut at a word. */
export function titleOf(body: string): string {
  const first = body.split('\n', 40).find((one) => /[\p{L}\d]/u.test(one)) ?? body;
  const line = oneLine(first.slice(0, 4 * LONGEST));
  const sentence = /^.{15,}?[.!?…](?=\s+[\p{Lu}«"„—–\d]|$)/u.exec(line)?.[0] ?? line;
  const clean = sentence.replace(/(?<!\.)\.$/, '');
  if (clean.length <= LONGEST) return clean === '' ? line.slice(0, LONGEST) : clean;
  return `${clean.slice(0, LONGEST).replace(/\s+\S*$/, '')}…`;
}
