import type { TokenColumns } from '../text/analysis.ts';

/** Every token of the articles of a segment that is being built: its surface and its place, in columns. */
export class TokenLog {
  surfaces = new Uint32Array(1 << 12);
  positions = new Uint32Array(1 << 12);
  length = 0;
  /** Where each text of each article ends: `texts` entries an article. */
  ends = new Uint32Array(1 << 8);
  #texts = 0;

  /** Takes in the tokens of the next text. */
  addText(tokens: TokenColumns): void {
    const end = this.length + tokens.length;
    while (end > this.surfaces.length) {
      this.surfaces = grown(this.surfaces);
      this.positions = grown(this.positions);
    }
    this.surfaces.set(tokens.surface.subarray(0, tokens.length), this.length);
    this.positions.set(tokens.position.subarray(0, tokens.length), this.length);
    this.length = end;
    if (this.#texts === this.ends.length) this.ends = grown(this.ends);
    this.ends[this.#texts++] = end;
  }

  get texts(): number {
    return this.#texts;
  }
}

function grown(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length + (from.length >>> 1));
  to.set(from);
  return to;
}
