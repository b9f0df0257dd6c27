import type { TokenColumns } from '../text/analysis.ts';

/** Tokens of one block of the log: blocks are never copied, and used again for the next segment. */
export const LOG_BLOCK = 1 << 13;

/** Every token of the articles of a segment that is being built, by blocks: its surface, then its position. */
export class TokenLog {
  readonly blocks: Uint32Array[] = [];
  length = 0;
  /** Where each text of each article ends. */
  readonly ends: number[] = [];

  /** Takes in the tokens of the next text. */
  addText({ surface, position, length }: TokenColumns): void {
    for (let from = 0; from < length; ) {
      const within = this.length % LOG_BLOCK;
      const number = (this.length - within) / LOG_BLOCK;
      if (number === this.blocks.length) this.blocks.push(new Uint32Array(LOG_BLOCK * 2));
      const block = this.blocks[number]!;
      const end = Math.min(length, from + LOG_BLOCK - within);
      this.length += end - from;
      for (let at = within * 2; from < end; from++) {
        block[at++] = surface[from]!;
        block[at++] = position[from]!;
      }
    }
    this.ends.push(this.length);
  }

  /** How many tokens a block holds. */
  held(block: number): number {
    return Math.max(0, Math.min(LOG_BLOCK, this.length - block * LOG_BLOCK));
  }

  clear(): void {
    this.length = 0;
    this.ends.length = 0;
  }

  /** How often each surface was met, by the analyzer's number. @param surfaces how many the analyzer has */
  counts(surfaces: number): Uint32Array {
    const counts = new Uint32Array(surfaces);
    this.blocks.forEach((block, number) => {
      const end = this.held(number) * 2;
      for (let at = 0; at < end; at += 2) counts[block[at]!]!++;
    });
    return counts;
  }
}
