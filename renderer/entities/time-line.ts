import type { EntityPage } from '../../archive/contract/entities.ts';

/** A date cut to its precision as a fraction of years: «2024-07» is 2024.5. */
function yearOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 372;
}

/** More labels than this run into each other. */
const mostYears = 9;

/** The years a page spans and where in them a stretch lies, in percent from the left. */
export function timeOf({ firstDate, lastDate }: Pick<EntityPage, 'firstDate' | 'lastDate'>) {
  const begin = Math.floor(firstDate === null ? 0 : yearOf(firstDate));
  const end = Math.floor(lastDate === null ? begin : yearOf(lastDate)) + 1;
  const percent = (iso: string) => Math.max(0, Math.min(100, (100 * (yearOf(iso) - begin)) / Math.max(1, end - begin)));
  const latest = lastDate === null ? 100 : percent(lastDate);
  const every = Math.ceil((end - begin) / mostYears);
  const years = Array.from({ length: Math.ceil((end - begin) / every) }, (_, at) => begin + at * every);
  return {
    years,
    /** From, to; a role that lasts to the newest article ends at 100. */
    stretch: (first: string | null, last: string | null): [number, number] => {
      const from = first === null ? 0 : percent(first);
      const to = last === null ? 100 : percent(last);
      return [from, to >= latest ? 100 : to];
    },
  };
}
