import type { ByteChunks } from './byte-chunks.ts';
import { ByteReader, ByteWriter } from './byte-writer.ts';
import { LONG, type Shapes, shapesOf } from './shapes.ts';
import { SKIP, SkipWriter } from './skips.ts';

/** Bytes of the parts of a surface's postings. */
export interface PostingsParts {
  readonly gaps: number;
  readonly shapes: number;
  readonly skips: number;
}

/**
 * Postings of one surface: the articles of a segment that have it, ascending, and how often each field has it, in three
 * parts. Gaps: for each article how many there are between it and the one before (varint). Shapes: see shapes.ts. Skips:
 * see skips.ts. Apart they are read without a branch for each article.
 */
export class PostingsWriter {
  readonly #to: ByteChunks;
  readonly #positions: ByteChunks;
  readonly #table: Shapes;
  readonly #gaps = new ByteWriter();
  readonly #shapes = new ByteWriter();
  readonly #skips = new SkipWriter();
  #last = -1;
  #articles = 0;

  /** @param positions where the positions of the same surfaces are written, each article's before its posting */
  constructor(to: ByteChunks, positions: ByteChunks, fields: number) {
    this.#to = to;
    this.#positions = positions;
    this.#table = shapesOf(fields);
  }

  /** Ends the postings of a surface, writes them and begins another's. */
  end(): PostingsParts {
    const parts = [this.#gaps, this.#shapes, this.#skips.noted];
    for (const { bytes, length } of parts) this.#to.append(bytes, 0, length);
    const [gaps, shapes, skips] = parts.map(({ length }) => length) as [number, number, number];
    this.#gaps.length = 0;
    this.#shapes.length = 0;
    this.#last = -1;
    this.#articles = 0;
    this.#skips.begin(this.#positions.length);
    return { gaps, shapes, skips };
  }

  /** @param frequencies by field; at least one is above 0 */
  add(article: number, frequencies: ArrayLike<number>): void {
    this.#gaps.varint(article - this.#last - 1);
    this.#last = article;
    this.#table.write(this.#shapes, frequencies);
    if (++this.#articles % SKIP === 0) this.#skips.note(this.#shapes.length, this.#positions.length);
  }
}

/** Reads postings one by one: for merging and for phrases. The scoring loop has its own, see frequencies.ts. */
export class PostingsReader {
  article = -1;
  /** Number of the article among those of the surface. */
  index = -1;
  readonly #table: readonly Uint8Array[];
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #shapeAt = 0;
  /** The shape that was read last; where it is long, the frequencies themselves. */
  #shape = LONG;
  readonly #long: Uint32Array;

  constructor(fields: number) {
    this.#table = shapesOf(fields).frequencies;
    this.#long = new Uint32Array(fields);
  }

  /** @param gaps the bytes of the gaps, which stand first */
  begin(bytes: Uint8Array, gaps: number): void {
    this.#bytes = bytes;
    this.#at = 0;
    this.#end = gaps;
    this.#shapeAt = gaps;
    this.article = -1;
    this.index = -1;
  }

  /** Goes to the next article. Its frequencies are known when its shape was read. */
  next(): boolean {
    if (this.#at >= this.#end) return false;
    const bytes = this.#bytes;
    let gap = bytes[this.#at++]!;
    if (gap >= 0x80) {
      gap &= 0x7f;
      for (let shift = 7, byte = 0x80; byte >= 0x80; shift += 7) {
        byte = bytes[this.#at++]!;
        gap |= (byte & 0x7f) << shift;
      }
    }
    this.article += gap + 1;
    this.index++;
    return true;
  }

  /** Reads the next shape: whoever wants frequencies reads one for each article. */
  readShape(): void {
    this.#shape = this.#bytes[this.#shapeAt++]!;
    if (this.#shape !== LONG) return;
    const from = new ByteReader(this.#bytes, this.#shapeAt);
    for (let field = 0; field < this.#long.length; field++) this.#long[field] = from.varint();
    this.#shapeAt = from.at;
  }

  /** Goes to the shape at a byte of the shapes. */
  seekShape(offset: number): void {
    this.#shapeAt = this.#end + offset;
  }

  /** How often a field of the article whose shape was read last has the word. */
  frequency(field: number): number {
    return this.#shape === LONG ? this.#long[field]! : this.#table[field]![this.#shape]!;
  }
}
