import { headlineAndBody } from './documents/headline.ts';
import { htmlDocument } from './dom.ts';
import { isTelegramPage, telegramPosts } from './exports/telegram-page.ts';
import { withoutFurniture } from './furniture.ts';
import { elementText } from './html-text.ts';
import { type Confidence, FOUND } from './metadata.ts';
import { pageMetadata } from './page-metadata.ts';
import { mainText } from './readability.ts';
import { type Draft, type FileReading, refused, type SourceFile, single } from './reading.ts';
import { savedPage } from './saved-page.ts';
import { decodeText } from './text-bytes.ts';

/** A page of this size is no article, and a document of it takes gigabytes. Pictures inside it are not counted. */
const LARGEST = 16 << 20;

/** A saved page, a fragment of HTML, or a page of a channel's exported history. */
export function readHtml(source: SourceFile): FileReading {
  const decoded = decodeText(source.bytes, declaredEncoding(source.bytes), source.choices?.encoding);
  if ('reason' in decoded) return refused(source.file, 'html', decoded.reason);
  return readHtmlText(source, 'html', decoded.encoding, decoded.text);
}

/**
 * A page whose encoding is settled.
 *
 * @param known its address, when whoever saved it noted it
 */
export function readHtmlText(
  source: SourceFile,
  format: string,
  encoding: string,
  markup: string,
  known: { readonly url?: string | undefined } = {},
): FileReading {
  // Pictures written into the page are most of its bytes.
  const text = markup.replace(/data:[\w.+-]+\/[\w.+-]+;base64,[A-Za-z0-9+/=\s]{64,}/g, '');
  if (text.length > LARGEST) return refused(source.file, format, 'too-large');
  const document = htmlDocument(text);
  if (isTelegramPage(document)) return { format: 'telegram', encoding, reads: telegramPosts(document, source.file) };
  const draft = draftOf(document);
  const saved = savedPage(markup);
  return single(source, format, encoding, { ...draft, url: draft.url ?? known.url ?? saved.url });
}

/** A longer title of a page is no headline; what is left of it is read by patterns that try each of its signs. */
const LONGEST_TITLE = 2000;

/** The article of a page that was saved beside something else. */
export function htmlArticle(markup: string): Draft {
  return draftOf(htmlDocument(markup));
}

function draftOf(document: Document): Draft {
  const metadata = pageMetadata(document);
  const heading = onlyHeading(document);
  const pageTitle = document.querySelector('head title')?.textContent?.trim().slice(0, LONGEST_TITLE) || undefined;
  withoutFurniture(document);
  const all = elementText(document.body ?? document.documentElement);
  const main = mainText(document);
  const text = main?.body || all;
  const titled = metadata.title !== undefined || heading !== undefined || pageTitle !== undefined;
  const plain = titled ? { body: text } : headlineAndBody(text);
  const title = metadata.title ?? heading ?? plain.title ?? withoutSite(pageTitle, metadata.source);
  const confidence: Confidence = {
    ...Object.fromEntries(['lead', 'author', 'source', 'date', 'url', 'rubric'].map((name) => [name, FOUND.markup])),
    title:
      metadata.title !== undefined
        ? FOUND.markup
        : heading !== undefined
          ? FOUND.heading
          : plain.title !== undefined
            ? FOUND.firstLine
            : FOUND.pageTitle,
    ...(metadata.author === undefined && { author: FOUND.pageTitle }),
    ...(metadata.source === undefined && { source: FOUND.pageTitle }),
  };
  const author = cleanAuthor(metadata.author ?? main?.author);
  const source = metadata.source ?? siteOf(pageTitle, title);
  return { ...metadata, title, author, source, body: withoutTitle(plain.body, title), confidence };
}

/** The name in a `meta` element or an XML declaration, which stand in the first bytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 2048));
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(beginning)?.[1];
}

/** The first heading, when the page has one of its rank alone. */
function onlyHeading(document: Document): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map((one) => one.textContent?.trim() ?? '').filter(Boolean);
  return headings.length === 1 ? headings[0] : undefined;
}

/** «Заголовок | Издание», «Заголовок - Издание»: without the outlet. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  if (site !== undefined && title.endsWith(site))
    return title.slice(0, -site.length).replace(/[\s|/—–:-]+$/, '') || title;
  return /^(.{15,}?)\s+[|/]\s+[^|/]{2,40}$/.exec(title)?.[1] ?? title;
}

/** The outlet that a page's title names after its headline: «Заголовок / Издание». */
function siteOf(pageTitle: string | undefined, title: string | undefined): string | undefined {
  if (pageTitle === undefined || title === undefined || !pageTitle.startsWith(title.slice(0, 15))) return undefined;
  return /\s[|/—–-]\s+([^|/—–]{2,40})$/.exec(pageTitle)?.[1]?.trim();
}

const words = (text: string) => (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ');

/** Many pages repeat the headline as the first paragraph. */
function withoutTitle(body: string, title: string | undefined): string {
  const end = body.indexOf('\n');
  if (title === undefined || end < 0 || words(body.slice(0, end)) !== words(title)) return body;
  return body.slice(end + 1).trimStart();
}

const LONGEST_AUTHOR = 500;

/** «Автор: …», and authors that are an address or the whole page's menu. */
function cleanAuthor(author: string | undefined): string | undefined {
  // What is so long is no name, and patterns would try each of its signs.
  if (author === undefined || author.length > LONGEST_AUTHOR) return undefined;
  const name = author
    .replace(/^\s*(?:авторы?|текст|by)\s*:?\s+/i, '')
    .replace(/[\s,·|]+\d{1,2}\s+\p{Ll}{3,}\.?(?:\s+\d{4})?(?:\s+(?:г\.\s+)?в\s+\d{1,2}:\d{2})?\s*$/u, '')
    .trim();
  return name === '' || name.length > 120 || /^https?:/.test(name) ? undefined : name;
}
