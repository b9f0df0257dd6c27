import type { FacetName } from '../contract/search.ts';
import type { IdSet } from './id-set.ts';

/** Up to so many values are made distinct by looking back, which takes less than a set. */
const FEW = 32;

/**
 * The values of one facet by article id. A value is a number dense from 0 that its owner gives out; most articles have
 * one value or none, which takes four bytes. Lists of several lie one behind the other, each behind its length.
 */
export class ValueColumn {
  /** −1: none; 0 and up: the only value; below −1: its list begins at `#lists[−2 − n]`. */
  #cells = new Int32Array(0);
  #lists = new Uint32Array(0);
  /** Where the next list begins, and how much before it no article has any more. */
  #end = 0;
  #left = 0;
  /** One more than the highest value met. */
  values = 0;

  set(id: number, values: readonly number[]): void {
    if (id >= this.#cells.length) this.#grow(id + 1);
    const before = this.#cells[id]!;
    if (before < -1) this.#left += 1 + this.#lists[-2 - before]!;
    const distinct = values.length < 2 ? values : distinctOf(values);
    for (const value of distinct) if (value >= this.values) this.values = value + 1;
    this.#cells[id] = distinct.length < 2 ? (distinct[0] ?? -1) : -2 - this.#append(distinct);
    if (this.#left > this.#end / 2) this.#tidy();
  }

  /** Calls `visit` with each value of an article. */
  each(id: number, visit: (value: number) => void): void {
    const cell = this.#cells[id] ?? -1;
    if (cell >= 0) visit(cell);
    else if (cell < -1) for (const value of this.#list(cell)) visit(value);
  }

  /** Adds one to the count of each value of each article. */
  count(ids: IdSet, counts: Uint32Array): void {
    const cells = this.#cells;
    const lists = this.#lists;
    if (this.values === 0) return;
    ids.forEach((id) => {
      const cell = cells[id] ?? -1;
      if (cell >= 0) counts[cell]!++;
      else if (cell < -1) {
        const end = lists[-2 - cell]! - 1 - cell;
        for (let at = -1 - cell; at < end; at++) counts[lists[at]!]!++;
      }
    });
  }

  /** How many of `wanted` the article has. */
  common(id: number, wanted: ReadonlySet<number>): number {
    let found = 0;
    this.each(id, (value) => {
      if (wanted.has(value)) found++;
    });
    return found;
  }

  #list(cell: number): Uint32Array {
    const at = -1 - cell;
    return this.#lists.subarray(at, at + this.#lists[at - 1]!);
  }

  #append(values: ArrayLike<number>): number {
    const at = this.#end;
    this.#end += 1 + values.length;
    if (this.#end > this.#lists.length) {
      const grown = new Uint32Array(Math.max(1024, this.#end * 2));
      grown.set(this.#lists.subarray(0, at));
      this.#lists = grown;
    }
    this.#lists[at] = values.length;
    this.#lists.set(values, at + 1);
    return at;
  }

  /** Leaves out the lists that no article has any more. */
  #tidy(): void {
    const kept = this.#lists;
    this.#lists = new Uint32Array(2 * (this.#end - this.#left));
    this.#end = 0;
    this.#left = 0;
    this.#cells.forEach((cell, id) => {
      if (cell < -1) this.#cells[id] = -2 - this.#append(kept.subarray(-1 - cell, kept[-2 - cell]! - 1 - cell));
    });
  }

  #grow(length: number): void {
    const grown = new Int32Array(Math.max(length, this.#cells.length * 2)).fill(-1);
    grown.set(this.#cells);
    this.#cells = grown;
  }
}

function distinctOf(values: readonly number[]): readonly number[] {
  if (values.length > FEW) return [...new Set(values)];
  return values.filter((value, at) => values.indexOf(value) === at);
}

/**
 * Dates of publication by article id, as decimal numbers `yyyymmddhhmm` with zeros for what is not known, so that they
 * sort as time; 0 is undated.
 */
export class DateColumn {
  #stamps = new Float64Array(0);

  /** @param iso `2024`, `2024-08`, `2024-08-12` or `2024-08-12T09:40`; null: undated */
  set(id: number, iso: string | null): void {
    if (id >= this.#stamps.length) {
      const grown = new Float64Array(Math.max(id + 1, this.#stamps.length * 2));
      grown.set(this.#stamps);
      this.#stamps = grown;
    }
    this.#stamps[id] = iso === null ? 0 : stampOf(iso, '0');
  }

  stamp(id: number): number {
    return this.#stamps[id] ?? 0;
  }

  /** The last minute of the period the date covers: `2024-08` ends with 202408999999. */
  lastStamp(id: number): number {
    const stamp = this.stamp(id);
    if (stamp % 1e8 === 0) return stamp + 99_999_999;
    return stamp % 1e6 === 0 ? stamp + 999_999 : stamp;
  }
}

/** A partial ISO date as `yyyymmddhhmm`, what is missing filled with `fill`: 0 for a period's beginning, 9 for its end. */
export function stampOf(iso: string, fill: '0' | '9'): number {
  return Number(iso.replace(/\D/g, '').slice(0, 12).padEnd(12, fill));
}

/** What the facets are counted over. Kept by the service, apart from segments, so that a merge of persons shows at once. */
export interface FacetColumns {
  readonly values: Readonly<Record<FacetName, ValueColumn>>;
  readonly dates: DateColumn;
}

export function emptyColumns(): FacetColumns {
  return {
    values: {
      person: new ValueColumn(),
      organization: new ValueColumn(),
      source: new ValueColumn(),
      author: new ValueColumn(),
      rubric: new ValueColumn(),
      tag: new ValueColumn(),
      selection: new ValueColumn(),
      readState: new ValueColumn(),
      notes: new ValueColumn(),
      format: new ValueColumn(),
    },
    dates: new DateColumn(),
  };
}
