import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartRequest } from '../../../archive/contract/charts.ts';
import { searchRequest } from '../../../archive/contract/search.ts';
import { nextPeriod, periodOf, periodsBetween, steps } from '../../../archive/service/chart-periods.ts';
import { archiveOfTests, refusal } from './archive-of-tests.ts';
import { stories } from './stories.ts';

const all = { by: 'search' as const, request: searchRequest.parse({ query: '' }) };

async function opened() {
  const archive = archiveOfTests();
  await archive.take(stories);
  const ask = (request: Partial<ChartRequest>) =>
    archive.client.charts.mentions({ subjects: [all], step: null, from: null, to: null, ...request });
  return { ...archive, ask };
}

test('mentions by month, empty months too; what has no date is counted apart', async () => {
  const { ask } = await opened();
  const chart = await ask({ step: 'month' });
  expect(chart.periods).toEqual(Array.from({ length: 9 }, (_, i) => `2024-${String(i + 3).padStart(2, '0')}`));
  expect(chart.series[0]).toMatchObject({ counts: [1, 1, 0, 0, 0, 0, 0, 0, 1], total: 3, undated: 1 });
  expect(chart.all).toEqual(chart.series[0]!.counts);
});

test('persons and queries beside each other, within bounds', async () => {
  const { ask, client } = await opened();
  const { entities } = await client.entities.list({ filter: 'Касенов' });
  const query = { by: 'search' as const, request: searchRequest.parse({ query: 'ярмарка' }) };
  const chart = await ask({ subjects: [{ by: 'entity', entity: entities[0]!.id }, query], step: 'year', to: '2024' });
  expect(chart.series.map(({ label, kind, counts }) => [label, kind, counts])).toEqual([
    ['Тимур Касенов', 'person', [2]],
    ['ярмарка', 'search', [1]],
  ]);
  expect((await ask({ from: '2024-04', to: '2024-10', step: 'month' })).series[0]!.total).toBe(1);
  expect(await refusal(ask({ subjects: [{ by: 'entity', entity: 9999 }] }))).toBe('NOT_FOUND');
});

test('weeks begin on Mondays; a step too fine for the range is made coarser', async () => {
  const { ask } = await opened();
  const weeks = await ask({ step: 'week', to: '2024-04-30' });
  expect(weeks.periods.slice(0, 2)).toEqual(['2024-03-11', '2024-03-18']);
  expect((await ask({ step: 'day', from: '2000', to: '2024' })).step).toBe('month');
});

test('a drawing of the same, to keep', async () => {
  const { client } = await opened();
  const { svg, plot } = await client.charts.draw({ subjects: [all], measure: 'articles', title: 'Озеро' });
  expect(svg).toMatch(/^<svg .*Озеро/);
  expect(plot.width).toBeGreaterThan(100);
});

test('every day lies in exactly one period of each step, and periods follow one another', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...steps), (date, step) => {
      const iso = date.toISOString().slice(0, 10);
      const period = periodOf(Number(iso.replaceAll('-', '')) * 1e4, step);
      expect(period <= iso).toBe(true);
      expect(nextPeriod(period, step) > iso).toBe(true);
      expect(periodsBetween(period, nextPeriod(period, step), step, 5)).toEqual([period, nextPeriod(period, step)]);
    }),
  );
});
