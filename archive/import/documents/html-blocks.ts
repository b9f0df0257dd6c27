import { elementText } from '../html-text.ts';
import type { Block } from './document-text.ts';

const LEAVES = /^(?:P|H[1-6]|LI|TR|PRE|DT|DD|FIGCAPTION)$/;

const LONGEST_CELL = 200;

/** The paragraphs of clean markup (as converters make it) with headings, bold lines and page breaks (`hr`) told. */
export function htmlBlocks(root: Element): Block[] {
  const blocks: Block[] = [];
  let breaks = false;
  // A stack of our own: tables are nested deeper than the call stack goes.
  const stack: Element[] = [root];
  while (stack.length > 0) {
    const element = stack.pop()!;
    const name = element.nodeName.toUpperCase();
    const children = [...element.children];
    if (name === 'HR') breaks = true;
    else if (name === 'TR' && isRow(children)) {
      blocks.push({ text: children.map(elementText).join('\t') });
    } else if (LEAVES.test(name) && !children.some(holdsBlocks)) {
      // A break stands inside the paragraph that ends a page.
      const inside = element.querySelector('hr') !== null;
      const text = elementText(element);
      blocks.push({ text, ...shape(element, name, text), ...(breaks && { breaks: true }) });
      breaks = inside || (breaks && text === '');
    } else if (children.length === 0 || !children.some(holdsBlocks)) {
      const text = elementText(element);
      if (text !== '') blocks.push({ text });
    } else stack.push(...children.reverse());
  }
  return blocks;
}

/** A row of short cells is a line; a page that was laid out as a table has paragraphs in its cells. */
function isRow(cells: readonly Element[]): boolean {
  return cells.every((cell) => cell.children.length <= 1 && (cell.textContent ?? '').length <= LONGEST_CELL);
}

function holdsBlocks(element: Element): boolean {
  return /^(?:P|H[1-6]|LI|TR|UL|OL|TABLE|TBODY|THEAD|DIV|SECTION|BLOCKQUOTE|HR)$/i.test(element.nodeName);
}

function shape(element: Element, name: string, text: string): Pick<Block, 'level' | 'strong'> {
  const heading = /^H([1-6])$/.exec(name);
  if (heading !== null) return { level: Number(heading[1]) };
  const bold = [...element.querySelectorAll('strong, b')].map((one) => one.textContent ?? '').join('');
  const all = (element.textContent ?? '').replace(/\s/g, '').length;
  return text !== '' && bold.replace(/\s/g, '').length >= all * 0.9 ? { strong: true } : {};
}
