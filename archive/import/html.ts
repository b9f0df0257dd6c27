import { htmlDocument } from './dom.ts';
import { elementText } from './html-text.ts';
import { pageMetadata } from './page-metadata.ts';
import { mainText } from './readability.ts';
import { type FileReading, refused, type SourceFile, single } from './reading.ts';
import { decodeText } from './text-bytes.ts';
import { headlineAndBody } from './text-file.ts';

/** A page of this size is no article, and a document of it takes gigabytes. */
const LARGEST = 16 << 20;

/** A saved page or a fragment of HTML. */
export function readHtml(source: SourceFile): FileReading {
  if (source.bytes.length > LARGEST) return refused(source.file, 'html', 'too-large');
  const decoded = decodeText(source.bytes, declaredEncoding(source.bytes));
  if ('reason' in decoded) return refused(source.file, 'html', decoded.reason);
  const document = htmlDocument(decoded.text);
  const metadata = pageMetadata(document);
  const heading = onlyHeading(document);
  const pageTitle = document.querySelector('head title')?.textContent?.trim() || undefined;
  const all = elementText(document.body ?? document.documentElement);
  const main = mainText(document);
  const text = main?.body || all;
  const titled = metadata.title !== undefined || heading !== undefined || pageTitle !== undefined;
  const plain = titled ? { body: text } : headlineAndBody(text);
  const title = metadata.title ?? heading ?? plain.title ?? withoutSite(pageTitle, metadata.source);
  const body = withoutTitle(plain.body, title);
  const author = metadata.author ?? main?.author;
  return single(source, 'html', decoded.encoding, { ...metadata, title, author: cleanAuthor(author), body });
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

const words = (text: string) => (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(' ');

/** Many pages repeat the headline as the first paragraph. */
function withoutTitle(body: string, title: string | undefined): string {
  const end = body.indexOf('\n');
  if (title === undefined || end < 0 || words(body.slice(0, end)) !== words(title)) return body;
  return body.slice(end + 1).trimStart();
}

/** «Автор: …», and authors that are an address or the whole page's menu. */
function cleanAuthor(author: string | undefined): string | undefined {
  const name = author
    ?.replace(/^\s*(?:авторы?|текст|by)\s*:?\s+/i, '')
    .replace(/[\s,·|]+\d{1,2}\s+\p{Ll}{3,}\.?(?:\s+\d{4})?(?:\s+(?:г\.\s+)?в\s+\d{1,2}:\d{2})?\s*$/u, '')
    .trim();
  return name === undefined || name === '' || name.length > 120 || /^https?:/.test(name) ? undefined : name;
}
