import type { TokenColumns } from '../text/analysis.ts';

/** Tokens of one block of the log: blocks are never copied, so the log takes no more room than its tokens. */
export const LOG_BLOCK = 1 << 13;

/** Every token of the articles of a segment that is being built: its surface and its place, in columns, by blocks. */
export class TokenLog {
  readonly surfaces: Uint32Array[] = [];
  readonly positions: Uint32Array[] = [];
  length = 0;
  /** Where each text of each article ends. */
  readonly ends: number[] = [];

  /** Takes in the tokens of the next text. */
  addText(tokens: TokenColumns): void {
    for (let from = 0; from < tokens.length; ) {
      const within = this.length % LOG_BLOCK;
      if (within === 0) {
        this.surfaces.push(new Uint32Array(LOG_BLOCK));
        this.positions.push(new Uint32Array(LOG_BLOCK));
      }
      const end = Math.min(tokens.length, from + LOG_BLOCK - within);
      this.surfaces.at(-1)!.set(tokens.surface.subarray(from, end), within);
      this.positions.at(-1)!.set(tokens.position.subarray(from, end), within);
      this.length += end - from;
      from = end;
    }
    this.ends.push(this.length);
  }

  /** How often each surface was met, by the analyzer's number. @param surfaces how many the analyzer has */
  counts(surfaces: number): Uint32Array {
    const counts = new Uint32Array(surfaces);
    this.surfaces.forEach((block, number) => {
      const end = Math.min(LOG_BLOCK, this.length - number * LOG_BLOCK);
      for (let i = 0; i < end; i++) counts[block[i]!]!++;
    });
    return counts;
  }
}
