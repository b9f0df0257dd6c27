import type { TokenLog } from './token-log.ts';

/** The tokens of a log grouped by surface; within a surface in the order of the texts. */
export interface GroupedTokens {
  /** Where each surface's tokens end, by its rank in the order asked for. */
  readonly ends: Uint32Array;
  /** Of each token, the text it stands in: `article · texts + text`. */
  readonly texts: Uint32Array;
  readonly positions: Uint32Array;
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
  const texts = new Uint32Array(total);
  const positions = new Uint32Array(total);
  const { surfaces } = log;
  let token = 0;
  for (let text = 0; text < log.texts; text++) {
    for (const end = log.ends[text]!; token < end; token++) {
      const to = counts[surfaces[token]!]!++;
      texts[to] = text;
      positions[to] = log.positions[token]!;
    }
  }
  return { ends, texts, positions };
}
