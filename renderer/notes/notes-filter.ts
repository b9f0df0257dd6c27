import type { AnnotationFilter } from '../../archive/contract/annotations.ts';

export type Period = 'any' | 'day' | 'week' | 'month' | 'year';
export const periods: readonly Period[] = ['any', 'day', 'week', 'month', 'year'];

/** What the page of notes is narrowed to, and how it is sorted. */
export interface NotesFilter extends Omit<AnnotationFilter, 'from' | 'to'> {
  period: Period;
  sort: 'changed' | 'article';
}

export const everything: NotesFilter = {
  query: '',
  pencil: null,
  tag: null,
  source: null,
  person: null,
  period: 'any',
  bookmark: false,
  noted: false,
  unplaced: false,
  sort: 'changed',
};

const days: Record<Exclude<Period, 'any'>, number> = { day: 0, week: 6, month: 30, year: 365 };

/** The filter as it is asked of the archive. @param now milliseconds since 1970 */
export function asked(
  { period, sort, ...rest }: NotesFilter,
  now: number,
): AnnotationFilter & { sort: NotesFilter['sort'] } {
  const from = period === 'any' ? null : new Date(now - days[period] * 86_400_000).toISOString().slice(0, 10);
  return { ...rest, from, to: null, sort };
}

/** Whether anything is narrowed; the order does not count. */
export const isNarrowed = ({ sort: _sort, ...filter }: NotesFilter): boolean =>
  Object.entries(filter).some(([name, value]) => value !== everything[name as keyof NotesFilter]);
