import { ByteReader, ByteWriter } from './byte-writer.ts';

/** Articles of one block of postings. */
export const SKIP = 16;

/**
 * Skips let a phrase read, of a surface's shapes and positions, only the blocks in which its other words occur. For each
 * full block of {@link SKIP} articles they have the bytes of its shapes and of its positions.
 */
export class SkipWriter {
  readonly noted = new ByteWriter();
  #shapes = 0;
  #positions = 0;

  /** Begins a surface whose positions begin there. */
  begin(positions: number): void {
    this.noted.length = 0;
    this.#shapes = 0;
    this.#positions = positions;
  }

  /** Ends a block; its shapes and positions end there. */
  note(shapes: number, positions: number): void {
    this.noted.varint(shapes - this.#shapes);
    this.noted.varint(positions - this.#positions);
    this.#shapes = shapes;
    this.#positions = positions;
  }
}

/** Where the shapes and positions of a block are among those of its surface. */
export class SkipReader {
  #from = new ByteReader(new Uint8Array(0));
  #length = 0;
  block = -1;
  shapes = 0;
  #shapesEnd = 0;
  positions = 0;
  positionsEnd = 0;

  /** Begins before the first block. @param positions bytes of all positions of the surface */
  begin(skips: Uint8Array, positions: number): void {
    this.#from = new ByteReader(skips);
    this.#length = positions;
    this.block = -1;
    this.#shapesEnd = 0;
    this.positionsEnd = 0;
  }

  /** Goes to a block further on. */
  goTo(block: number): void {
    const from = this.#from;
    for (; this.block < block; this.block++) {
      this.shapes = this.#shapesEnd;
      this.positions = this.positionsEnd;
      const full = from.at < from.bytes.length;
      if (full) this.#shapesEnd += from.varint();
      this.positionsEnd = full ? this.positions + from.varint() : this.#length;
    }
  }
}
