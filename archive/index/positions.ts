import type { ByteChunks } from './byte-chunks.ts';
import { ByteWriter } from './byte-writer.ts';

/** From so many positions in one text on, their length in bytes stands before them, so that they can be stepped over. */
const MANY = 2;

/** Writes the positions of surfaces, text by text: ascending, each as the gap to the one before, as varints. */
export class PositionsWriter {
  readonly to: ByteChunks;
  readonly #text = new ByteWriter();
  #count = 0;
  #last = 0;

  constructor(to: ByteChunks) {
    this.to = to;
  }

  /** Adds a position of the present text. */
  add(position: number): void {
    this.#text.varint(position - this.#last);
    this.#last = position;
    this.#count++;
  }

  /** Ends a text; one without positions takes no room. */
  endText(): void {
    const { bytes, length } = this.#text;
    if (this.#count >= MANY) this.to.varint(length);
    this.to.append(bytes, 0, length);
    this.#text.length = 0;
    this.#count = 0;
    this.#last = 0;
  }
}

/** Goes over what {@link PositionsWriter} wrote, text by text: each is entered, then left or skipped. */
export class PositionsReader {
  bytes: Uint8Array = new Uint8Array(0);
  /** Where the first gap of the present text is. */
  start = 0;
  /** Where the present text ends; before it was left, −1 if that is not known. */
  end = 0;

  /** Begins at a byte. */
  begin(bytes: Uint8Array, at = 0): void {
    this.bytes = bytes;
    this.end = at;
  }

  /** Enters the next text, which has so many positions. */
  enter(count: number): void {
    this.start = this.end;
    this.end = -1;
    if (count < MANY) return;
    const { bytes } = this;
    let byte = bytes[this.start++]!;
    let length = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[this.start++]!;
      length |= (byte & 0x7f) << shift;
    }
    this.end = this.start + length;
  }

  /** Leaves the present text. @param at a place in it after which there are `left` more gaps */
  leave(at: number, left: number): void {
    if (this.end >= 0) return;
    const { bytes } = this;
    let end = at;
    for (let more = left; more > 0; more--) {
      // Most take one byte or two, which is no branch.
      end += 1 + (bytes[end]! >>> 7);
      while (bytes[end - 1]! >= 0x80) end++;
    }
    this.end = end;
  }

  /** Enters the next text and leaves it at once. */
  skip(count: number): void {
    this.enter(count);
    this.leave(this.start, count);
  }
}
