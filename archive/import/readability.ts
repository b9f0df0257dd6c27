import { Readability } from '@mozilla/readability';
import { htmlDocument } from './dom.ts';
import { elementText } from './html-text.ts';

/** A page of more elements than this is not searched for its article: that would take seconds. */
const MOST_ELEMENTS = 20_000;

export interface MainText {
  readonly title: string | undefined;
  readonly body: string;
  readonly author: string | undefined;
  readonly site: string | undefined;
}

/**
 * The article of a page without its furniture. The document is used up. Undefined when no article stands out.
 */
export function mainText(document: Document): MainText | undefined {
  try {
    const found = new Readability(document, { maxElemsToParse: MOST_ELEMENTS, charThreshold: 200 }).parse();
    if (!found?.content) return undefined;
    const content = htmlDocument(found.content).body;
    return {
      title: found.title ?? undefined,
      body: elementText(content),
      author: found.byline ?? undefined,
      site: found.siteName ?? undefined,
    };
  } catch {
    // Too many elements, or markup the library stumbles over: the caller takes the page's whole text.
    return undefined;
  }
}
