/** Every token of the articles of a segment that is being built: its surface and its place, in columns. */
export class TokenLog {
  surfaces = new Uint32Array(1 << 12);
  positions = new Uint32Array(1 << 12);
  length = 0;
  /** Where each text of each article ends: `texts` entries an article. */
  ends = new Uint32Array(1 << 8);
  #texts = 0;

  add(surface: number, position: number): void {
    this.surfaces[this.length] = surface;
    this.positions[this.length++] = position;
  }

  /** Makes room for the tokens of a text. */
  reserve(tokens: number): void {
    while (this.length + tokens > this.surfaces.length) {
      this.surfaces = grown(this.surfaces);
      this.positions = grown(this.positions);
    }
  }

  endText(): void {
    if (this.#texts === this.ends.length) this.ends = grown(this.ends);
    this.ends[this.#texts++] = this.length;
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
