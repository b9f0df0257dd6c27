import { Frequencies } from './frequencies.ts';
import type { IdSet } from './id-set.ts';
import type { Snapshot } from './snapshot.ts';

/** Frequencies kept for use again, enough for a query of five words; more of them are let go. */
const MOST_KEPT = 6;
/** Room for articles that come after the space was made, as a share of those that were there. */
const SLACK = 8;

/** Space for evaluations, as wide as the index: taken by one of them at a time and given back clean. */
export class Scratch {
  readonly #fields: number;
  readonly #size: number;
  readonly #free: Frequencies[] = [];
  readonly #freeScores: Float64Array[][] = [];

  constructor({ fields, size }: Pick<Snapshot, 'fields' | 'size'>) {
    this.#fields = fields.length;
    this.#size = size + Math.floor(size / SLACK);
  }

  /** Whether it is wide enough for a snapshot and not much too wide. */
  fits({ fields, size }: Pick<Snapshot, 'fields' | 'size'>): boolean {
    return fields.length === this.#fields && size <= this.#size && size * 2 >= this.#size;
  }

  take(): Frequencies {
    return this.#free.pop() ?? new Frequencies(this.#fields, this.#size);
  }

  give(frequencies: Frequencies): void {
    if (this.#free.length === MOST_KEPT) return;
    frequencies.clear();
    this.#free.push(frequencies);
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
}
