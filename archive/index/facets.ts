import type { FacetName } from '../contract/search.ts';
import { type FacetColumns, stampOf, type ValueColumn } from './facet-columns.ts';
import { IdSet } from './id-set.ts';

/** Articles with any (or all) of `include` and none of `exclude`, as value numbers of the facet's column. */
export interface ValueChoice {
  readonly facet: FacetName;
  readonly include: ReadonlySet<number>;
  readonly exclude: ReadonlySet<number>;
  readonly match: 'any' | 'all';
}

/**
 * Inclusive partial ISO dates; null: open. An article lies in a range when the whole period its date covers does, so
 * «2024» lies in 2024 and in none of its months. `undated`: only the articles without a date.
 */
export interface DateChoice {
  readonly from: string | null;
  readonly to: string | null;
  readonly undated: boolean;
  readonly excluded?: boolean;
}

export interface FacetChoices {
  readonly values: readonly ValueChoice[];
  readonly dates: readonly DateChoice[];
}

export interface FacetCounts {
  /** Articles that meet every choice. */
  readonly ids: IdSet;
  /**
   * Articles by value number of each facet: as many as there are when the facet's choice is that value alone (its
   * exclusions of other values and the choices of other facets kept).
   */
  readonly counts: Readonly<Record<FacetName, Uint32Array>>;
  /** Articles that meet every choice but those of the date: what the histogram is drawn over. */
  readonly anyDate: IdSet;
}

/** Counts every facet over `ids`: an article that breaks the choice of one facet alone counts in that one. */
export function countFacets(columns: FacetColumns, ids: IdSet, choices: FacetChoices): FacetCounts {
  const names = Object.keys(columns.values) as FacetName[];
  const all = names.map((name) => columns.values[name]);
  const counts = all.map((column) => new Uint32Array(column.values));
  const meeting = meetChoices(columns, ids, choices, (facet, id, lifted) => {
    const at = names.indexOf(facet);
    countBroken(all[at]!, counts[at]!, id, lifted);
  });
  for (const [at, column] of all.entries()) column.count(meeting.ids, counts[at]!);
  const byName = Object.fromEntries(names.map((name, at) => [name, counts[at]!])) as Record<FacetName, Uint32Array>;
  return { ...meeting, counts: byName };
}

/** @param broken called with each article that breaks the choice of one facet alone, and that choice */
function meetChoices(
  columns: FacetColumns,
  ids: IdSet,
  choices: FacetChoices,
  broken: (facet: FacetName, id: number, lifted: ValueChoice) => void,
): Pick<FacetCounts, 'ids' | 'anyDate'> {
  if (choices.values.length + choices.dates.length === 0) return { ids: ids.clone(), anyDate: ids.clone() };
  const inDates = dateTest(columns, choices.dates);
  const meeting = new IdSet();
  const anyDate = new IdSet();
  ids.forEach((id) => {
    const dated = inDates(id);
    let lifted: ValueChoice | undefined;
    for (const choice of choices.values) {
      if (meets(columns.values[choice.facet], id, choice)) continue;
      if (!dated || (lifted !== undefined && lifted.facet !== choice.facet)) return;
      // Two broken choices of one facet cannot both be replaced by one value unless neither excludes.
      lifted = lifted === undefined ? choice : joined(lifted, choice);
    }
    if (lifted !== undefined) {
      broken(lifted.facet, id, lifted);
      return;
    }
    anyDate.add(id);
    if (dated) meeting.add(id);
  });
  return { ids: meeting, anyDate };
}

/**
 * The values with the most articles, the most frequent first, of equally frequent ones the lower number; and how many values
 * have any.
 *
 * @param fits which of the values that have articles may be listed
 */
export function mostFrequent(
  counts: Uint32Array,
  limit: number,
  fits: (value: number) => boolean = () => true,
): { first: number[]; distinct: number } {
  const first: number[] = [];
  let distinct = 0;
  let least = 0;
  for (let value = 0; value < counts.length; value++) {
    const articles = counts[value]!;
    if (articles === 0) continue;
    distinct++;
    if (articles <= least || !fits(value)) continue;
    let at = Math.min(first.length, limit - 1);
    for (; at > 0 && counts[first[at - 1]!]! < articles; at--) first[at] = first[at - 1]!;
    first[at] = value;
    if (first.length === limit) least = counts[first[limit - 1]!]!;
  }
  return { first, distinct };
}

/** The articles of `ids` that meet every choice. */
export function chooseArticles(columns: FacetColumns, ids: IdSet, choices: FacetChoices): IdSet {
  const inDates = dateTest(columns, choices.dates);
  const chosen = new IdSet();
  ids.forEach((id) => {
    if (inDates(id) && choices.values.every((choice) => meets(columns.values[choice.facet], id, choice))) {
      chosen.add(id);
    }
  });
  return chosen;
}

function meets(column: ValueColumn, id: number, choice: ValueChoice): boolean {
  if (choice.exclude.size > 0 && column.common(id, choice.exclude) > 0) return false;
  if (choice.include.size === 0) return true;
  const common = column.common(id, choice.include);
  return choice.match === 'all' ? common === choice.include.size : common > 0;
}

/** Counts an article under the values that, chosen alone, would show it: its one excluded value, or any of its values. */
function countBroken(column: ValueColumn, count: Uint32Array, id: number, choice: ValueChoice): void {
  const excluded = column.common(id, choice.exclude);
  if (excluded > 1) return;
  column.each(id, (value) => {
    if (excluded === 0 || choice.exclude.has(value)) count[value]!++;
  });
}

function joined(a: ValueChoice, b: ValueChoice): ValueChoice {
  return { ...a, include: a.include.union(b.include), exclude: a.exclude.union(b.exclude) };
}

function dateTest(columns: FacetColumns, choices: readonly DateChoice[]): (id: number) => boolean {
  const dates = columns.dates;
  const tests = choices.map(({ from, to, undated, excluded = false }) => {
    const first = from === null ? 1 : stampOf(from, '0');
    const last = to === null ? Number.POSITIVE_INFINITY : stampOf(to, '9');
    if (undated) return (id: number) => (dates.stamp(id) === 0) !== excluded;
    if (from === null && to === null) return () => true;
    return (id: number) => (dates.stamp(id) >= first && dates.lastStamp(id) <= last) !== excluded;
  });
  return (id) => tests.every((test) => test(id));
}
