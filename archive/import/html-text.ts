import { htmlDocument } from './dom.ts';
import { plainText } from './plain.ts';

const SKIPPED = new Set([
  ...['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'OBJECT', 'NAV', 'FORM', 'BUTTON', 'SELECT', 'HEAD'],
  ...['FIGCAPTION', 'ASIDE', 'FOOTER', 'AUDIO', 'VIDEO', 'CANVAS', 'TEXTAREA'],
]);
const BLOCKS = new Set([
  ...[
    'P',
    'DIV',
    'SECTION',
    'ARTICLE',
    'MAIN',
    'HEADER',
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
    'BLOCKQUOTE',
    'PRE',
    'UL',
  ],
  ...['OL', 'DL', 'TABLE', 'FIGURE', 'HR', 'ADDRESS', 'BODY', 'DETAILS', 'SUMMARY'],
]);
const LINES = new Set(['LI', 'TR', 'DT', 'DD', 'BR', 'CAPTION', 'OPTION']);

const ELEMENT = 1;
const TEXT = 3;

/** The text of an element as it is read: paragraphs with an empty line between, without scripts, forms and captions. */
export function elementText(root: Node): string {
  const out: string[] = [];
  // A stack of our own: pages are nested deeper than the call stack goes.
  const stack: (Node | string)[] = [root];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (typeof node === 'string') out.push(node);
    else if (node.nodeType === TEXT) out.push((node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' '));
    else if (node.nodeType === ELEMENT && !SKIPPED.has(node.nodeName.toUpperCase())) {
      const name = node.nodeName.toUpperCase();
      const border = BLOCKS.has(name) ? '\n\n' : name === 'TD' || name === 'TH' ? ' ' : '';
      if (border !== '') stack.push(border);
      for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push(child);
      out.push(LINES.has(name) ? '\n' : border);
    }
  }
  return plainText(
    out
      .join('')
      .replace(/(?<! ) *\n */g, '\n')
      .replace(/ {2,}/g, ' '),
  );
}

/** The text of a piece of HTML. */
export function htmlText(markup: string): string {
  const { body } = htmlDocument(markup);
  return body === null ? '' : elementText(body);
}
