import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IdSet } from '../../../archive/index/id-set.ts';

const ids = fc.array(fc.nat(200), { maxLength: 40 });

/** What is done to a set of bits and to a set of JavaScript's leaves the same members. */
function check(had: readonly number[], done: (set: IdSet) => void, twin: (set: Set<number>) => void): void {
  const set = IdSet.of(had);
  const expected = new Set(had);
  done(set);
  twin(expected);
  expect([...set]).toEqual([...expected].sort((a, b) => a - b));
  expect(set.size).toBe(expected.size);
}

test('a range is added as its members are', () => {
  fc.assert(
    fc.property(ids, fc.nat(200), fc.nat(200), (had, first, end) => {
      check(
        had,
        (set) => set.addBetween(first, end),
        (twin) => {
          for (let id = first; id < end; id++) twin.add(id);
        },
      );
    }),
  );
});

test('sets are joined, cut and taken from each other as sets of numbers are', () => {
  fc.assert(
    fc.property(ids, ids, (had, others) => {
      const other = IdSet.of(others);
      const drop = (twin: Set<number>, gone: (id: number) => boolean) => {
        for (const id of twin) if (gone(id)) twin.delete(id);
      };
      check(
        had,
        (set) => set.union(other),
        (twin) => {
          for (const id of others) twin.add(id);
        },
      );
      check(
        had,
        (set) => set.intersect(other),
        (twin) => drop(twin, (id) => !others.includes(id)),
      );
      check(
        had,
        (set) => set.subtract(other),
        (twin) => drop(twin, (id) => others.includes(id)),
      );
    }),
  );
});
