import type { IdSet } from './id-set.ts';
import type { SurfaceRecord } from './segment.ts';
import type { SegmentView, Snapshot } from './snapshot.ts';

/**
 * How often each article has what is being counted: the surfaces of one term, or of one word of a query. Cleared by
 * {@link clear}, which costs as much as was counted, and used again.
 */
export class Frequencies {
  /** By field, then by article number. Weights are multiples of 1/64, so that sums do not depend on their order. */
  readonly byField: readonly Float32Array[];
  /** Numbers of the articles met, `count` of them, in no order. */
  readonly met: Uint32Array;
  readonly #seen: Uint8Array;
  count = 0;

  constructor(fields: number, size: number) {
    this.byField = Array.from({ length: fields }, () => new Float32Array(size));
    this.met = new Uint32Array(size);
    this.#seen = new Uint8Array(size);
  }

  has(number: number): boolean {
    return this.#seen[number] === 1;
  }

  /** Articles met whose field has it at all: what Lunr calls the documents of a term in a field. */
  documents(field: number): number {
    const frequencies = this.byField[field]!;
    let count = 0;
    for (let i = 0; i < this.count; i++) if (frequencies[this.met[i]!]! > 0) count++;
    return count;
  }

  add(number: number, field: number, frequency: number): void {
    this.#meet(number);
    this.byField[field]![number]! += frequency;
  }

  /** Adds the postings of a surface, each occurrence counting `weight`. The layout is that of postings.ts. */
  addSurface({ segment, removed, base }: SegmentView, record: Readonly<SurfaceRecord>, weight: number): void {
    const bytes = segment.postings(record);
    const fields = this.byField;
    const last = fields[fields.length - 1]!;
    const before = fields[fields.length - 2] ?? last;
    const anyRemoved = removed.size > 0;
    const seen = this.#seen;
    const met = this.met;
    let count = this.count;
    let ordinal = -1;
    let at = 0;
    while (at < bytes.length) {
      let byte = bytes[at++]!;
      let value = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++]!;
        value |= (byte & 0x7f) << shift;
      }
      ordinal += (value >>> 2) + 1;
      const number = base + ordinal;
      const dead = anyRemoved && removed.has(ordinal);
      if (!dead && seen[number] === 0) {
        seen[number] = 1;
        met[count++] = number;
      }
      const scale = dead ? 0 : weight;
      switch (value & 3) {
        case 0:
          last[number]! += scale;
          break;
        case 1:
          ({ value, at } = varint(bytes, at));
          last[number]! += scale * (value + 2);
          break;
        case 2:
          before[number]! += scale;
          last[number]! += scale;
          break;
        default: {
          let mask = 0;
          ({ value: mask, at } = varint(bytes, at));
          for (let field = 0; mask >>> field !== 0; field++) {
            if (((mask >>> field) & 1) === 0) continue;
            ({ value, at } = varint(bytes, at));
            fields[field]![number]! += scale * value;
          }
        }
      }
    }
    this.count = count;
  }

  clear(): void {
    for (const frequencies of this.byField) for (let i = 0; i < this.count; i++) frequencies[this.met[i]!] = 0;
    for (let i = 0; i < this.count; i++) this.#seen[this.met[i]!] = 0;
    this.count = 0;
  }

  #meet(number: number): void {
    if (this.#seen[number] === 1) return;
    this.#seen[number] = 1;
    this.met[this.count++] = number;
  }
}

function varint(bytes: Uint8Array, start: number): { value: number; at: number } {
  let at = start;
  let byte = bytes[at++]!;
  let value = byte & 0x7f;
  for (let shift = 7; byte >= 0x80; shift += 7) {
    byte = bytes[at++]!;
    value |= (byte & 0x7f) << shift;
  }
  return { value: value >>> 0, at };
}

/** Scratch space for one snapshot: taken by one evaluation at a time and given back clean. */
export class FrequencyPool {
  readonly #fields: number;
  readonly #size: number;
  readonly #free: Frequencies[] = [];
  readonly #freeScores: Float64Array[][] = [];

  constructor(snapshot: Snapshot) {
    this.#fields = snapshot.fields.length;
    this.#size = snapshot.size;
  }

  take(): Frequencies {
    return this.#free.pop() ?? new Frequencies(this.#fields, this.#size);
  }

  /** Zeros, one array a field. */
  takeScores(): Float64Array[] {
    return this.#freeScores.pop() ?? Array.from({ length: this.#fields }, () => new Float64Array(this.#size));
  }

  /** @param scored the articles whose scores are not zero */
  giveScores(scores: Float64Array[], scored: IdSet): void {
    scored.forEach((number) => {
      for (const field of scores) field[number] = 0;
    });
    this.#freeScores.push(scores);
  }

  give(frequencies: Frequencies): void {
    frequencies.clear();
    this.#free.push(frequencies);
  }
}
