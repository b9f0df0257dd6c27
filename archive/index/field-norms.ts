import type { Snapshot } from './snapshot.ts';
import { lengthNorm } from './weight.ts';

/** Lengths whose norms are tabulated; longer fields are few. */
const TABULATED = 4096;

/** What a field's length adds to the denominator of BM25, by length: a table for each field, as the mean lengths are. */
export class FieldNorms {
  readonly #tables: (Float64Array | undefined)[] = [];
  readonly #means: readonly number[];

  constructor({ totalLengths, articles }: Pick<Snapshot, 'totalLengths' | 'articles'>) {
    this.#means = totalLengths.map((total) => total / articles);
  }

  /** Made when it is first asked for: many a snapshot is never searched. */
  table(field: number): Float64Array {
    const known = this.#tables[field];
    if (known !== undefined) return known;
    const table = new Float64Array(TABULATED);
    for (let length = 0; length < TABULATED; length++) table[length] = lengthNorm(length, this.#means[field]!);
    this.#tables[field] = table;
    return table;
  }

  /** The norm of a length that the table does not have. */
  beyond(field: number, length: number): number {
    return lengthNorm(length, this.#means[field]!);
  }
}
