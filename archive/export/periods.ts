import type { ChartStep } from '../contract/charts.ts';
import { dayAndMonth, longDate, shortMonth } from './russian-dates.ts';

/** A period under the axis: short, the year only where it begins or changes. */
export function periodLabel(period: string, step: ChartStep, before: string | undefined): string {
  const [year = '', month, day] = period.split('-');
  const fresh = before === undefined || before.slice(0, 4) !== year;
  if (step === 'year' || month === undefined) return year;
  const name = shortMonth(Number(month));
  const text = day === undefined ? name : dayAndMonth(Number(day), Number(month)).replace(' ', '\u00a0');
  return fresh ? `${text} ${year}` : text;
}

/** A period in words: «август 2024 г.», «неделя с 12 августа 2024 г.». */
export function periodInWords(period: string, step: ChartStep): string {
  return step === 'week' ? `неделя с\u00a0${longDate(period)}` : longDate(period);
}
