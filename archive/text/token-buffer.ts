import type { TokenColumns } from './analysis.ts';

/** The columns of {@link TokenColumns}, filled anew for each text; they only ever grow. */
export class TokenBuffer implements TokenColumns {
  length = 0;
  start = new Uint32Array(1 << 12);
  end = new Uint32Array(1 << 12);
  position = new Uint32Array(1 << 12);
  sentence = new Uint32Array(1 << 12);
  surface = new Uint32Array(1 << 12);

  push(start: number, end: number, position: number, sentence: number, surface: number): void {
    const at = this.length++;
    if (at === this.start.length) this.#grow();
    this.start[at] = start;
    this.end[at] = end;
    this.position[at] = position;
    this.sentence[at] = sentence;
    this.surface[at] = surface;
  }

  /** Puts an entry that ends at `end` before the one at `at`, at its beginning, position and sentence. */
  insert(at: number, end: number, surface: number): void {
    const length = this.length;
    this.push(0, 0, 0, 0, 0);
    for (const column of [this.start, this.end, this.position, this.sentence, this.surface]) {
      column.copyWithin(at + 1, at, length);
    }
    this.end[at] = end;
    this.surface[at] = surface;
  }

  #grow(): void {
    const twice = (column: Uint32Array<ArrayBuffer>) => {
      const wider = new Uint32Array(column.length * 2);
      wider.set(column);
      return wider;
    };
    this.start = twice(this.start);
    this.end = twice(this.end);
    this.position = twice(this.position);
    this.sentence = twice(this.sentence);
    this.surface = twice(this.surface);
  }
}
