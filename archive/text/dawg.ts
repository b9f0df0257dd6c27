/**
 * A word graph in the double-array form of the dawgdic library, read in place, as the OpenCorpora dictionary comes.
 * Keys are bytes of Windows-1251. Each unit holds a label, an offset to its children and whether a key ends there.
 *
 * @see https://github.com/s-yata/dawgdic
 */
export class Dawg {
  readonly #units: Uint32Array;
  /** First child and next sibling of every node, by label. */
  readonly #guide: Uint8Array;
  /** The bytes of a key on the way to its end: three numbers at most. */
  readonly #key = new Uint8Array(6);

  constructor(units: Uint32Array, guide: Uint8Array) {
    this.#units = units;
    this.#guide = guide;
  }

  /** The node reached from `node` by a byte, or {@link MISSING}. */
  follow(node: number, byte: number): number {
    const next = (node ^ offset(this.#units[node]!) ^ byte) >>> 0;
    const unit = this.#units[next];
    return unit !== undefined && label(unit) === byte ? next : MISSING;
  }

  /** The node reached by a string, or {@link MISSING}. */
  followString(node: number, text: string): number {
    let at = node;
    for (let i = 0; i < text.length && at !== MISSING; i++) {
      const byte = byteOf(text.charCodeAt(i));
      at = byte === MISSING ? MISSING : this.follow(at, byte);
    }
    return at;
  }

  /** The number kept with the key that ends at a node; undefined when none ends there. */
  value(node: number): number | undefined {
    const unit = this.#units[node]!;
    if ((unit & HAS_LEAF) === 0) return undefined;
    return this.#units[(node ^ offset(unit)) >>> 0]! & VALUE_MASK;
  }

  /** Calls `found` with every way to spell `word`, where «е» may stand for «ё», and with the node reached. */
  spellings(word: string, found: (spelled: string, node: number) => void): void {
    this.#spell(word, 0, ROOT, word, found);
  }

  #spell(word: string, from: number, start: number, spelled: string, found: (spelled: string, node: number) => void) {
    let node = start;
    for (let i = from; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      if (unit === SMALL_IE) {
        const yo = this.follow(node, BYTE_YO);
        if (yo !== MISSING) this.#spell(word, i + 1, yo, `${spelled.slice(0, i)}ё${spelled.slice(i + 1)}`, found);
      }
      const byte = byteOf(unit);
      node = byte === MISSING ? MISSING : this.follow(node, byte);
      if (node === MISSING) return;
    }
    found(spelled, node);
  }

  /**
   * The nodes reached by the spellings of `word` from its letter `from` and by `last` after each of them, in the order of
   * {@link spellings}, without making strings. Put into `nodes` from its beginning; returns how many.
   */
  reach(word: string, from: number, last: number, nodes: number[]): number {
    return this.#reach(word, from, ROOT, last, nodes, 0);
  }

  #reach(word: string, from: number, start: number, last: number, nodes: number[], found: number): number {
    let count = found;
    let node = start;
    for (let i = from; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      if (unit === SMALL_IE) {
        const yo = this.follow(node, BYTE_YO);
        if (yo !== MISSING) count = this.#reach(word, i + 1, yo, last, nodes, count);
      }
      const byte = byteOf(unit);
      node = byte === MISSING ? MISSING : this.follow(node, byte);
      if (node === MISSING) return count;
    }
    node = this.follow(node, last);
    if (node !== MISSING) nodes[count++] = node;
    return count;
  }

  /** Equal for nodes that share what is below them, as words of one set of readings do. */
  shared(node: number): number {
    return (node ^ offset(this.#units[node]!)) >>> 0;
  }

  /**
   * The numbers packed in the keys below a node, two bytes each: those of the first key, then those of the next. Put into
   * `numbers` from its beginning; returns how many.
   */
  numbersBelow(node: number, numbers: number[]): number {
    return this.#numbers(node, 0, numbers, 0);
  }

  #numbers(node: number, depth: number, numbers: number[], found: number): number {
    let count = found;
    if ((this.#units[node]! & HAS_LEAF) !== 0) {
      for (let i = 0; i + 1 < depth; i += 2) numbers[count++] = ((this.#key[i]! ^ 1) << 6) + (this.#key[i + 1]! >> 1);
    }
    for (let byte = this.#guide[node << 1]!; byte !== 0; ) {
      const child = this.follow(node, byte);
      if (child === MISSING || depth === this.#key.length) return count;
      this.#key[depth] = byte;
      count = this.#numbers(child, depth + 1, numbers, count);
      byte = this.#guide[(child << 1) + 1]!;
    }
    return count;
  }
}

export const ROOT = 0;
export const MISSING = -1;

const SMALL_IE = 0x435;
const BYTE_YO = 0xb8;
const IS_LEAF = 0x80000000;
const HAS_LEAF = 1 << 8;
const EXTENSION = 1 << 9;
const VALUE_MASK = 0x7fffffff;

function offset(unit: number): number {
  return (unit >>> 10) << ((unit & EXTENSION) >>> 6);
}

function label(unit: number): number {
  return (unit & (IS_LEAF | 0xff)) >>> 0;
}

/** Windows-1251 of a folded unit: Russian small letters and ASCII; nothing else stands in the dictionary. */
function byteOf(unit: number): number {
  if (unit >= 0x430 && unit <= 0x44f) return unit - 0x430 + 0xe0;
  if (unit === 0x451) return BYTE_YO;
  return unit < 0x80 ? unit : MISSING;
}
