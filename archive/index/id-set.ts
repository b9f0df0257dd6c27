/** A set of small whole numbers (article ids, ordinals of a segment) as one bit each. Grows as needed. */
export class IdSet {
  #words: Uint32Array;
  #size = -1;

  constructor(capacity = 0) {
    this.#words = new Uint32Array((capacity + 31) >>> 5);
  }

  static of(ids: Iterable<number>): IdSet {
    const set = new IdSet();
    for (const id of ids) set.add(id);
    return set;
  }

  has(id: number): boolean {
    const word = this.#words[id >>> 5];
    return word !== undefined && ((word >>> (id & 31)) & 1) === 1;
  }

  add(id: number): void {
    const at = id >>> 5;
    if (at >= this.#words.length) this.#grow(at + 1);
    this.#words[at]! |= 1 << (id & 31);
    this.#size = -1;
  }

  /** Adds the first `count` of some ids. */
  addAll(ids: Uint32Array, count: number): void {
    let words = this.#words;
    for (let i = 0; i < count; i++) {
      const id = ids[i]!;
      const at = id >>> 5;
      if (at >= words.length) {
        this.#grow(at + 1);
        words = this.#words;
      }
      words[at]! |= 1 << (id & 31);
    }
    this.#size = -1;
  }

  /** Adds the ids from `first` to below `end`. */
  addBetween(first: number, end: number): void {
    if (end <= first) return;
    const from = first >>> 5;
    const to = (end - 1) >>> 5;
    if (to >= this.#words.length) this.#grow(to + 1);
    const head = -1 << (first & 31);
    const tail = -1 >>> (31 - ((end - 1) & 31));
    this.#words[from]! |= from === to ? head & tail : head;
    if (to > from) this.#words.fill(-1, from + 1, to)[to]! |= tail;
    this.#size = -1;
  }

  delete(id: number): void {
    const at = id >>> 5;
    if (at < this.#words.length) this.#words[at]! &= ~(1 << (id & 31));
    this.#size = -1;
  }

  get size(): number {
    if (this.#size < 0) {
      this.#size = 0;
      for (const word of this.#words) this.#size += ones(word);
    }
    return this.#size;
  }

  clear(): void {
    this.#words.fill(0);
    this.#size = 0;
  }

  clone(): IdSet {
    const copy = new IdSet();
    copy.#words = this.#words.slice();
    copy.#size = this.#size;
    return copy;
  }

  /** Keeps what both sets have. */
  intersect(other: IdSet): this {
    for (let i = 0; i < this.#words.length; i++) this.#words[i]! &= other.#words[i] ?? 0;
    this.#size = -1;
    return this;
  }

  /** Adds what the other set has. */
  union(other: IdSet): this {
    if (other.#words.length > this.#words.length) this.#grow(other.#words.length);
    for (let i = 0; i < other.#words.length; i++) this.#words[i]! |= other.#words[i]!;
    this.#size = -1;
    return this;
  }

  /** Drops what the other set has. */
  subtract(other: IdSet): this {
    const length = Math.min(this.#words.length, other.#words.length);
    for (let i = 0; i < length; i++) this.#words[i]! &= ~other.#words[i]!;
    this.#size = -1;
    return this;
  }

  /** The members, ascending. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.#words.length; at++) {
      for (let word = this.#words[at]!; word !== 0; word &= word - 1) yield at * 32 + 31 - Math.clz32(word & -word);
    }
  }

  /** The same without a generator's cost. */
  forEach(visit: (id: number) => void): void {
    for (let at = 0; at < this.#words.length; at++) {
      for (let word = this.#words[at]!; word !== 0; word &= word - 1) visit(at * 32 + 31 - Math.clz32(word & -word));
    }
  }

  /** Writes the members from `first` to below `end` into `to`, ascending. @returns how many there are */
  list(first: number, end: number, to: Uint32Array): number {
    const words = this.#words;
    const last = Math.min(words.length - 1, (end - 1) >>> 5);
    let count = 0;
    for (let at = first >>> 5; at <= last; at++) {
      let word = words[at]!;
      if (at === first >>> 5) word &= -1 << (first & 31);
      if (at === (end - 1) >>> 5) word &= -1 >>> (31 - ((end - 1) & 31));
      for (; word !== 0; word &= word - 1) to[count++] = at * 32 + 31 - Math.clz32(word & -word);
    }
    return count;
  }

  /** The bits of all ids below `end`, for a loop that sets many of them. */
  bits(end: number): Uint32Array {
    const words = (end + 31) >>> 5;
    if (words > this.#words.length) this.#grow(words);
    this.#size = -1;
    return this.#words;
  }

  #grow(length: number): void {
    const grown = new Uint32Array(Math.max(length, this.#words.length * 2));
    grown.set(this.#words);
    this.#words = grown;
  }
}

/** Number of one bits in a word (the parallel sum of Hacker's Delight, 5-2). */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
