import { bytesAtMost, encodeInto } from './letter-code.ts';
import type { WordArena } from './segment-writer.ts';

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** Numbers words: the same word always gets the same number, dense from 0. Words are kept as bytes, see letter-code.ts. */
export class WordNumbers implements WordArena {
  bytes = new Uint8Array(1 << 14);
  offsets = new Uint32Array(1 << 11);
  size = 0;
  #slots = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);

  intern(word: string): number {
    this.#reserve(word.length);
    const start = this.offsets[this.size]!;
    const end = encodeInto(word, this.bytes, start);
    let hash = SEED;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ this.bytes[i]!, PRIME);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let number = this.#slots[slot]!; number >= 0; number = this.#slots[slot]!) {
      if (this.#hashes[number] === hash && this.#is(number, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    const number = this.size++;
    this.#slots[slot] = number;
    this.#hashes[number] = hash;
    this.offsets[this.size] = end;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return number;
  }

  #is(number: number, start: number, end: number): boolean {
    let at = this.offsets[number]!;
    if (this.offsets[number + 1]! - at !== end - start) return false;
    for (let i = start; i < end; i++) if (this.bytes[at++] !== this.bytes[i]) return false;
    return true;
  }

  #reserve(letters: number): void {
    const needed = this.offsets[this.size]! + bytesAtMost(letters);
    if (needed > this.bytes.length) {
      const wider = new Uint8Array(Math.max(needed, this.bytes.length * 2));
      wider.set(this.bytes);
      this.bytes = wider;
    }
    if (this.size + 2 > this.offsets.length) {
      const offsets = new Uint32Array(this.offsets.length * 2);
      offsets.set(this.offsets);
      this.offsets = offsets;
      const hashes = new Int32Array(this.#hashes.length * 2);
      hashes.set(this.#hashes);
      this.#hashes = hashes;
    }
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = this.#hashes[number]! & mask;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }
}
