import type { Read } from '../article-record.ts';
import { formatByName } from '../detect.ts';
import { xmlDocument } from '../dom.ts';
import { declaredEncoding, htmlArticle } from '../html.ts';
import { htmlText } from '../html-text.ts';
import { pressDate } from '../press-date.ts';
import { article, type Draft, type FileReading, refused, type SourceFile } from '../reading.ts';
import { decodeText } from '../text-bytes.ts';

/** Kinds of things in the file that are no items of the library. */
const ASIDE = new Set([
  'z:Attachment',
  'bib:Memo',
  'z:Collection',
  'bib:Journal',
  'bib:Periodical',
  'bib:Newspaper',
  'rdf:Description',
]);
/** A library of more items is exported in parts. */
const MOST = 20_000;

/**
 * An export of Zotero in its own RDF. The text of an item is its saved page, when the export's folder lies beside the file;
 * else its abstract and notes. Items without either are told as `no-text`.
 */
export function readZotero(source: SourceFile): FileReading {
  const decoded = decodeText(source.bytes, declaredEncoding(source.bytes));
  if ('reason' in decoded) return refused(source.file, 'zotero', decoded.reason);
  const root = xmlDocument(decoded.text).documentElement;
  const byName = new Map([...root.children].map((one) => [one.getAttribute('rdf:about'), one]));
  const items = [...root.children].filter(({ nodeName }) => !ASIDE.has(nodeName)).slice(0, MOST);
  const reads = items.map((item, i): Read => {
    const place = { file: source.file, record: i + 1 };
    const made = article(draft(item, byName, source), source.file, false);
    return made === undefined ? { place, reason: 'no-text' } : { place, article: made };
  });
  const format = 'zotero';
  if (reads.length === 0) return { ...refused(source.file, format, 'no-text'), encoding: decoded.encoding };
  return { format, encoding: decoded.encoding, reads };
}

function draft(item: Element, byName: ReadonlyMap<string | null, Element>, source: SourceFile): Draft {
  const value = (name: string) => child(item, name)?.textContent?.replace(/\s+/g, ' ').trim() || undefined;
  const linked = (name: string) =>
    children(item, name).flatMap((link) => byName.get(link.getAttribute('rdf:resource')) ?? []);
  const notes = linked('dcterms:isReferencedBy').map((note) => htmlText(child(note, 'rdf:value')?.textContent ?? ''));
  const outlet = child(item, 'dcterms:isPartOf');
  const abstract = value('dcterms:abstract');
  const page = linked('link:link')
    .map((attachment) => savedPage(attachment, source))
    .find(Boolean);
  const people = child(item, 'bib:authors')?.querySelectorAll('foaf\\:Person') ?? [];
  const address = item.getAttribute('rdf:about');
  return {
    key: address ?? undefined,
    title: value('dc:title'),
    lead: page === undefined ? undefined : abstract,
    body: page ?? [abstract, ...notes].filter(Boolean).join('\n\n'),
    author: [...people].map(personName).filter(Boolean).join(', '),
    source: (outlet && named(outlet, byName)) ?? value('dc:publisher') ?? value('prism:publicationName'),
    date: pressDate(value('dc:date')),
    url:
      child(item, 'dc:identifier')?.querySelector('rdf\\:value')?.textContent?.trim() ??
      (/^https?:/.test(address ?? '') ? address! : undefined),
    tags: children(item, 'dc:subject').map((subject) => subject.textContent?.trim() ?? ''),
  };
}

const children = (element: Element, name: string) => [...element.children].filter(({ nodeName }) => nodeName === name);
const child = (element: Element, name: string) => children(element, name)[0];

/** The newspaper, journal or site that an item is part of: inside the item, or by its address elsewhere in the file. */
function named(part: Element, byName: ReadonlyMap<string | null, Element>): string | undefined {
  const whole = part.firstElementChild ?? byName.get(part.getAttribute('rdf:resource'));
  return whole?.querySelector('dc\\:title')?.textContent?.trim() || undefined;
}

function personName(person: Element): string {
  const parts = ['foaf:givenName', 'foaf:surname'].map((name) => child(person, name)?.textContent?.trim());
  return parts.filter(Boolean).join(' ');
}

/** The text of a page that was saved with the item. */
function savedPage(attachment: Element, { beside }: SourceFile): string | undefined {
  const path = child(attachment, 'rdf:resource')?.getAttribute('rdf:resource');
  if (!path || beside === undefined || formatByName(path) !== 'html') return undefined;
  const bytes = beside(path);
  if (bytes === undefined) return undefined;
  const decoded = decodeText(bytes, declaredEncoding(bytes));
  return 'text' in decoded ? htmlArticle(decoded.text).body : undefined;
}
