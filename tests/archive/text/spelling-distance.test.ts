import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEAR, spellingDistance } from '../../../archive/text/spelling-distance.ts';

function check(typed: string, word: string, expected: number): void {
  expect(spellingDistance(typed, word, 3)).toBeCloseTo(expected);
}

test('slips of fingers and ears cost less', () => {
  check('нуртлеу', 'нуртлеу', 0);
  check('нуртлыу', 'нуртлеу', NEAR); // ы for е
  check('имнадзк', 'имнадзе', NEAR); // neighbouring keys
  check('имандзе', 'имнадзе', NEAR); // letters swapped
  check('касымм', 'касым', NEAR); // a letter doubled
  check('касымф', 'касым', 1);
  check('кот', 'пёс', 3);
});

test('symmetric, and no more than the limit and one', () => {
  const word = fc.string({ unit: fc.constantFrom(...'абвеиысц'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, limit) => {
      const distance = spellingDistance(a, b, limit);
      expect(distance).toBeCloseTo(spellingDistance(b, a, limit));
      expect(distance).toBeLessThanOrEqual(limit + 1);
      if (distance === 0) expect(a).toBe(b);
    }),
  );
});
