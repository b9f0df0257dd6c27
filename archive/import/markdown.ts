import { headlineAndBody } from './documents/headline.ts';
import { readFrontMatter } from './front-matter.ts';
import { plainText } from './plain.ts';
import { type FileReading, LONGEST_TEXT, LONGEST_TEXT_BYTES, refused, type SourceFile, single } from './reading.ts';
import { draftOf } from './record-fields.ts';
import { decodeText } from './text-bytes.ts';

/** Markdown with or without front matter; the headline is the front matter's, else the first heading, else the first line. */
export function readMarkdown(source: SourceFile): FileReading {
  if (source.bytes.length > LONGEST_TEXT_BYTES) return refused(source.file, 'md', 'too-large');
  const decoded = decodeText(source.bytes, undefined, source.choices?.encoding);
  if ('reason' in decoded) return refused(source.file, 'md', decoded.reason);
  if (decoded.text.length > LONGEST_TEXT) return refused(source.file, 'md', 'too-large');
  const { values, text } = readFrontMatter(plainText(decoded.text));
  const heading = /^\s*(?:#[^\S\n]+(\S.*)|(\S.*)\n=+[ \t]*)(?:\n|$)/.exec(text);
  const below = unmarked(heading === null ? text : text.slice(heading[0].length));
  const cut = heading === null && !values.has('title') ? headlineAndBody(below) : { body: below };
  const draft = draftOf(Object.fromEntries(values));
  const title = draft.title ?? (heading === null ? cut.title : unmarked(withoutClosing(heading[1] ?? heading[2]!)));
  // A heading that repeats the front matter's title is no part of the text; another one is.
  const repeated = heading === null || draft.title === undefined || sameWords(unmarked(heading[0]), draft.title);
  const body = repeated ? cut.body : `${unmarked(heading[0])}\n\n${cut.body}`;
  return single(source, 'md', decoded.encoding, { ...draft, title, body });
}

const sameWords = (a: string, b: string) => words(a) === words(b);
const words = (text: string) => (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ');

/**
 * Strong or stressed words; one kind may stand inside the other, and careless programs leave a blank before the end. Like
 * the words of a link they hold no mark like the one they began with: else each of many marks without an end would be looked
 * for to the end of the line.
 */
const STRONG = /(\*\*|__)(?=\S)((?:(?!\1)[^\n])*?\S)(\s?)\1/g;
const LINK = /!?\[([^[\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/g;

/** The words of a heading without the signs that may close it. By hand: a pattern takes the square of a long run of blanks. */
function withoutClosing(line: string): string {
  const words = line.trimEnd();
  let end = words.length;
  while (words[end - 1] === '#') end--;
  const parted = end === 0 || /\s/.test(words[end - 1]!);
  return (parted ? words.slice(0, end) : words).trim();
}

/** By hand: a pattern would look for the end of each comment that has none. */
function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return kept + text.slice(from);
    kept += text.slice(from, start);
    from = end + 3;
  }
}

/** Markdown without its signs: a text to be read. Links keep their words, images their caption. */
export function unmarked(text: string): string {
  return (
    withoutComments(text.replace(/^```[^\n]*$/gm, ''))
      // An image may be the words of a link.
      .replace(LINK, '$1')
      .replace(LINK, '$1')
      .replace(/^[^\S\n]{0,3}#{1,6}(?:[^\S\n]+(.*))?$/gm, (_, words?: string) => withoutClosing(words ?? ''))
      .replace(/^\s{0,3}(?:>\s?)+/gm, '')
      .replace(/^\s{0,3}(?:[-*_][^\S\n]*){3,}$/gm, '')
      .replace(STRONG, '$2$3')
      .replace(STRONG, '$2$3')
      .replace(/(?<![\p{L}\d*])\*(?=\S)([^*\n]*?\S)\*(?![\p{L}\d*])/gu, '$1')
      .replace(/(?<![\p{L}\d_])_(?=\S)([^_\n]*?\S)_(?![\p{L}\d_])/gu, '$1')
      .replace(/`([^`\n]+)`/g, '$1')
      .replace(/\\([\\`*_{}[\]()#+.!>-])/g, '$1')
  );
}
