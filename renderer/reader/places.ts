import type { Annotation } from '../../archive/contract/annotations.ts';
import type { Fields } from './paint.ts';
import { liveRange, rangeOf } from './ranges.ts';

/** Where a mark's first line stands, CSS pixels below the top of the text's frame. */
export interface PlacedMark {
  mark: Annotation;
  top: number;
}

/** How far beyond the visible part marks are placed, CSS pixels. */
const beyond = 900;

/**
 * The marks in and near the visible part with the height of their first lines. Only these are measured: a paragraph
 * out of sight is not laid out, and thousands of marks must not force it.
 */
export function placeMarks(
  frame: HTMLElement,
  page: HTMLElement,
  fields: Fields,
  marks: readonly Annotation[],
): PlacedMark[] {
  if (marks.length === 0) return [];
  const origin = frame.getBoundingClientRect().top;
  const view = page.getBoundingClientRect();
  const near = new Set<Node>();
  for (const { node } of [...fields.title, ...fields.body]) {
    const box = node.parentElement?.getBoundingClientRect();
    if (box !== undefined && box.bottom > view.top - beyond && box.top < view.bottom + beyond) near.add(node);
  }
  const placed: PlacedMark[] = [];
  for (const mark of marks) {
    const range = mark.span === null ? undefined : rangeOf(fields[mark.field], mark.span);
    if (range === undefined || !near.has(range.startContainer)) continue;
    placed.push({ mark, top: liveRange(range).getBoundingClientRect().top - origin });
  }
  return placed.sort((a, b) => a.top - b.top);
}

/**
 * Tops for notes that may not overlap: each as near to its line as the others leave room. The current one stands
 * exactly at its line; those above it give way upwards, those below downwards.
 *
 * @param wanted  tops of the lines, rising
 * @param heights of the notes
 * @param current position of the current note, or −1
 * @param gap     between two notes
 */
export function spread(wanted: readonly number[], heights: readonly number[], current: number, gap: number): number[] {
  const tops = [...wanted];
  const start = Math.max(0, current);
  for (let at = start + 1; at < tops.length; at += 1) {
    tops[at] = Math.max(tops[at]!, tops[at - 1]! + heights[at - 1]! + gap);
  }
  for (let at = start - 1; at >= 0; at -= 1) {
    tops[at] = Math.min(tops[at]!, tops[at + 1]! - heights[at]! - gap);
  }
  // Above the current one notes may have been pushed over each other's heads only upwards, which is what is wanted.
  return tops;
}
