import type { IdSet } from './id-set.ts';
import type { Segment } from './segment.ts';

/** A segment and the ordinals of its articles that were removed since, or left out from the beginning. */
export interface OpenPart {
  readonly segment: Segment;
  readonly removed: IdSet;
}

/** One segment as a snapshot sees it. */
export interface SegmentView extends OpenPart {
  /** The number of its first article in the snapshot: article numbers are `base + ordinal`. */
  readonly base: number;
}

/**
 * What a query sees: segments and the articles removed from them, with the statistics of the living articles alone, so
 * that scores do not depend on how articles happen to lie in segments. Never changes.
 */
export class Snapshot {
  readonly views: readonly SegmentView[];
  /** Numbers given to articles, removed ones included. */
  readonly size: number;
  /** Living articles. */
  readonly articles: number;
  /** Names of the fields; empty while there is no segment. */
  readonly fields: readonly string[];
  /** Sum of the lengths of the living articles, by field. */
  readonly totalLengths: readonly number[];

  constructor(parts: readonly OpenPart[]) {
    const views: SegmentView[] = [];
    let size = 0;
    let articles = 0;
    this.fields = parts[0]?.segment.header.fields.map((field) => field.name) ?? [];
    const totals = this.fields.map(() => 0);
    for (const { segment, removed } of parts) {
      views.push({ segment, removed, base: size });
      const count = segment.header.articles;
      articles += count - removed.size;
      for (let field = 0; field < totals.length; field++) totals[field]! += segment.header.totalLengths[field]!;
      removed.forEach((ordinal) => {
        for (let field = 0; field < totals.length; field++) {
          totals[field]! -= segment.lengths[ordinal * totals.length + field]!;
        }
      });
      size += count;
    }
    this.views = views;
    this.size = size;
    this.articles = articles;
    this.totalLengths = totals;
  }

  /** The view that an article number lies in. */
  viewOf(number: number): SegmentView {
    let low = 0;
    let high = this.views.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.views[middle]!.base <= number) low = middle;
      else high = middle;
    }
    return this.views[low]!;
  }

  idOf(number: number): number {
    const view = this.viewOf(number);
    return view.segment.ids[number - view.base]!;
  }
}
