import type { ChartStep } from '../contract/charts.ts';

const day = 86_400_000;

/** Digits of the stamp `yyyymmddhhmm` that a step needs, as a divisor. */
export const stepUnit: Readonly<Record<ChartStep, number>> = { day: 1e4, week: 1e4, month: 1e6, year: 1e8 };

/** The steps from the finest. */
export const steps: readonly ChartStep[] = ['day', 'week', 'month', 'year'];

/** The period that a stamp `yyyymmddhhmm` lies in: an ISO date cut to the step; of a week its Monday. */
export function periodOf(stamp: number, step: ChartStep): string {
  const digits = String(Math.floor(stamp / 1e4)).padStart(8, '0');
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
  if (step === 'week') return mondayOf(iso);
  return iso.slice(0, step === 'year' ? 4 : step === 'month' ? 7 : 10);
}

function mondayOf(iso: string): string {
  const date = new Date(`${iso}T00:00Z`);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * day).toISOString().slice(0, 10);
}

/** The period after a period. */
export function nextPeriod(period: string, step: ChartStep): string {
  const [year = 0, month = 1] = period.split('-').map(Number);
  if (step === 'year') return String(year + 1).padStart(4, '0');
  if (step === 'month')
    return month === 12 ? `${year + 1}-01` : `${period.slice(0, 5)}${String(month + 1).padStart(2, '0')}`;
  return new Date(Date.parse(`${period}T00:00Z`) + (step === 'week' ? 7 : 1) * day).toISOString().slice(0, 10);
}

/** All periods from one to another, both included; undefined when there are more than `most`. */
export function periodsBetween(first: string, last: string, step: ChartStep, most: number): string[] | undefined {
  const periods: string[] = [];
  for (let period = first; period <= last; period = nextPeriod(period, step)) {
    if (periods.length === most) return undefined;
    periods.push(period);
  }
  return periods;
}
