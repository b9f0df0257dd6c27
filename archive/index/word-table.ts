import { ByteChunks } from './byte-chunks.ts';
import { ByteReader, ByteWriter } from './byte-writer.ts';
import { compareBytes, decodeWord, encodeWord } from './letter-code.ts';

/**
 * A sorted list of words with a record each, front-coded in blocks. Only the first word of each block is kept in
 * memory; the blocks are read when a word is looked up. Words may stand more than once, with different records.
 *
 * A block: its head (whatever the owner writes), then its entries: letters shared with the entry before, letters of
 * its own, the length of the record in bytes, the record. A walk over many words steps over the records of most.
 */
export const BLOCK = 32;

/** What the owner of a table writes into it and reads from it. */
export interface RecordFormat<R> {
  /** Reads the head of a block into `record`. */
  head(from: ByteReader, record: R): void;
  /** Reads the next entry's record into `record`, which holds the one before it. */
  next(from: ByteReader, record: R): void;
}

export class WordTableWriter {
  /** The record of the entry that was begun last. */
  readonly record = new ByteWriter();
  readonly #blocks = new ByteChunks();
  /** Of each block: where it begins, then its first word. */
  readonly #index = new ByteWriter(1 << 10);
  /** Where the word before stands. */
  #last: Uint8Array = new Uint8Array(0);
  #lastStart = 0;
  #lastEnd = 0;
  #blockStart = 0;
  count = 0;

  /**
   * Begins an entry; the caller then writes its `record`. The word is `bytes[start, end)`, which must stay as
   * they are until the next entry. The two numbers are the head of a block that begins here; left out: blocks have no
   * heads.
   */
  entry(bytes: Uint8Array, start: number, end: number, head?: number, more?: number): void {
    const blocks = this.#blocks;
    this.#endRecord();
    const length = end - start;
    let shared = 0;
    if (this.count % BLOCK === 0) {
      this.#index.varint(blocks.length - this.#blockStart);
      this.#blockStart = blocks.length;
      this.#index.varint(length);
      this.#index.appendRange(bytes, start, end);
      if (head !== undefined) blocks.varint(head);
      if (more !== undefined) blocks.varint(more);
    } else {
      const last = this.#last;
      const lastStart = this.#lastStart;
      const most = Math.min(length, this.#lastEnd - lastStart);
      while (shared < most && bytes[start + shared] === last[lastStart + shared]) shared++;
    }
    blocks.varint(shared);
    blocks.varint(length - shared);
    blocks.append(bytes, start + shared, end);
    this.#last = bytes;
    this.#lastStart = start;
    this.#lastEnd = end;
    this.count++;
  }

  #endRecord(): void {
    if (this.count === 0) return;
    this.#blocks.varint(this.record.length);
    this.#blocks.append(this.record.bytes, 0, this.record.length);
    this.record.length = 0;
  }

  /** The bytes of all blocks. Nothing is to be written afterwards. */
  blocks(): readonly Uint8Array[] {
    this.#endRecord();
    return this.#blocks.written();
  }

  index(): Uint8Array<ArrayBuffer> {
    return this.#index.written();
  }
}

/** The first words of all blocks: the level of a table that stays in memory. */
export class WordTableIndex {
  readonly #words: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #offsets: Float64Array;
  readonly count: number;
  readonly #size: number;

  /**
   * @param bytes what {@link WordTableWriter.index} gave
   * @param count words in the table
   * @param size  bytes of all blocks
   */
  constructor(bytes: Uint8Array, count: number, size: number) {
    const blocks = Math.ceil(count / BLOCK);
    this.#words = bytes;
    this.#starts = new Uint32Array(blocks);
    this.#ends = new Uint32Array(blocks);
    this.#offsets = new Float64Array(blocks);
    this.count = count;
    this.#size = size;
    const from = new ByteReader(bytes);
    let offset = 0;
    for (let block = 0; block < blocks; block++) {
      offset += from.varint();
      this.#offsets[block] = offset;
      const length = from.varint();
      this.#starts[block] = from.at;
      from.at += length;
      this.#ends[block] = from.at;
    }
  }

  get blocks(): number {
    return this.#starts.length;
  }

  /** Offset and length of a block. */
  place(block: number): readonly [number, number] {
    const offset = this.#offsets[block]!;
    return [offset, (this.#offsets[block + 1] ?? this.#size) - offset];
  }

  /** Below zero: the first word of a block comes before `word`. */
  compareFirst(block: number, word: Uint8Array, length: number): number {
    return compareBytes(this.#words, this.#starts[block]!, this.#ends[block]!, word, 0, length);
  }

  /** The block in which the first word not below `word` is, or would be: the last that begins below it. */
  blockOf(word: Uint8Array, length: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.compareFirst(middle, word, length) < 0) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** Walks a table in order. After {@link next} or {@link seek} has answered true, the entry's fields are valid. */
export class WordCursor<R> {
  readonly #index: WordTableIndex;
  readonly #read: (offset: number, length: number) => Uint8Array;
  readonly #format: RecordFormat<R>;
  readonly #record: R;
  /** Where the records of the block's entries are, as far as the cursor has come, and how many of them were read. */
  readonly #records = new Uint32Array(BLOCK);
  #recordsRead = 0;
  /** The word's bytes; {@link length} of them. */
  bytes = new Uint8Array(64);
  length = 0;
  /** Bytes that have stayed the same since somebody set this to the length of the word. */
  unchanged = 0;
  /** Number of the entry in the table. */
  ordinal = -1;
  #from = new ByteReader(new Uint8Array(0));
  #recordFrom = this.#from;

  constructor(
    index: WordTableIndex,
    read: (offset: number, length: number) => Uint8Array,
    format: RecordFormat<R>,
    record: R,
  ) {
    this.#index = index;
    this.#read = read;
    this.#format = format;
    this.#record = record;
  }

  /** The entry's record, which holds until the next is asked for. */
  get record(): R {
    const entries = (this.ordinal % BLOCK) + 1;
    for (; this.#recordsRead < entries; this.#recordsRead++) {
      this.#recordFrom.at = this.#records[this.#recordsRead]!;
      this.#format.next(this.#recordFrom, this.#record);
    }
    return this.#record;
  }

  get word(): string {
    return decodeWord(this.bytes, 0, this.length);
  }

  /** Goes to the next entry; false at the end. */
  next(): boolean {
    const ordinal = this.ordinal + 1;
    if (ordinal >= this.#index.count) return false;
    if (ordinal % BLOCK === 0) this.#enter(ordinal / BLOCK);
    this.#entry();
    return true;
  }

  /** Goes to the first entry not below a word; false: there is none. */
  seek(word: Uint8Array, length = word.length): boolean {
    if (this.#index.count === 0) return false;
    this.#enter(this.#index.blockOf(word, length));
    do {
      if (!this.next()) return false;
    } while (compareBytes(this.bytes, 0, this.length, word, 0, length) < 0);
    return true;
  }

  /** Goes to the first entry of a block, which must exist. */
  seekBlock(block: number): void {
    this.#enter(block);
    this.#entry();
  }

  /** Goes to an entry by number. */
  at(ordinal: number): void {
    const block = Math.floor(ordinal / BLOCK);
    if (!(this.ordinal >= block * BLOCK && this.ordinal <= ordinal)) this.#enter(block);
    while (this.ordinal < ordinal) this.#entry();
  }

  #enter(block: number): void {
    const [offset, length] = this.#index.place(block);
    this.#from = new ByteReader(this.#read(offset, length));
    this.#format.head(this.#from, this.#record);
    this.#recordFrom = new ByteReader(this.#from.bytes);
    this.#recordsRead = 0;
    this.ordinal = block * BLOCK - 1;
    this.length = 0;
    this.unchanged = 0;
  }

  #entry(): void {
    const from = this.#from;
    const shared = from.varint();
    const own = from.varint();
    const length = shared + own;
    if (length > this.bytes.length) {
      const grown = new Uint8Array(length * 2);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    for (let i = 0; i < own; i++) this.bytes[shared + i] = from.bytes[from.at + i]!;
    from.at += own;
    if (shared < this.unchanged) this.unchanged = shared;
    this.length = length;
    this.ordinal++;
    const record = from.varint();
    this.#records[this.ordinal % BLOCK] = from.at;
    from.at += record;
  }
}

/** The cursor at the first entry of a word; false: the table does not have it. */
export function seekWord<R>(cursor: WordCursor<R>, word: string): boolean {
  const bytes = encodeWord(word);
  return cursor.seek(bytes) && cursor.length === bytes.length && compareEqual(cursor, bytes);
}

function compareEqual<R>(cursor: WordCursor<R>, bytes: Uint8Array): boolean {
  return compareBytes(cursor.bytes, 0, cursor.length, bytes, 0, bytes.length) === 0;
}
