import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../../renderer/reader/places.ts';

const check = (wanted: number[], current: number, expected: number[]) =>
  expect(
    spread(
      wanted,
      wanted.map(() => 40),
      current,
      12,
    ),
  ).toEqual(expected);

test('notes with room stand at their lines; crowded ones give way', () => {
  check([0, 100, 200], -1, [0, 100, 200]);
  check([0, 10, 20], -1, [0, 52, 104]);
});

test('the current note stands at its line', () => {
  check([0, 10, 20], 1, [-42, 10, 62]);
});

test('notes never overlap and the current one never moves', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 10, max: 200 })), { minLength: 1 }),
      fc.nat(),
      (raw, pick) => {
        const notes = [...raw].sort((a, b) => a[0] - b[0]);
        const current = pick % notes.length;
        const heights = notes.map(([, height]) => height);
        const tops = spread(
          notes.map(([top]) => top),
          heights,
          current,
          12,
        );
        expect(tops[current]).toBe(notes[current]![0]);
        for (let at = 1; at < tops.length; at += 1)
          expect(tops[at]! - tops[at - 1]!).toBeGreaterThanOrEqual(heights[at - 1]! + 12);
      },
    ),
  );
});
