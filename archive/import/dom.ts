import { DOMParser, parseHTML } from 'linkedom';

deafen(parseHTML('<p>').document.createTextNode(''));

/**
 * The library keeps a map of listeners for every node in a WeakMap, which was nearly half of the time that making a document
 * took. Nothing listens to documents that are only read: the class of all nodes is given a base that makes no such map.
 */
function deafen(node: Node): void {
  for (let kind: object = node.constructor; kind !== Function.prototype; kind = Object.getPrototypeOf(kind)) {
    const base = Object.getPrototypeOf(kind);
    if (base.prototype !== undefined && Object.hasOwn(base.prototype, 'addEventListener'))
      Object.setPrototypeOf(kind, class {});
  }
}

/** Markup as a document: of the whole page, or of a fragment that is put into one. Nothing in it is run or fetched. */
export function htmlDocument(markup: string): Document {
  if (isMonstrous(markup)) return htmlDocument(markup.replace(/<[^<>]*>/g, ' ').replaceAll('<', ' '));
  const whole = /<html[\s>]/i.test(markup) ? markup : `<!doctype html><html><body>${markup}</body></html>`;
  return parseHTML(whole).document;
}

/** Elements nested deeper than this are no page; the time to walk them grows with the square of the depth. */
const DEEPEST = 150;
/** Pages of more elements are read for their words alone. */
const MOST_ELEMENTS = 100_000;

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|option)$/i;

/** Whether elements are too many or nested too deep, by their tags alone; those that close themselves do not nest. */
function isMonstrous(markup: string): boolean {
  let now = 0;
  let count = 0;
  for (const [, close, name] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (close === '' && ++count > MOST_ELEMENTS) return true;
    if (VOID.test(name!)) continue;
    now = Math.max(0, now + (close === '' ? 1 : -1));
    if (now > DEEPEST) return true;
  }
  return false;
}

/** XML as a document. Never throws for what is not well-formed: what could be read is there. */
export function xmlDocument(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/xml') as unknown as Document;
}
