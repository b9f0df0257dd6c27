import type { Chart, ChartRequest, ChartStep } from '../contract/charts.ts';
import { type DateColumn, stampOf } from '../index/facet-columns.ts';
import type { IdSet } from '../index/id-set.ts';
import type { Archive } from './archive.ts';
import { periodOf, periodsBetween, steps, stepUnit } from './chart-periods.ts';

/** A line of a chart before it is counted. */
export interface ChartLine {
  label: string;
  kind: Chart['series'][number]['kind'];
  ids: IdSet;
}

/** A readable number of periods, and the most that are counted when the person asks for a step. */
const READABLE = 31;
const MOST = 500;

/** Counts articles over time. Articles of the archive are counted in the same periods, for shares. */
export function chartOf(
  archive: Archive,
  lines: readonly ChartLine[],
  { step: asked, from, to }: Pick<ChartRequest, 'step' | 'from' | 'to'>,
): Chart {
  const { dates } = archive.columns.facets;
  const bounds = { first: from === null ? 0 : stampOf(from, '0'), last: to === null ? Infinity : stampOf(to, '9') };
  const range = rangeOf(dates, lines, bounds, from !== null, to !== null);
  const { step, periods } = periodsOf(range, asked);
  const places = new Map(periods.map((period, at) => [period, at]));
  const counted = (ids: IdSet) => countBy(dates, ids, step, bounds, places);
  return {
    step,
    periods,
    all: counted(archive.columns.articles).counts,
    series: lines.map(({ label, kind, ids }) => {
      const { counts, undated } = counted(ids);
      return { label, kind, counts, undated, total: counts.reduce((sum, count) => sum + count, 0) };
    }),
  };
}

interface Bounds {
  first: number;
  last: number;
}

/** The span the periods cover: what the person set, else from the first article found to the last. */
function rangeOf(
  dates: DateColumn,
  lines: readonly ChartLine[],
  bounds: Bounds,
  fromSet: boolean,
  toSet: boolean,
): Bounds | undefined {
  let [first, last] = [Infinity, 0];
  for (const { ids } of lines) {
    ids.forEach((id) => {
      const stamp = dates.stamp(id);
      if (stamp === 0 || stamp < bounds.first || stamp > bounds.last) return;
      first = Math.min(first, stamp);
      last = Math.max(last, stamp);
    });
  }
  if (last === 0) return undefined;
  return { first: fromSet ? whole(bounds.first) : first, last: toSet ? whole(bounds.last) : last };
}

/** A bound as a day that exists: month and day of a partial date within their limits. */
function whole(stamp: number): number {
  const year = Math.floor(stamp / 1e8);
  const month = Math.min(12, Math.max(1, Math.floor(stamp / 1e6) % 100));
  const day = Math.min(new Date(Date.UTC(year, month, 0)).getUTCDate(), Math.max(1, Math.floor(stamp / 1e4) % 100));
  return year * 1e8 + month * 1e6 + day * 1e4;
}

/** The step asked for, or the finest that is readable; coarser as long as there are too many periods. */
function periodsOf(range: Bounds | undefined, asked: ChartStep | null): { step: ChartStep; periods: string[] } {
  if (range === undefined) return { step: asked ?? 'month', periods: [] };
  const most = asked === null ? READABLE : MOST;
  for (const step of steps.slice(asked === null ? 0 : steps.indexOf(asked))) {
    const limit = step === 'year' ? 10_000 : most;
    const periods = periodsBetween(periodOf(whole(range.first), step), periodOf(whole(range.last), step), step, limit);
    if (periods !== undefined) return { step, periods };
  }
  return { step: 'year', periods: [] };
}

function countBy(
  dates: DateColumn,
  ids: IdSet,
  step: ChartStep,
  { first, last }: Bounds,
  places: ReadonlyMap<string, number>,
): { counts: number[]; undated: number } {
  const counts = new Array<number>(places.size).fill(0);
  let undated = 0;
  ids.forEach((id) => {
    const stamp = dates.stamp(id);
    // «2024» has no place among months.
    if (stamp === 0 || dates.lastStamp(id) - stamp >= stepUnit[step]) undated++;
    else if (stamp >= first && stamp <= last) {
      const place = places.get(periodOf(stamp, step));
      if (place !== undefined) counts[place]!++;
    }
  });
  return { counts, undated };
}
