import type { ByteWriter } from './byte-writer.ts';

/** Stands before frequencies that no shape has room for: one varint a field. No article has a word in no field. */
export const LONG = 0;
const SHAPES = 256;
/** Bits of a shape: half of them for the last field, the body; the others share the rest. */
const LAST_BITS = 4;

/**
 * How often each field of an article has a word, in one byte. Nearly every article has a word so seldom that it has a
 * shape; whoever reads postings looks up in a table what a shape means to them.
 */
export class Shapes {
  /** By field, then by shape: how often the field has the word. */
  readonly frequencies: readonly Uint8Array[];
  readonly #bits: readonly number[];

  constructor(fields: number) {
    const others = fields > 1 ? Math.floor((8 - LAST_BITS) / (fields - 1)) : 0;
    this.#bits = Array.from({ length: fields }, (_, field) => (field === fields - 1 ? LAST_BITS : others));
    let below = 0;
    this.frequencies = this.#bits.map((bits) => {
      const shift = below;
      below += bits;
      return Uint8Array.from({ length: SHAPES }, (_, shape) => (shape >> shift) & ((1 << bits) - 1));
    });
  }

  write(to: ByteWriter, frequencies: ArrayLike<number>): void {
    let shape = 0;
    let shift = 0;
    for (let field = 0; field < this.#bits.length; field++) {
      if (frequencies[field]! >= 1 << this.#bits[field]!) {
        to.varint(LONG);
        for (let i = 0; i < this.#bits.length; i++) to.varint(frequencies[i]!);
        return;
      }
      shape |= frequencies[field]! << shift;
      shift += this.#bits[field]!;
    }
    to.byte(shape);
  }
}

const known = new Map<number, Shapes>();

/** The shapes of articles of so many fields. */
export function shapesOf(fields: number): Shapes {
  const shapes = known.get(fields) ?? new Shapes(fields);
  known.set(fields, shapes);
  return shapes;
}

/** What occurrences add to the columns that they are counted in. */
export class ShapeWorths {
  /** By column, then by shape. */
  readonly ofShape: readonly Float64Array[];
  /** By field, what one occurrence is worth. */
  readonly factors: readonly number[];

  /** @param columns one for each field, or one in which the fields are added up */
  constructor(factors: readonly number[], columns: number) {
    const { frequencies } = shapesOf(factors.length);
    this.factors = factors;
    this.ofShape = Array.from({ length: columns }, () => new Float64Array(SHAPES));
    factors.forEach((factor, field) => {
      const worths = this.ofShape[columns === 1 ? 0 : field]!;
      for (let shape = 0; shape < SHAPES; shape++) worths[shape]! += factor * frequencies[field]![shape]!;
    });
  }
}
