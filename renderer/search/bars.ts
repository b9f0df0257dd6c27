import type { Histogram } from '../../archive/contract/search.ts';

export interface Bar {
  period: string;
  count: number;
}

/** The period after one, at the same step. */
function next(period: string): string {
  const [year = 0, month, day] = period.split('-').map(Number);
  const pad = (n: number) => String(n).padStart(2, '0');
  if (month === undefined) return String(year + 1).padStart(4, '0');
  if (day === undefined) return month === 12 ? `${year + 1}-01` : `${year}-${pad(month + 1)}`;
  const date = new Date(Date.UTC(year, month - 1, day + 1));
  return `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
}

/** More bars are too thin to see, and to take: days are then put together to months, months to years. */
const most = 60;
/** How much of a date is told by a day, a month, a year. */
const steps = [10, 7, 4];

/** The bars of a histogram with the empty periods between them put in, so that equal lengths are equal times. */
export function filledBars({ bars }: Histogram): Bar[] {
  const given = bars[0]?.period.length ?? 0;
  let filled: Bar[] = [];
  for (const step of steps.filter((length) => length <= given)) {
    filled = filledBy(bars, step, step === steps.at(-1) ? Number.POSITIVE_INFINITY : most);
    if (filled.length <= most) break;
  }
  return filled;
}

/** @param limit when there are more bars than that, one more is enough to know it */
function filledBy(bars: readonly Bar[], step: number, limit: number): Bar[] {
  const counts = new Map<string, number>();
  for (const { period, count } of bars) {
    const coarse = period.slice(0, step);
    counts.set(coarse, (counts.get(coarse) ?? 0) + count);
  }
  const periods = [...counts.keys()].toSorted();
  const last = periods.at(-1) ?? '';
  const filled: Bar[] = [];
  for (
    let period = periods[0] ?? '';
    period !== '' && period <= last && filled.length <= limit;
    period = next(period)
  ) {
    filled.push({ period, count: counts.get(period) ?? 0 });
  }
  return filled;
}

/** Which bars lie in a range of dates: first and last position, or all when the range is open. */
export function barsWithin(bars: Bar[], from: string | null, to: string | null): [number, number] {
  const length = bars[0]?.period.length ?? 0;
  const first = from === null ? 0 : bars.findIndex(({ period }) => period >= from.slice(0, length));
  const after = to === null ? -1 : bars.findIndex(({ period }) => period > to.slice(0, length));
  const start = first < 0 ? bars.length - 1 : first;
  return [start, Math.max(start, (after < 0 ? bars.length : after) - 1)];
}
