import { ByteWriter } from './byte-writer.ts';

/** From so many positions in one text on, their length in bytes stands before them, so that they can be stepped over. */
const MANY = 4;

/** Writes the positions of surfaces, text by text: ascending, each as the gap to the one before, as varints. */
export class PositionsWriter {
  readonly to: ByteWriter;
  readonly #text = new ByteWriter();
  #count = 0;
  #last = 0;

  constructor(to: ByteWriter) {
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
    this.to.appendRange(bytes, 0, length);
    this.#text.length = 0;
    this.#count = 0;
    this.#last = 0;
  }
}

/** Goes over what {@link PositionsWriter} wrote, text by text. */
export class PositionsReader {
  bytes: Uint8Array = new Uint8Array(0);
  /** The gaps of the present text are the bytes `[start, end)`. */
  start = 0;
  end = 0;

  begin(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.start = 0;
    this.end = 0;
  }

  /** Goes to where the positions of an article begin, before its first text. */
  seek(offset: number): void {
    this.end = offset;
  }

  /** Goes to the next text, which has so many positions. */
  next(count: number): void {
    const { bytes } = this;
    let at = this.end;
    if (count < MANY) {
      this.start = at;
      for (let left = count; left > 0; left--) while (bytes[at++]! >= 0x80);
      this.end = at;
      return;
    }
    let byte = bytes[at++]!;
    let length = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[at++]!;
      length |= (byte & 0x7f) << shift;
    }
    this.start = at;
    this.end = at + length;
  }
}
