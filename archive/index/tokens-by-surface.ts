import { LOG_BLOCK, type TokenLog } from './token-log.ts';

/** The tokens of a log grouped by surface; within a surface in the order of the texts. */
export interface GroupedTokens {
  /** Where each surface's tokens end, by its rank in the order asked for. */
  readonly ends: Uint32Array;
  /** Of each token, the text it stands in: `article · texts + text`. */
  readonly texts: Uint32Array;
  readonly positions: Uint32Array;
}

/**
 * A counting sort, which keeps texts and positions in order. Uses the log up.
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
  let text = 0;
  log.surfaces.forEach((block, number) => {
    const places = log.positions[number]!;
    const first = number * LOG_BLOCK;
    const end = Math.min(LOG_BLOCK, log.length - first);
    for (let i = 0; i < end; i++) {
      while (log.ends[text]! <= first + i) text++;
      const to = counts[block[i]!]!++;
      texts[to] = text;
      positions[to] = places[i]!;
    }
    // The log is used up block by block: it and what is made of it need not fit side by side.
    log.surfaces[number] = NOTHING;
    log.positions[number] = NOTHING;
  });
  return { ends, texts, positions };
}

const NOTHING = new Uint32Array(0);
