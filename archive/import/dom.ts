import { DOMParser, parseHTML } from 'linkedom';

/** Markup as a document: of the whole page, or of a fragment that is put into one. Nothing in it is run or fetched. */
export function htmlDocument(markup: string): Document {
  if (depth(markup) > DEEPEST) return htmlDocument(markup.replace(/<[^<>]*>/g, ' ').replaceAll('<', ' '));
  const whole = /<html[\s>]/i.test(markup) ? markup : `<!doctype html><html><body>${markup}</body></html>`;
  return parseHTML(whole).document;
}

/** Elements nested deeper than this are no page; the time to walk them grows with the square of the depth. */
const DEEPEST = 150;

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|option)$/i;

/** How deep the elements are nested at most, by their tags alone; those that close themselves are not counted. */
function depth(markup: string): number {
  let now = 0;
  let most = 0;
  for (const [, close, name] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (VOID.test(name!)) continue;
    now = Math.max(0, now + (close === '' ? 1 : -1));
    most = Math.max(most, now);
  }
  return most;
}

/** XML as a document. Never throws for what is not well-formed: what could be read is there. */
export function xmlDocument(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/xml') as unknown as Document;
}
