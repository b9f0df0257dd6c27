import { capital, YO } from './letters.ts';

/**
 * How a word is capitalised. «Путина» and «путина» are two surfaces with one form, because capitals decide whether
 * a word may be a name; «ПАСЕ» is no case of «пас».
 */
export const LOWER = 0;
export const CAPITALISED = 1;
export const ALL_CAPITALS = 2;
/** Several capitals, then an ending: «МИДом», «ВИЧа». */
export const DECLINED_CAPITALS = 3;
export type Capitals = 0 | 1 | 2 | 3;

/**
 * How a word is spelt beside its folded form: its capitals, and whether a ё was written in it. «Королёв» and «Королев»
 * are one form and two surfaces, so that the spelling asked for comes first.
 */
export type Spelling = number;
const WITH_YO = 4;

/** Of a word from its first letters and the sum of its {@link import('./letters.ts').letterMarks}. */
export function spellingOf(first: number, second: number, marks: number, length: number): Spelling {
  if (marks === 0) return LOWER;
  return capitalsOf(first, second, marks % YO, length) | (marks >= YO ? WITH_YO : 0);
}

/** Capitals of a word from its first letters and the number of its capitals. */
function capitalsOf(first: number, second: number, count: number, length: number): Capitals {
  if (count === 0 || capital[first] === 0) return LOWER;
  if (length === 1 || count === 1) return CAPITALISED;
  if (count === length) return ALL_CAPITALS;
  return capital[second] === 1 ? DECLINED_CAPITALS : CAPITALISED;
}

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Numbers spellings: the same folded units spelt the same way always get the same number, dense from 0. Looking up
 * a known spelling makes no string: the hash (FNV-1a) is taken over units and compared with units kept in an arena.
 */
export class SurfaceTable {
  /** Pairs of a hash and a number, -1 where the slot is free. */
  #slots = new Int32Array(1 << 15).fill(-1);
  #offsets = new Uint32Array((1 << 13) + 1);
  #spellings = new Uint8Array(1 << 13);
  #arena = new Uint16Array(1 << 16);
  #count = 0;

  get size(): number {
    return this.#count;
  }

  form(id: number): string {
    let form = '';
    for (let at = this.#offsets[id]!, end = this.#offsets[id + 1]!; at < end; at++) {
      form += String.fromCharCode(this.#arena[at]!);
    }
    return form;
  }

  capitals(id: number): Capitals {
    return (this.#spellings[id]! % WITH_YO) as Capitals;
  }

  /** Whether a ё is written in it. */
  hasYo(id: number): boolean {
    return this.#spellings[id]! >= WITH_YO;
  }

  /** Number of the folded units `units[start, end)`. */
  intern(units: Uint16Array, start: number, end: number, spelling: Spelling): number {
    let hash = SEED;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, PRIME);
    hash = Math.imul(hash ^ spelling, PRIME);
    hash ^= hash >>> 15;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (let id = slots[slot + 1]!; id >= 0; id = slots[slot + 1]!) {
      if (slots[slot] === hash && this.#equals(id, units, start, end, spelling)) return id;
      slot = (slot + 2) & mask;
    }
    return this.#add(slot, hash, units, start, end, spelling);
  }

  #equals(id: number, units: Uint16Array, start: number, end: number, spelling: Spelling): boolean {
    let at = this.#offsets[id]!;
    if (this.#offsets[id + 1]! - at !== end - start || this.#spellings[id] !== spelling) return false;
    for (let i = start; i < end; i++) if (this.#arena[at++] !== units[i]) return false;
    return true;
  }

  #add(slot: number, hash: number, units: Uint16Array, start: number, end: number, spelling: Spelling): number {
    const id = this.#count++;
    if (this.#count >= this.#spellings.length) this.#growColumns();
    const at = this.#offsets[id]!;
    while (at + end - start > this.#arena.length) this.#arena = grown(this.#arena, Uint16Array);
    this.#arena.set(units.subarray(start, end), at);
    this.#offsets[id + 1] = at + end - start;
    this.#spellings[id] = spelling;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = id;
    if (this.#count * 4 > this.#slots.length) this.#rehash();
    return id;
  }

  #growColumns(): void {
    this.#spellings = grown(this.#spellings, Uint8Array);
    this.#offsets = grown(this.#offsets, Uint32Array);
  }

  #rehash(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let from = 0; from < before.length; from += 2) {
      const id = before[from + 1]!;
      if (id < 0) continue;
      let slot = (before[from]! << 1) & mask;
      while (slots[slot + 1]! >= 0) slot = (slot + 2) & mask;
      slots[slot] = before[from]!;
      slots[slot + 1] = id;
    }
    this.#slots = slots;
  }
}

/** A typed array of twice the length with the same content. */
function grown<T extends { readonly length: number; set(from: T): void }>(from: T, make: new (length: number) => T): T {
  const to = new make(from.length * 2);
  to.set(from);
  return to;
}
