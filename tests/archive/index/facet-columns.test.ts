import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ValueColumn } from '../../../archive/index/facet-columns.ts';
import { IdSet } from '../../../archive/index/id-set.ts';

const list = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 50 });

test('a column filled and filled again has what a map of lists has', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(12), list), { maxLength: 60 }), (steps) => {
      const column = new ValueColumn();
      const twin = new Map<number, number[]>();
      for (const [id, values] of steps) {
        column.set(id, values);
        twin.set(id, [...new Set(values)]);
      }
      const counts = new Uint32Array(column.values);
      column.count(IdSet.of(twin.keys()), counts);
      const expected = new Uint32Array(1 + Math.max(-1, ...steps.flatMap(([, values]) => values)));
      for (const [id, values] of twin) {
        const seen: number[] = [];
        column.each(id, (value) => seen.push(value));
        expect(seen).toEqual(values);
        expect(column.common(id, new Set(values.slice(1)))).toBe(Math.max(0, values.length - 1));
        for (const value of values) expected[value]!++;
      }
      expect(counts).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
