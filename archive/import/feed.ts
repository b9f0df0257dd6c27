import type { Read } from './article-record.ts';
import { xmlDocument } from './dom.ts';
import { declaredEncoding } from './html.ts';
import { htmlText } from './html-text.ts';
import { plainText } from './plain.ts';
import { pressDate } from './press-date.ts';
import { article, type FileReading, refused, type SourceFile } from './reading.ts';
import { decodeText } from './text-bytes.ts';

/** A feed of more entries is some other data. */
const MOST_ENTRIES = 20_000;

/** A saved RSS (also RDF) or Atom feed: each entry is an article, its text the fullest that the entry has. */
export function readFeed(source: SourceFile): FileReading {
  const decoded = decodeText(source.bytes, declaredEncoding(source.bytes), source.choices?.encoding);
  if ('reason' in decoded) return refused(source.file, 'feed', decoded.reason);
  const { text, encoding } = decoded;
  if (!/<(?:rss|feed|rdf:RDF)[\s>]/i.test(text.slice(0, 4096))) {
    return { ...refused(source.file, 'xml', 'unknown-format'), encoding };
  }
  const root = xmlDocument(text).documentElement;
  const entries = [...root.querySelectorAll('item, entry')].slice(0, MOST_ENTRIES);
  if (entries.length === 0) return { ...refused(source.file, 'feed', 'no-text'), encoding };
  const channel = [...root.children].find((child) => localName(child) === 'channel') ?? root;
  const outlet = value(channel, 'title');
  const reads = entries.map((entry, i): Read => {
    const place = { file: source.file, record: i + 1 };
    const made = article({ ...draft(entry), source: value(entry, 'source') ?? outlet }, source.file, false);
    return made === undefined ? { place, reason: 'no-text' } : { place, article: made };
  });
  return { format: 'feed', encoding, reads };
}

function draft(entry: Element) {
  const full = value(entry, 'encoded', 'full-text', 'content', 'fulltext');
  const summary = value(entry, 'description', 'summary');
  const author = [...entry.children].find((child) => localName(child) === 'author');
  return {
    key: value(entry, 'guid', 'id'),
    title: textOf(value(entry, 'title')),
    lead: full === undefined ? undefined : textOf(summary),
    body: textOf(full ?? summary) ?? '',
    author: value(entry, 'creator') ?? (author === undefined ? undefined : (value(author, 'name') ?? content(author))),
    date: pressDate(value(entry, 'pubdate', 'published', 'date', 'updated', 'issued')),
    url: link(entry),
    rubric: value(entry, 'category'),
  };
}

const localName = (element: Element) => element.nodeName.toLowerCase().replace(/^.*:/, '');
const content = (element: Element) => element.textContent?.trim() || undefined;

/** The text of the first child of one of these names, whatever its name space; names earlier in the list win. */
function value(element: Element, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const child of element.children) {
      if (localName(child) !== name) continue;
      const found = content(child);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Entries hold HTML, escaped once, or twice by careless programs. */
function textOf(markup: string | undefined): string | undefined {
  if (markup === undefined) return undefined;
  return /<\w|&[#\w]+;/.test(markup) ? htmlText(markup) : plainText(markup);
}

/** RSS writes the address as text, Atom as an attribute. */
function link(entry: Element): string | undefined {
  for (const child of entry.children) {
    if (localName(child) !== 'link' || (child.getAttribute('rel') ?? 'alternate') !== 'alternate') continue;
    const address = child.getAttribute('href') ?? content(child);
    if (address) return address;
  }
  return undefined;
}
