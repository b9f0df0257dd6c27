import { DOMParser, parseHTML } from 'linkedom';

/** Markup as a document: of the whole page, or of a fragment that is put into one. Nothing in it is run or fetched. */
export function htmlDocument(markup: string): Document {
  const whole = /<html[\s>]/i.test(markup) ? markup : `<!doctype html><html><body>${markup}</body></html>`;
  return parseHTML(whole).document;
}

/** XML as a document. Never throws for what is not well-formed: what could be read is there. */
export function xmlDocument(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/xml') as unknown as Document;
}
