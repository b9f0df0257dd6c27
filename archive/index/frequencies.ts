import type { SurfacePlace } from './segment.ts';
import type { SegmentView } from './snapshot.ts';

/**
 * How often each article has what is being counted: the surfaces of one term, or of one word of a query. Cleared by
 * {@link clear}, which costs as much as was counted, and used again.
 */
export class Frequencies {
  /** By field, then by article number. Weights are multiples of 1/64, so that sums do not depend on their order. */
  readonly byField: readonly Float32Array[];
  /** Numbers of the articles met, `count` of them; those of one segment stand together, segments in order. */
  readonly met: Uint32Array;
  readonly #seen: Uint8Array;
  count = 0;

  constructor(fields: number, size: number) {
    this.byField = Array.from({ length: fields }, () => new Float32Array(size));
    this.met = new Uint32Array(size);
    this.#seen = new Uint8Array(size);
  }

  /** Articles met whose field has it at all: what Lunr calls the documents of a term in a field. */
  documents(field: number): number {
    const frequencies = this.byField[field]!;
    let count = 0;
    for (let i = 0; i < this.count; i++) if (frequencies[this.met[i]!]! > 0) count++;
    return count;
  }

  add(number: number, field: number, frequency: number): void {
    if (this.#seen[number] === 0) {
      this.#seen[number] = 1;
      this.met[this.count++] = number;
    }
    this.byField[field]![number]! += frequency;
  }

  /** Adds the postings of a surface, each occurrence counting `weight`. The layout is that of postings.ts. */
  addSurface({ segment, removed, base }: SegmentView, surface: SurfacePlace, weight: number): void {
    const bytes = segment.postings(surface);
    const end = bytes.length;
    const fields = this.byField;
    const last = fields[fields.length - 1]!;
    const before = fields[fields.length - 2] ?? last;
    const anyRemoved = removed.size > 0;
    const seen = this.#seen;
    const met = this.met;
    let count = this.count;
    let number = base - 1;
    let at = 0;
    while (at < end) {
      let value = bytes[at++]!;
      if (value >= 0x80) {
        value &= 0x7f;
        for (let shift = 7, byte = 0x80; byte >= 0x80; shift += 7) {
          byte = bytes[at++]!;
          value |= (byte & 0x7f) << shift;
        }
      }
      number += (value >>> 2) + 1;
      const dead = anyRemoved && removed.has(number - base);
      if (!dead && seen[number] === 0) {
        seen[number] = 1;
        met[count++] = number;
      }
      const scale = dead ? 0 : weight;
      const kind = value & 3;
      if (kind === 0) {
        last[number]! += scale;
        continue;
      }
      if (kind === 2) {
        before[number]! += scale;
        last[number]! += scale;
        continue;
      }
      let rest = bytes[at++]!;
      if (rest >= 0x80) {
        rest &= 0x7f;
        for (let shift = 7, byte = 0x80; byte >= 0x80; shift += 7) {
          byte = bytes[at++]!;
          rest |= (byte & 0x7f) << shift;
        }
      }
      if (kind === 1) {
        last[number]! += scale * (rest + 2);
        continue;
      }
      for (let field = 0; rest >>> field !== 0; field++) {
        if (((rest >>> field) & 1) === 0) continue;
        let frequency = bytes[at++]!;
        if (frequency >= 0x80) {
          frequency &= 0x7f;
          for (let shift = 7, byte = 0x80; byte >= 0x80; shift += 7) {
            byte = bytes[at++]!;
            frequency |= (byte & 0x7f) << shift;
          }
        }
        fields[field]![number]! += scale * frequency;
      }
    }
    this.count = count;
  }

  clear(): void {
    const { met, count } = this;
    const seen = this.#seen;
    if (count * DENSE > seen.length) {
      for (const frequencies of this.byField) frequencies.fill(0);
      seen.fill(0);
    } else {
      for (const frequencies of this.byField) for (let i = 0; i < count; i++) frequencies[met[i]!] = 0;
      for (let i = 0; i < count; i++) seen[met[i]!] = 0;
    }
    this.count = 0;
  }
}

/** Where one article of so many was met, clearing everything is quicker than going from one to the next. */
const DENSE = 16;
