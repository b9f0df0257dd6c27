import type { FacetName, SearchRequest } from '../contract/search.ts';
import type { DateChoice, FacetChoices, ValueChoice } from '../index/facets.ts';
import type { QueryFilter } from '../index/search-types.ts';
import type { Columns } from './columns.ts';

/** A number that no article has: a choice of an unknown value finds nothing. */
const nothing = -1;

/** The choices of a request, its dates among them, as numbers of the columns. */
export function choicesOf(columns: Columns, request: SearchRequest): FacetChoices {
  const numbers = (facet: FacetName, values: readonly string[]) =>
    new Set(values.map((value) => columns.number(facet, value) ?? nothing));
  const values = request.choices
    .filter(({ include, exclude }) => include.length + exclude.length > 0)
    .map(({ facet, include, exclude, match }) => ({
      facet,
      include: numbers(facet, include),
      exclude: numbers(facet, exclude),
      match,
    }));
  const { from, to, undated } = request;
  const dates = from !== null || to !== null || undated ? [{ from, to, undated }] : [];
  return { values, dates };
}

/** The choices of a request and those its query asks for (`персона:Имнадзе`, `дата:2024`). */
export function withFilters(columns: Columns, choices: FacetChoices, filters: readonly QueryFilter[]): FacetChoices {
  const values: ValueChoice[] = [...choices.values];
  const dates: DateChoice[] = [...choices.dates];
  for (const filter of filters) {
    if (filter.kind === 'date') {
      const { from, to, excluded } = filter;
      dates.push({ from, to, undated: from === null && to === null, excluded });
      continue;
    }
    const found = columns.named(filter.facet, filter.value);
    const meant: ReadonlySet<number> = found.size > 0 ? found : new Set([nothing]);
    values.push({
      facet: filter.facet,
      include: filter.excluded ? new Set() : meant,
      exclude: filter.excluded ? meant : new Set(),
      match: 'any',
    });
  }
  return { values, dates };
}

export const hasChoices = (choices: FacetChoices): boolean => choices.values.length + choices.dates.length > 0;
