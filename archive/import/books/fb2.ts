import { xmlDocument } from '../dom.ts';
import { declaredEncoding } from '../html.ts';
import { plainText } from '../plain.ts';
import { pressDate } from '../press-date.ts';
import { type FileReading, refused, type SourceFile } from '../reading.ts';
import { decodeText } from '../text-bytes.ts';
import { type BookDraft, bookReading, type Section } from './sections.ts';

/** Pictures are kept inside as text; without them a larger file is no book. */
const LARGEST = 24 << 20;

/** A book of FictionBook 2: each section of its first body is an article. */
export function readFb2(source: SourceFile): FileReading {
  const decoded = decodeText(source.bytes, declaredEncoding(source.bytes), source.choices?.encoding);
  if ('reason' in decoded) return refused(source.file, 'fb2', decoded.reason);
  const { encoding } = decoded;
  const markup = decoded.text.replace(/<binary\b[^<>]*>[^<]*<\/binary>/g, '');
  if (markup.length > LARGEST) return refused(source.file, 'fb2', 'too-large');
  const document = xmlDocument(markup);
  const body = document.querySelector('body');
  if (body === null) return { ...refused(source.file, 'fb2', 'broken'), encoding };
  const own = [...body.children].filter((child) => child.nodeName === 'section');
  const sections = own.length > 1 ? own.map(section) : [section(own[0] ?? body)];
  return bookReading(source, 'fb2', encoding, book(document), sections);
}

function book(document: Document): BookDraft {
  const info = document.querySelector('description > title-info');
  const person = info?.querySelector('author');
  const name = ['first-name', 'middle-name', 'last-name']
    .map((part) => textOf(person?.querySelector(part)))
    .filter(Boolean);
  const date = info?.querySelector('date');
  return {
    title: textOf(info?.querySelector('book-title')),
    author: name.join(' ') || textOf(person?.querySelector('nickname')),
    date: pressDate(date?.getAttribute('value') ?? textOf(date)),
  };
}

const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() || undefined;

const PARAGRAPHS = new Set(['p', 'subtitle', 'v', 'text-author', 'date', 'td', 'th']);
const SKIPPED = new Set(['image', 'binary']);

function section(root: Element): Section {
  const heading = [...root.children].find((child) => child.nodeName === 'title');
  const out: string[] = [];
  const stack: Element[] = [...root.children].filter((child) => child !== heading).reverse();
  while (stack.length > 0) {
    const element = stack.pop()!;
    const name = element.nodeName;
    if (SKIPPED.has(name)) continue;
    if (!PARAGRAPHS.has(name)) {
      if (name === 'empty-line' || name === 'stanza' || name === 'section') out.push('');
      stack.push(...[...element.children].reverse());
      continue;
    }
    for (const note of element.querySelectorAll('a[type="note"]')) note.remove();
    out.push(name === 'v' || name === 'td' ? (textOf(element) ?? '') : `\n${textOf(element) ?? ''}`);
  }
  return { title: textOf(heading), body: plainText(out.join('\n')) };
}
