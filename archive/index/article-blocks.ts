import type { IdSet } from './id-set.ts';
import type { SegmentView, Snapshot } from './snapshot.ts';

/** Articles gone through at a time. */
export const BLOCK = 1024;

/** Some articles of one segment. */
export interface ArticleBlock {
  readonly view: SegmentView;
  /** Numbers of the articles, ascending; the first `count` of them. The next block is written over it. */
  readonly numbers: Uint32Array;
  readonly count: number;
}

/** The articles of a set in blocks, for loops over plain arrays: called for each article alone they take three times as long. */
export function* articleBlocks(articles: IdSet, snapshot: Snapshot): Generator<ArticleBlock> {
  const numbers = new Uint32Array(BLOCK);
  for (const view of snapshot.views) {
    const end = view.base + view.segment.header.articles;
    for (let first = view.base; first < end; first += BLOCK) {
      const count = articles.list(first, Math.min(end, first + BLOCK), numbers);
      if (count > 0) yield { view, numbers, count };
    }
  }
}
