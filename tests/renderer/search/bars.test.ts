import { expect, test } from 'vitest';
import { filledBars } from '../../../renderer/search/bars.ts';

/** Bars in and out as «2024-03 5». */
function check(given: string, expected: string): void {
  const bars = given.split(', ').map((bar) => ({ period: bar.split(' ')[0]!, count: Number(bar.split(' ')[1]) }));
  const filled = filledBars({ step: 'day', bars, undated: 0 }).map(({ period, count }) => `${period} ${count}`);
  expect(filled.length > 6 ? `${filled[0]} … ${filled.at(-1)} of ${filled.length}` : filled.join(', ')).toBe(expected);
}

test('what lies between is filled with nothing', () => {
  check('2024-03-30 2, 2024-04-01 1', '2024-03-30 2, 2024-03-31 0, 2024-04-01 1');
  check('2023-11 2, 2024-01 1', '2023-11 2, 2023-12 0, 2024-01 1');
  check('2021 1, 2023 4', '2021 1, 2022 0, 2023 4');
  check('2024-03-30 2', '2024-03-30 2');
});

test('bars that would be too thin are put together', () => {
  check('2024-03-14 2, 2024-03-15 1, 2024-08-12 1', '2024-03 3, 2024-04 0, 2024-05 0, 2024-06 0, 2024-07 0, 2024-08 1');
  check('2019-01-05 1, 2024-12-31 2', '2019 1, 2020 0, 2021 0, 2022 0, 2023 0, 2024 2');
  check('2024-01-01 1, 2024-02-29 1', '2024-01-01 1 … 2024-02-29 1 of 60');
  check('1900 1, 1999 1', '1900 1 … 1999 1 of 100');
});

test('no bars of no articles', () => expect(filledBars({ step: 'day', bars: [], undated: 3 })).toEqual([]));
