import { expect, test } from 'vitest';
import { moved } from '../../../renderer/selection/use-selection-acts.ts';

const check = (from: number, to: number, expected: string) =>
  expect(moved([...'абвг'], from, to).join('')).toBe(expected);

test('an item is moved to a place', () => {
  check(0, 2, 'бваг');
  check(3, 0, 'габв');
  check(1, 1, 'абвг');
});
