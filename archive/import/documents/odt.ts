import { zipParts } from '../archives/zip.ts';
import { xmlDocument } from '../dom.ts';
import type { SourceFile } from '../reading.ts';
import { Unreadable } from '../unreadable.ts';
import { type Block, documentText, type OpenedDocument } from './document-text.ts';

const LARGEST = 32 << 20;
const SKIPPED = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note-citation',
  'draw:frame',
  'text:bibliography-mark',
]);
const LONGEST_CELL = 200;
const TEXT = 3;
const ELEMENT = 1;

/** A text of OpenDocument, as LibreOffice writes it. */
export async function openOdt(source: SourceFile): Promise<OpenedDocument> {
  const parts = await zipParts(source.bytes, (name) => name === 'content.xml', LARGEST);
  const content = parts.get('content.xml');
  if (content === undefined) throw new Unreadable('broken');
  const document = xmlDocument(new TextDecoder().decode(content));
  const text = document.querySelector('office\\:text');
  return { document: documentText(text === null ? [] : blocksOf(text)), encoding: 'utf-8' };
}

/** Paragraphs and headings in their order, those in lists and tables too. */
function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  let breaks = false;
  const stack: Element[] = [...root.children].reverse();
  while (stack.length > 0) {
    const element = stack.pop()!;
    const name = element.nodeName;
    if (SKIPPED.has(name)) continue;
    if (name === 'text:soft-page-break') breaks = true;
    else if (name === 'text:p' || name === 'text:h') {
      const level = Number(element.getAttribute('text:outline-level'));
      const heading = name === 'text:h' ? { level: level > 0 ? level : 1 } : {};
      blocks.push({ text: inline(element), ...heading, ...(breaks && { breaks }) });
      breaks = false;
    } else if (name === 'table:table-row' && isRow(element)) {
      blocks.push({ text: [...element.querySelectorAll('text\\:p')].map(inline).join('\t') });
    } else stack.push(...[...element.children].reverse());
  }
  return blocks;
}

/** A row of short cells is a line; a page that was laid out as a table has paragraphs in its cells. */
function isRow(row: Element): boolean {
  return [...row.children].every(
    (cell) => cell.children.length <= 1 && (cell.textContent ?? '').length <= LONGEST_CELL,
  );
}

/** The characters of a paragraph; several blanks, tabs and line breaks are elements in this format. */
function inline(paragraph: Element): string {
  const out: string[] = [];
  const stack: Node[] = [paragraph];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node.nodeType === TEXT) out.push((node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' '));
    if (node.nodeType !== ELEMENT || SKIPPED.has(node.nodeName)) continue;
    if (node.nodeName === 'text:line-break') out.push('\n');
    if (node.nodeName === 'text:tab') out.push('\t');
    if (node.nodeName === 'text:s') {
      const count = Number((node as Element).getAttribute('text:c') ?? 1);
      out.push(' '.repeat(Math.min(Math.max(count || 1, 1), 100)));
    }
    for (let child = node.lastChild; child !== null; child = child.previousSibling) stack.push(child);
  }
  return out.join('');
}
