import type { Snapshot } from './snapshot.ts';
import { lengthNorm } from './weight.ts';

/** Lengths whose norms are tabulated; longer fields are few. */
const TABULATED = 8192;

/** What a field's length adds to the denominator of BM25, by length: a table for each field, as the mean lengths are. */
export class FieldNorms {
  readonly #tables: readonly Float64Array[];
  readonly #means: readonly number[];

  constructor({ totalLengths, articles }: Pick<Snapshot, 'totalLengths' | 'articles'>) {
    this.#means = totalLengths.map((total) => total / articles);
    this.#tables = this.#means.map((mean) => Float64Array.from({ length: TABULATED }, (_, i) => lengthNorm(i, mean)));
  }

  table(field: number): Float64Array {
    return this.#tables[field]!;
  }

  /** The norm of a length that the table does not have. */
  beyond(field: number, length: number): number {
    return lengthNorm(length, this.#means[field]!);
  }
}
