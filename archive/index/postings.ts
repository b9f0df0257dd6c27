import type { ByteWriter } from './byte-writer.ts';
import { SKIP, SkipWriter } from './skips.ts';

/**
 * Postings of one surface: the articles of a segment that have it, ascending, and how often each field has it. Most
 * articles have a word once, in the body, so the gap to the article before is written together with a kind:
 *
 *     gap · 4 + kind (varint)
 *     kind 0: once in the last field            kind 1: only in the last field, then frequency − 2
 *     kind 2: once in each of the last two      kind 3: mask of fields, then the frequency of each
 */
export class PostingsWriter {
  readonly #to: ByteWriter;
  readonly #positions: ByteWriter;
  readonly #fields: number;
  readonly #skips: SkipWriter;
  #last = -1;
  #articles = 0;

  /** @param positions where the positions of the same surfaces are written, each article's before its posting */
  constructor(to: ByteWriter, positions: ByteWriter, fields: number) {
    this.#to = to;
    this.#positions = positions;
    this.#fields = fields;
    this.#skips = new SkipWriter(to);
  }

  /** Ends the postings of a surface, writes its skips and begins another; answers the bytes of the skips. */
  end(): number {
    const length = this.#skips.write();
    this.#last = -1;
    this.#articles = 0;
    this.#skips.begin(this.#to.length, this.#positions.length);
    return length;
  }

  /** @param frequencies by field; at least one is above 0 */
  add(article: number, frequencies: ArrayLike<number>): void {
    this.#write(article, frequencies);
    if (++this.#articles % SKIP === 0) this.#skips.note(article, this.#to.length, this.#positions.length);
  }

  #write(article: number, frequencies: ArrayLike<number>): void {
    const fields = this.#fields;
    const gap = (article - this.#last - 1) * 4;
    this.#last = article;
    const last = frequencies[fields - 1]!;
    let others = 0;
    for (let field = 0; field < fields - 2; field++) others += frequencies[field]!;
    const before = fields > 1 ? frequencies[fields - 2]! : 0;
    if (others === 0 && before === 0 && last === 1) this.#to.varint(gap);
    else if (others === 0 && before === 0 && last > 1) {
      this.#to.varint(gap + 1);
      this.#to.varint(last - 2);
    } else if (others === 0 && before === 1 && last === 1) this.#to.varint(gap + 2);
    else {
      this.#to.varint(gap + 3);
      let mask = 0;
      for (let field = 0; field < fields; field++) if (frequencies[field]! > 0) mask |= 1 << field;
      this.#to.varint(mask);
      for (let field = 0; field < fields; field++) if (frequencies[field]! > 0) this.#to.varint(frequencies[field]!);
    }
  }
}

/** Reads postings one by one: for merging and for phrases. The scoring loop has its own, see frequencies.ts. */
export class PostingsReader {
  readonly frequencies: Uint32Array;
  article = -1;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(fields: number) {
    this.frequencies = new Uint32Array(fields);
  }

  begin(bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#at = 0;
    this.article = -1;
  }

  next(): boolean {
    if (this.#at >= this.#bytes.length) return false;
    const value = this.#varint();
    const frequencies = this.frequencies;
    const last = frequencies.length - 1;
    this.article += (value >>> 2) + 1;
    frequencies.fill(0);
    switch (value & 3) {
      case 0:
        frequencies[last] = 1;
        break;
      case 1:
        frequencies[last] = this.#varint() + 2;
        break;
      case 2:
        frequencies[last - 1] = 1;
        frequencies[last] = 1;
        break;
      default: {
        const mask = this.#varint();
        for (let field = 0; field <= last; field++) if ((mask >>> field) & 1) frequencies[field] = this.#varint();
      }
    }
    return true;
  }

  #varint(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[this.#at++]!;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  }
}
