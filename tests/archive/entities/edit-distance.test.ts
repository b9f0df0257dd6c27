import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../../archive/entities/edit-distance.ts';

/** The definition, written out. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const rest = [
    naive(a.slice(1), b) + 1,
    naive(a, b.slice(1)) + 1,
    naive(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) rest.push(naive(a.slice(2), b.slice(2)) + 1);
  return Math.min(...rest);
}

test('the distance is that of the definition, or just above the limit', () => {
  const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(naive(a, b), most + 1));
    }),
  );
});
