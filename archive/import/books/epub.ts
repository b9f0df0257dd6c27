import { zipMembers } from '../archives/zip.ts';
import { htmlDocument, xmlDocument } from '../dom.ts';
import { withoutFurniture } from '../furniture.ts';
import { elementText } from '../html-text.ts';
import { pressDate } from '../press-date.ts';
import type { FileReading, SourceFile } from '../reading.ts';
import { Unreadable } from '../unreadable.ts';
import { type BookDraft, bookReading, type Section } from './sections.ts';

/** Bytes that the texts of a book may have unpacked, and one chapter. */
const LARGEST = 96 << 20;
const LARGEST_CHAPTER = 8 << 20;

/** An EPUB book or magazine: the documents of its spine, in its order. */
export async function readEpub(source: SourceFile): Promise<FileReading> {
  const parts = await texts(source.bytes);
  const container = parts.get('META-INF/container.xml');
  if (container === undefined) throw new Unreadable('broken');
  const path = xmlDocument(container).querySelector('rootfile')?.getAttribute('full-path') ?? '';
  const content = parts.get(path);
  if (content === undefined) throw new Unreadable('broken');
  const opf = xmlDocument(content);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const sections = spine(opf).flatMap((href) => {
    const markup = parts.get(resolved(folder, href));
    return markup === undefined ? [] : [section(markup)];
  });
  return bookReading(source, 'epub', 'utf-8', book(opf), sections);
}

async function texts(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  let left = LARGEST;
  for await (const member of zipMembers(bytes)) {
    if (!/\.(?:xml|opf|x?html?|ncx)$/i.test(member.name) || member.size > LARGEST_CHAPTER) continue;
    const part = await member.read(left);
    left -= part.length;
    parts.set(member.name, new TextDecoder().decode(part));
  }
  return parts;
}

/** The addresses of the documents, in the order of reading. The table of contents is no text of the book. */
function spine(opf: Document): string[] {
  const items = new Map([...opf.querySelectorAll('manifest > item')].map((item) => [item.getAttribute('id'), item]));
  return [...opf.querySelectorAll('spine > itemref')].flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    const isContents = /(?:^|\s)nav(?:\s|$)/.test(item?.getAttribute('properties') ?? '');
    const href = item?.getAttribute('href');
    return href && !isContents && reference.getAttribute('linear') !== 'no' ? [href] : [];
  });
}

/** An address inside the book as the name of a member. */
function resolved(folder: string, href: string): string {
  const parts: string[] = [];
  for (const part of `${folder}${decoded(href.split('#')[0]!)}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function section(markup: string): Section {
  const document = htmlDocument(markup.replace(/^\s*<\?xml[^>]*\?>/, ''));
  withoutFurniture(document);
  const heading = document.querySelector('h1') ?? document.querySelector('h2, h3');
  const title =
    heading?.textContent?.replace(/[¶\s]+/g, ' ').trim() || document.querySelector('title')?.textContent?.trim();
  heading?.remove();
  return { title: title || undefined, body: document.body === null ? '' : elementText(document.body) };
}

function book(opf: Document): BookDraft {
  const value = (name: string) => opf.querySelector(`metadata > dc\\:${name}`)?.textContent?.trim() || undefined;
  return { title: value('title'), author: value('creator'), date: pressDate(value('date')?.slice(0, 10)) };
}
