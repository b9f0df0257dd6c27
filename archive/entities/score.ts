/** How well found spans agree with annotated ones: exact spans, and words inside or outside a span (naeval's metric). */

export interface TypedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** What was found right, what was found, what there was to find. */
export interface Counts {
  right: number;
  found: number;
  wanted: number;
}

export interface TypeScore {
  readonly exact: Counts;
  readonly word: Counts;
}

const word = /[\p{L}\p{M}]+(?:[-'’‑][\p{L}\p{M}\d]+)*|\d+(?:[.,]\d+)*|[^\s\p{L}\d]/gu;

export function scoreDocument(
  text: string,
  wanted: readonly TypedSpan[],
  found: readonly TypedSpan[],
  type: string,
): TypeScore {
  const gold = wanted.filter((span) => span.type === type);
  const ours = found.filter((span) => span.type === type);
  const key = ({ start, end }: TypedSpan) => `${start}:${end}`;
  const goldKeys = new Set(gold.map(key));
  const exact = {
    right: ours.filter((span) => goldKeys.has(key(span))).length,
    found: ours.length,
    wanted: gold.length,
  };
  const words = { right: 0, found: 0, wanted: 0 };
  const covers = (spans: readonly TypedSpan[], start: number, end: number) =>
    spans.some((span) => span.start < end && start < span.end);
  for (const match of text.matchAll(word)) {
    const end = match.index + match[0].length;
    const [inOurs, inGold] = [covers(ours, match.index, end), covers(gold, match.index, end)];
    if (inOurs) words.found++;
    if (inGold) words.wanted++;
    if (inOurs && inGold) words.right++;
  }
  return { exact, word: words };
}

export function sum(counts: readonly Counts[]): Counts {
  const total = { right: 0, found: 0, wanted: 0 };
  for (const one of counts) {
    total.right += one.right;
    total.found += one.found;
    total.wanted += one.wanted;
  }
  return total;
}

/** Precision, recall and their harmonic mean, in per cent; 0 where nothing was found or wanted. */
export function measures({ right, found, wanted }: Counts): { precision: number; recall: number; f1: number } {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = wanted === 0 ? 0 : (100 * right) / wanted;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/**
 * Interval of F1 by resampling documents (bootstrap, Efron 1979).
 *
 * @returns the bounds between which 95 % of the resamples lie
 */
export function interval(
  counts: readonly Counts[],
  random: () => number,
  resamples = 1000,
): { low: number; high: number } {
  const values = Array.from(
    { length: resamples },
    () => measures(sum(counts.map(() => counts[Math.floor(random() * counts.length)]!))).f1,
  ).sort((a, b) => a - b);
  return { low: values[Math.floor(resamples * 0.025)] ?? 0, high: values[Math.floor(resamples * 0.975)] ?? 0 };
}
