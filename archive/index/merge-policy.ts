/** What the policy looks at in a segment. */
export interface SegmentSize {
  readonly articles: number;
  /** Of them, removed since. */
  readonly removed: number;
}

/** Segments of about one size are merged when there are so many of them. */
const TOGETHER = 8;
/** A segment is not merged into one greater than this: a merge must stay short and its memory small. */
const GREATEST = 60_000;
/** A segment with more than this share of removed articles is written anew. */
const WASTE = 0.3;

/**
 * Which neighbouring segments to merge next, as `[first, end)`; undefined: none. Sizes are classes of powers of eight,
 * so an article is copied about as often as its archive has classes.
 */
export function mergeNext(segments: readonly SegmentSize[]): readonly [number, number] | undefined {
  const living = segments.map(({ articles, removed }) => articles - removed);
  const wasted = segments.findIndex(({ articles, removed }) => removed > articles * WASTE);
  if (wasted >= 0) return [wasted, wasted + 1];
  const classOf = (articles: number) => Math.floor(Math.log(Math.max(1, articles)) / Math.log(TOGETHER));
  for (let end = segments.length; end > 1; end--) {
    const size = classOf(living[end - 1]!);
    let first = end;
    let sum = 0;
    while (first > 0 && classOf(living[first - 1]!) <= size && sum + living[first - 1]! <= GREATEST)
      sum += living[--first]!;
    if (end - first >= TOGETHER || (end - first > 1 && sum >= GREATEST / 2 && sum <= GREATEST)) return [first, end];
  }
  return undefined;
}
