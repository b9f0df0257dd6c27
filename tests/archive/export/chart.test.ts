import fc from 'fast-check';
import { DOMParser } from 'linkedom';
import { expect, test } from 'vitest';
import type { Chart } from '../../../archive/contract/charts.ts';
import { chartSentence, drawChart, valuesOf } from '../../../archive/export/chart-drawing.ts';
import { ticks } from '../../../archive/export/chart-scale.ts';

const series = (label: string, counts: number[]) => ({
  label,
  kind: 'search' as const,
  counts,
  total: counts.reduce((a, b) => a + b, 0),
  undated: 0,
});
const chart = (...lines: Chart['series']): Chart => ({
  step: 'month',
  periods: ['2023-12', '2024-01', '2024-02'],
  all: [100, 0, 50],
  series: lines,
});

const drawing = (one: Chart, measure: 'articles' | 'perThousand' = 'articles') =>
  new DOMParser().parseFromString(drawChart(one, { measure, title: '' }).svg, 'text/xml');
const heights = (one: Chart) =>
  [...drawing(one).querySelectorAll('rect')].slice(1).map((bar) => Number(bar.getAttribute('height')));

test('bars are as high as their numbers', () => {
  const [first, second] = heights(chart(series('вода', [4, 0, 2])));
  expect(first! / second!).toBeCloseTo(2, 1);
});

test('shares are of a thousand articles of the same period; no articles, no share', () => {
  expect(valuesOf(chart(series('вода', [10, 0, 1])), 0, 'perThousand')).toEqual([100, null, 20]);
});

test('several lines are told apart by pattern and shape, and named with their sums', () => {
  const page = drawing(chart(series('вода', [1, 2, 3]), series('<река> & "мост"', [3, 2, 1])));
  const dashes = [...page.querySelectorAll('path[fill=none]')].map((path) => path.getAttribute('stroke-dasharray'));
  expect(new Set(dashes).size).toBe(2);
  const words = [...page.querySelectorAll('text')].map((one) => one.textContent.replaceAll('\u00a0', ' '));
  expect(words).toContain('вода: 6 статей');
  expect(words).toContain('<река> & "мост": 6 статей');
});

test('the year is written where it begins', () => {
  const words = [...drawing(chart(series('вода', [1, 1, 1]))).querySelectorAll('text')].map((one) => one.textContent);
  expect(words.slice(-3)).toEqual(['дек. 2023', 'янв. 2024', 'февр.']);
});

test('in one sentence, for those who do not see it', () => {
  expect(chartSentence(chart(series('вода', [1, 5, 2]))).replaceAll('\u00a0', ' ')).toBe(
    'Статьи по месяцам, декабрь 2023 г. — февраль 2024 г. вода: 8 статей, больше всего — январь 2024 г., 5.',
  );
  expect(chartSentence({ ...chart(), periods: [] })).toBe('Статей с датой нет');
});

test('marks of the axis are round and reach the highest', () => {
  const check = (most: number, expected: number[]) => expect(ticks(most)).toEqual(expected);
  check(0, [0, 1]);
  check(1, [0, 1]);
  check(7, [0, 2, 4, 6, 8]);
  check(130, [0, 50, 100, 150]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e7 }), (most) => {
      const marks = ticks(most);
      expect(marks.at(-1)!).toBeGreaterThanOrEqual(most);
      expect(marks.length).toBeLessThanOrEqual(7);
      expect(marks.every(Number.isInteger)).toBe(true);
    }),
  );
});

test('any labels and numbers give a sound drawing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.nat(1000)), { minLength: 1, maxLength: 5 }),
      (lines) => {
        const page = drawing(chart(...lines.map(([label, n]) => series(label, [n, 0, 1]))), 'perThousand');
        expect(page.documentElement.tagName).toBe('svg');
        expect(page.documentElement.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      },
    ),
    { numRuns: 50 },
  );
});
