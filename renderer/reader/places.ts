import type { ArticleField, Span } from '../../archive/contract/values.ts';
import type { Fields } from './paint.ts';
import { type Blocks, liveRange, rangeOf } from './ranges.ts';

/** Where the first line of a passage stands, CSS pixels below the top of the text's frame. */
export interface Placed<Thing> {
  of: Thing;
  top: number;
}

/** How far beyond the visible part passages are placed, CSS pixels. */
const beyond = 600;
/** So many are placed at most: of more that stand so close, none would be near its line. */
const most = 120;

/**
 * What stands in and near the visible part, with the height of its first line. Only that is measured: a paragraph out of
 * sight is not laid out, and thousands of marks must not force it. Paragraphs follow each other downwards, so the
 * visible ones are found by halving.
 */
export function placeSpans<Thing>(
  frame: HTMLElement,
  page: HTMLElement,
  fields: Fields,
  things: readonly Thing[],
  spanOf: (thing: Thing) => { field: ArticleField; span: Span | null },
): Placed<Thing>[] {
  const origin = frame.getBoundingClientRect().top;
  const near = nearSpans(page, fields, beyond);
  const placed: Placed<Thing>[] = [];
  const close = things.filter((thing) => {
    const { field, span } = spanOf(thing);
    return span !== null && span.start >= near[field].start && span.start < near[field].end;
  });
  const every = Math.max(1, Math.ceil(close.length / most));
  for (const [at, thing] of close.entries()) {
    const { field, span } = spanOf(thing);
    if (span === null || at % every > 0) continue;
    const range = rangeOf(fields[field], span);
    if (range !== undefined) placed.push({ of: thing, top: liveRange(range).getBoundingClientRect().top - origin });
  }
  return placed.sort((a, b) => a.top - b.top);
}

/** The stored offsets of what stands in the visible part of a page, and so many pixels beyond its edges. */
export function nearSpans(page: HTMLElement, fields: Fields, far: number): Record<ArticleField, Span> {
  const { top, bottom } = page.getBoundingClientRect();
  return {
    title: nearSpan(fields.title, top - far, bottom + far),
    body: nearSpan(fields.body, top - far, bottom + far),
  };
}

/** The stored offsets of the blocks between two heights of the window. */
function nearSpan(blocks: Blocks, top: number, bottom: number): Span {
  const box = (at: number) => blocks[at]!.node.parentElement!.getBoundingClientRect();
  const first = firstWhere(blocks.length, (at) => box(at).bottom > top);
  const after = firstWhere(blocks.length, (at) => box(at).top >= bottom);
  return { start: blocks[first]?.start ?? 0, end: first < after ? blocks[after - 1]!.end : 0 };
}

/** The first number from 0 for which a condition holds that holds for all later ones. */
function firstWhere(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
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
