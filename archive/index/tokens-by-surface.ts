import type { TokenLog } from './token-log.ts';

/** The tokens of a log grouped by surface; within a surface in the order of the texts. */
export interface GroupedTokens {
  /** Where each surface's tokens end, by its rank in the order asked for. */
  readonly ends: Uint32Array;
  /** Of each token, the text it stands in (`article · texts + text`), then its position: side by side, to be fetched at once. */
  readonly places: Uint32Array;
}

/**
 * A counting sort, which keeps texts and positions in order.
 *
 * @param counts tokens of each surface by the analyzer's number; used up
 * @param order  the surfaces, in the order wanted
 */
export function groupTokens(log: TokenLog, counts: Uint32Array, order: Uint32Array): GroupedTokens {
  const ends = new Uint32Array(order.length);
  let total = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const count = counts[order[rank]!]!;
    counts[order[rank]!] = total;
    total += count;
    ends[rank] = total;
  }
  const places = new Uint32Array(total * 2);
  let text = 0;
  let done = 0;
  for (let number = 0; number < log.blocks.length; number++) {
    const block = log.blocks[number]!;
    const end = log.held(number) * 2;
    for (let at = 0; at < end; at += 2, done++) {
      while (log.ends[text]! <= done) text++;
      const to = counts[block[at]!]!++ * 2;
      places[to] = text;
      places[to + 1] = block[at + 1]!;
    }
  }
  return { ends, places };
}
