import { ByteReader } from './byte-writer.ts';
import { IdSet } from './id-set.ts';
import type { SurfacePlace } from './segment.ts';
import { LONG, type ShapeWorths } from './shapes.ts';
import type { SegmentView } from './snapshot.ts';

/**
 * How often each article has what is being counted: the surfaces of one term, or of one word of a query. Cleared by
 * {@link clear}, which costs as much as was counted, and used again.
 */
export class Frequencies {
  /**
   * By field, or one column in which the fields are added up; then by article number. What an occurrence is worth is a
   * multiple of 1/64, so that sums do not depend on their order.
   */
  readonly columns: readonly Float32Array[];
  /** Numbers of the articles met. */
  readonly met: IdSet;
  readonly #size: number;

  constructor(columns: number, size: number) {
    this.columns = Array.from({ length: columns }, () => new Float32Array(size));
    this.met = new IdSet(size);
    this.#size = size;
  }

  /** Articles of which a column has any. */
  documents(column: Float32Array): number {
    let count = 0;
    this.met.forEach((number) => {
      if (column[number]! > 0) count++;
    });
    return count;
  }

  /** The column that a field is counted in. */
  column(field: number): Float32Array {
    return this.columns[field] ?? this.columns[0]!;
  }

  add(number: number, field: number, frequency: number): void {
    this.met.add(number);
    this.column(field)[number]! += frequency;
  }

  /** Adds the postings of a surface, each occurrence as much as it is worth, times `times`. @see postings.ts */
  addSurface(
    { segment, removed, base }: SegmentView,
    surface: SurfacePlace,
    { ofShape, factors }: ShapeWorths,
    times: number,
  ): void {
    const bytes = segment.postings(surface);
    const { columns } = this;
    const [first] = columns as [Float32Array];
    const [worths] = ofShape as [Float64Array];
    const bits = this.met.bits(base + segment.header.articles);
    const end = surface.gaps;
    const anyRemoved = removed.size > 0;
    let number = base - 1;
    let shapeAt = end;
    for (let at = 0; at < end; ) {
      let gap = bytes[at++]!;
      if (gap >= 0x80) {
        gap &= 0x7f;
        for (let shift = 7, byte = 0x80; byte >= 0x80; shift += 7) {
          byte = bytes[at++]!;
          gap |= (byte & 0x7f) << shift;
        }
      }
      number += gap + 1;
      const shape = bytes[shapeAt++]!;
      const dead = anyRemoved && removed.has(number - base);
      if (!dead) bits[number >>> 5]! |= 1 << (number & 31);
      if (shape !== LONG) {
        if (dead) continue;
        first[number]! += times * worths[shape]!;
        for (let i = 1; i < columns.length; i++) columns[i]![number]! += times * ofShape[i]![shape]!;
        continue;
      }
      const from = new ByteReader(bytes, shapeAt);
      for (let field = 0; field < factors.length; field++) {
        const worth = times * factors[field]! * from.varint();
        if (!dead) this.column(field)[number]! += worth;
      }
      shapeAt = from.at;
    }
  }

  clear(): void {
    const { met, columns } = this;
    if (met.size * DENSE > this.#size) for (const column of columns) column.fill(0);
    else {
      met.forEach((number) => {
        for (const column of columns) column[number] = 0;
      });
    }
    met.clear();
  }
}

/** Where one article of so many was met, clearing everything is quicker than going from one to the next. */
const DENSE = 16;
