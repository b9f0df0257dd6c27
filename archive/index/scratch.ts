import { Frequencies } from './frequencies.ts';
import type { IdSet } from './id-set.ts';
import type { Ranking } from './ranking.ts';
import type { Snapshot } from './snapshot.ts';

/** Frequencies kept for use again, enough for a query of five words; more of them are let go. */
const MOST_KEPT = 6;
/** Room for articles that come after the space was made, as a share of those that were there. */
const SLACK = 8;

/** Space for evaluations, as wide as the index: taken by one of them at a time and given back clean. */
export class Scratch {
  readonly #columns: number;
  readonly #size: number;
  readonly #free: Frequencies[] = [];
  readonly #freeScores: Float64Array[][] = [];

  /** @param ranking left out: fields are counted apart */
  constructor({ fields, size }: Pick<Snapshot, 'fields' | 'size'>, ranking?: Ranking) {
    this.#columns = columnsFor(fields, ranking);
    this.#size = size + Math.floor(size / SLACK);
  }

  /** Whether it is wide enough for a snapshot and not much too wide. */
  fits({ fields, size }: Pick<Snapshot, 'fields' | 'size'>, ranking?: Ranking): boolean {
    return columnsFor(fields, ranking) === this.#columns && size <= this.#size && size * 2 >= this.#size;
  }

  take(): Frequencies {
    return this.#free.pop() ?? new Frequencies(this.#columns, this.#size);
  }

  give(frequencies: Frequencies): void {
    if (this.#free.length === MOST_KEPT) return;
    frequencies.clear();
    this.#free.push(frequencies);
  }

  /** Zeros, one array a column. */
  takeScores(): Float64Array[] {
    return this.#freeScores.pop() ?? Array.from({ length: this.#columns }, () => new Float64Array(this.#size));
  }

  /** @param scored the articles whose scores are not zero */
  giveScores(scores: Float64Array[], scored: IdSet): void {
    scored.forEach((number) => {
      for (const column of scores) column[number] = 0;
    });
    this.#freeScores.push(scores);
  }
}

const columnsFor = (fields: readonly string[], ranking: Ranking | undefined): number =>
  ranking?.together ? 1 : fields.length;
