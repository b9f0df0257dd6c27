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

/** More bars than pixels say nothing; a histogram with such gaps is shown as it came. */
const most = 400;

/** The bars of a histogram with the empty periods between them put in, so that equal lengths are equal times. */
export function filledBars({ bars }: Histogram): Bar[] {
  const sorted = [...bars].sort((a, b) => (a.period < b.period ? -1 : 1));
  const last = sorted.at(-1);
  if (last === undefined) return [];
  const counts = new Map(sorted.map(({ period, count }) => [period, count]));
  const filled: Bar[] = [];
  for (let period = sorted[0]!.period; period <= last.period; period = next(period)) {
    if (filled.length >= most) return sorted;
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
