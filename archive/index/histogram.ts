import type { DateColumn } from './facet-columns.ts';
import type { IdSet } from './id-set.ts';

/** Articles by period of their date of publication. */
export interface DateHistogram {
  readonly step: 'year' | 'month' | 'day';
  /** Ascending, without empty periods; `period` is an ISO date cut to the step. Choosing it opens `count` articles. */
  readonly bars: readonly { readonly period: string; readonly count: number }[];
  readonly undated: number;
  /** Dated, but not to the step: «2024» among months. */
  readonly lessPrecise: number;
}

/** At most so many bars before the step becomes coarser. */
const MOST_BARS = 60;

const UNIT = { year: 1e8, month: 1e6, day: 1e4 } as const;

/** @param step left out: the finest that gives at most 60 bars, not finer than the dates are known */
export function dateHistogram(dates: DateColumn, ids: IdSet, step?: DateHistogram['step']): DateHistogram {
  if (step !== undefined) return histogramBy(dates, ids, step);
  for (const fine of ['day', 'month'] as const) {
    const histogram = histogramBy(dates, ids, fine, MOST_BARS);
    if (histogram.bars.length > 0 && histogram.bars.length <= MOST_BARS && histogram.lessPrecise === 0)
      return histogram;
  }
  return histogramBy(dates, ids, 'year');
}

/** @param most with more bars than so many the rest is not counted */
function histogramBy(
  dates: DateColumn,
  ids: IdSet,
  step: DateHistogram['step'],
  most = Number.POSITIVE_INFINITY,
): DateHistogram {
  const unit = UNIT[step];
  const counts = new Map<number, number>();
  // Years are few numbers, and the step of every large archive.
  const years = new Uint32Array(step === 'year' ? 10_000 : 0);
  let undated = 0;
  let lessPrecise = 0;
  ids.forEach((id) => {
    if (counts.size > most) return;
    const stamp = dates.stamp(id);
    if (stamp === 0) undated++;
    else if (dates.lastStamp(id) - stamp >= unit) lessPrecise++;
    else if (step === 'year') years[Math.floor(stamp / unit)]!++;
    else counts.set(Math.floor(stamp / unit), (counts.get(Math.floor(stamp / unit)) ?? 0) + 1);
  });
  years.forEach((count, year) => {
    if (count > 0) counts.set(year, count);
  });
  const bars = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([period, count]) => ({ period: isoPeriod(period, step), count }));
  return { step, bars, undated, lessPrecise };
}

function isoPeriod(period: number, step: DateHistogram['step']): string {
  const digits = String(period).padStart(step === 'year' ? 4 : step === 'month' ? 6 : 8, '0');
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].filter((part) => part !== '').join('-');
}
