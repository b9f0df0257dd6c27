import { Readability } from '@mozilla/readability';
import { htmlDocument } from './dom.ts';
import { elementText } from './html-text.ts';

/** A page of more elements than this is not searched for its article: that would take seconds. */
const MOST_ELEMENTS = 20_000;

/** Elements of a document, counted by hand: the library's own way takes seconds for a long page. */
function elements(document: Document): number {
  let count = 0;
  const stack: Element[] = [document.documentElement];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    count++;
    for (let child = element.firstElementChild; child !== null; child = child.nextElementSibling) stack.push(child);
  }
  return count;
}

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
  if (elements(document) > MOST_ELEMENTS) return undefined;
  try {
    const found = new Readability(document, { charThreshold: 200 }).parse();
    if (!found?.content) return undefined;
    const content = htmlDocument(found.content).body;
    return {
      title: found.title ?? undefined,
      body: elementText(content),
      author: found.byline ?? undefined,
      site: found.siteName ?? undefined,
    };
  } catch {
    // Markup the library stumbles over: the caller takes the page's whole text.
    return undefined;
  }
}
