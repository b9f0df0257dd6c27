import { jsonValue } from './json-value.ts';
import { pressDate } from './press-date.ts';
import type { Draft } from './reading.ts';
import { draftOf } from './record-fields.ts';

type Metadata = Omit<Draft, 'body'>;

/** What a page says of itself: JSON-LD first, then OpenGraph, then other `meta` elements, then marked-up times. */
export function pageMetadata(document: Document): Metadata {
  const linked = linkedData(document);
  const meta = (...names: string[]) =>
    names.map((name) => content(document, name)).find((value) => value !== undefined);
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime');
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const author = meta('author', 'article:author', 'dc.creator', 'sailthru.author');
  return {
    title: linked?.title ?? meta('og:title', 'twitter:title', 'dc.title'),
    lead: linked?.lead,
    author: linked?.author ?? (author !== undefined && /^https?:/.test(author) ? undefined : author),
    source: linked?.source ?? meta('og:site_name', 'application-name', 'dc.publisher'),
    date:
      linked?.date ??
      pressDate(meta('article:published_time', 'datepublished', 'pubdate', 'publishdate', 'dc.date', 'date')) ??
      pressDate(time ?? undefined),
    url: linked?.url ?? canonical ?? meta('og:url'),
    rubric: linked?.rubric ?? meta('article:section'),
    tags: linked?.tags?.length ? linked.tags : (meta('news_keywords')?.split(',') ?? []),
  };
}

function content(document: Document, name: string): string | undefined {
  for (const element of document.querySelectorAll('meta')) {
    const own = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    if (own?.toLowerCase() !== name) continue;
    const value = element.getAttribute('content')?.trim();
    if (value) return value;
  }
  return undefined;
}

/** The article among the page's JSON-LD, which may be a list or a graph. */
function linkedData(document: Document): Metadata | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = articleIn(jsonValue(script.textContent ?? ''), 0);
    if (found === undefined) continue;
    const draft = draftOf(found);
    const { headline, publisher, mainEntityOfPage, dateCreated } = found;
    return {
      ...draft,
      title: typeof headline === 'string' ? headline : draft.title,
      source: draftOf({ publisher }).source,
      date: pressDate(found.datePublished) ?? pressDate(dateCreated),
      url: draft.url ?? draftOf({ url: mainEntityOfPage }).url,
    };
  }
  return undefined;
}

const DEEPEST = 4;

function articleIn(value: unknown, depth: number): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined;
  const members = Array.isArray(value) ? value : undefined;
  const record = value as Readonly<Record<string, unknown>>;
  if (members === undefined && [record['@type']].flat().some((type) => /Article|Posting$/.test(String(type))))
    return record;
  for (const one of members ?? [record['@graph']]) {
    const found = articleIn(one, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
