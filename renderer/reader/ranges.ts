import type { ArticleField, Span } from '../../archive/contract/values.ts';
import { paragraphAt } from './paragraphs.ts';

/** One shown block of a field: an element with a single text node, and the offset its text begins at. */
export interface Block {
  start: number;
  end: number;
  node: Text;
}

/** What an article's field looks like in the document. */
export type Blocks = readonly Block[];

/** Reads the blocks of a field from the elements that carry `data-start`. */
export function blocksOf(root: ParentNode, field: ArticleField): Block[] {
  const found: Block[] = [];
  for (const element of root.querySelectorAll<HTMLElement>(`[data-field=${field}][data-start]`)) {
    const node = element.firstChild;
    if (!(node instanceof Text)) continue;
    const start = Number(element.dataset.start);
    found.push({ start, end: start + node.length, node });
  }
  return found;
}

/** The stretch of the document that a span of the stored text is shown as; undefined when it lies between paragraphs. */
export function rangeOf(blocks: Blocks, { start, end }: Span): StaticRange | undefined {
  if (blocks.length === 0 || end <= start) return undefined;
  let first = paragraphAt(blocks, start);
  if (blocks[first]!.end <= start) first += 1;
  let last = paragraphAt(blocks, end - 1);
  // The span may end in the empty lines before the next paragraph.
  while (last > first && blocks[last]!.start >= end) last -= 1;
  const [head, tail] = [blocks[first], blocks[last]];
  if (head === undefined || tail === undefined || head.start >= end || last < first) return undefined;
  const startOffset = Math.max(0, start - head.start);
  const endOffset = Math.min(tail.node.length, end - tail.start);
  if (head === tail && endOffset <= startOffset) return undefined;
  return new StaticRange({ startContainer: head.node, startOffset, endContainer: tail.node, endOffset });
}

/** A live range over the same stretch, for measuring and selecting. */
export function liveRange(range: StaticRange): Range {
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

/** The stored offset of a point of the document; undefined outside the field. */
export function offsetOf(node: Node, offset: number): { field: ArticleField; offset: number } | undefined {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]');
  if (element === null || element === undefined) return undefined;
  const field = element.dataset.field === 'title' ? 'title' : 'body';
  const start = Number(element.dataset.start);
  if (node instanceof Text) return { field, offset: start + offset };
  return { field, offset: offset === 0 ? start : start + (element.textContent?.length ?? 0) };
}

/** The passage the person selected, in stored offsets, without the spaces at its ends; undefined for none. */
export function selectedSpan(root: Element): { field: ArticleField; span: Span; text: string } | undefined {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return undefined;
  const text = selection.toString();
  if (text.trim() === '') return undefined;
  const from = offsetOf(range.startContainer, range.startOffset);
  const to = offsetOf(range.endContainer, range.endOffset);
  if (from === undefined || to === undefined || from.field !== to.field || to.offset <= from.offset) return undefined;
  const lead = text.length - text.trimStart().length;
  const trail = text.length - text.trimEnd().length;
  const span = { start: from.offset + lead, end: to.offset - trail };
  return span.end > span.start ? { field: from.field, span, text: text.trim() } : undefined;
}
