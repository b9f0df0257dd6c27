import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyColumns, type FacetColumns } from '../../../archive/index/facet-columns.ts';
import {
  chooseArticles,
  countFacets,
  type FacetChoices,
  mostFrequent,
  type ValueChoice,
} from '../../../archive/index/facets.ts';
import { dateHistogram } from '../../../archive/index/histogram.ts';
import { IdSet } from '../../../archive/index/id-set.ts';

const values = fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 });
const date = fc.constantFrom(
  null,
  '2023',
  '2024',
  '2024-01',
  '2024-08',
  '2024-08-12',
  '2024-08-12T09:40',
  '2023-12-31',
);
const library = fc.array(fc.tuple(values, values, date), { minLength: 1, maxLength: 25 });
const choice = fc
  .tuple(
    fc.constantFrom<ValueChoice['facet']>('person', 'source'),
    values,
    values,
    fc.constantFrom<'any' | 'all'>('any', 'all'),
  )
  .map(([facet, include, exclude, match]) => ({ facet, include: new Set(include), exclude: new Set(exclude), match }));
const choices = fc.uniqueArray(choice, { maxLength: 2, selector: ({ facet }) => facet });
const dates = fc.constantFrom(
  [],
  [{ from: '2024', to: '2024', undated: false }],
  [{ from: '2024-08', to: null, undated: false }],
  [{ from: null, to: null, undated: true }],
);

function columnsOf(articles: readonly (readonly [number[], number[], string | null])[]): {
  columns: FacetColumns;
  ids: IdSet;
} {
  const columns = emptyColumns();
  const ids = new IdSet();
  articles.forEach(([persons, sources, iso], i) => {
    columns.values.person.set(i + 1, persons);
    columns.values.source.set(i + 1, sources);
    columns.dates.set(i + 1, iso);
    ids.add(i + 1);
  });
  return { columns, ids };
}

test('a count of n opens exactly n articles', () => {
  fc.assert(
    fc.property(library, choices, dates, (articles, values, dates) => {
      const { columns, ids } = columnsOf(articles);
      const all: FacetChoices = { values, dates };
      const { counts, ids: meeting } = countFacets(columns, ids, all);
      expect([...meeting]).toEqual([...chooseArticles(columns, ids, all)]);
      for (const facet of ['person', 'source'] as const) {
        const own = values.find((choice) => choice.facet === facet);
        counts[facet].forEach((count, value) => {
          const exclude = new Set(own?.exclude);
          exclude.delete(value);
          const alone: ValueChoice = { facet, include: new Set([value]), exclude, match: own?.match ?? 'any' };
          const opened = chooseArticles(columns, ids, {
            values: [...values.filter((choice) => choice !== own), alone],
            dates,
          });
          expect(count, `${facet} ${value}`).toBe(opened.size);
        });
      }
    }),
    { numRuns: 300 },
  );
});

test('a bar of the histogram opens as many articles as it says', () => {
  fc.assert(
    fc.property(library, fc.constantFrom<'year' | 'month' | 'day'>('year', 'month', 'day'), (articles, step) => {
      const { columns, ids } = columnsOf(articles);
      const { bars, undated, lessPrecise } = dateHistogram(columns.dates, ids, step);
      const opened = (dates: FacetChoices['dates']) => chooseArticles(columns, ids, { values: [], dates }).size;
      for (const { period, count } of bars)
        expect(opened([{ from: period, to: period, undated: false }]), period).toBe(count);
      expect(opened([{ from: null, to: null, undated: true }])).toBe(undated);
      expect(bars.reduce((sum, { count }) => sum + count, undated + lessPrecise)).toBe(ids.size);
    }),
    { numRuns: 300 },
  );
});

test('the most frequent values are those of a whole sorting', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(5), { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (list, limit, odd) => {
        const counts = Uint32Array.from(list);
        const fits = (value: number) => !odd || value % 2 === 1;
        const present = list.flatMap((count, value) => (count > 0 ? [value] : []));
        const sorted = present.filter(fits).sort((a, b) => list[b]! - list[a]! || a - b);
        expect(mostFrequent(counts, limit, fits)).toEqual({ first: sorted.slice(0, limit), distinct: present.length });
      },
    ),
  );
});
