import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../../archive/store/recognition.ts';

const name = fc.record({
  entity: fc.integer({ min: 1, max: 5_000_000 }),
  kind: fc.constantFrom('person' as const, 'organization' as const),
  spellings: fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }),
});

/** Mentions in reading order: the title first, starts ascending. */
const mentions = fc
  .array(
    fc.record({
      field: fc.constantFrom('title' as const, 'body' as const),
      start: fc.nat(400_000),
      length: fc.integer({ min: 1, max: 300 }),
      name: fc.nat(20),
      spelling: fc.nat(3),
    }),
  )
  .map((list) =>
    list
      .map(({ length, ...mention }) => ({ ...mention, end: mention.start + length }))
      .sort((a, b) => Number(a.field === 'body') - Number(b.field === 'body') || a.start - b.start),
  );

test('names and mentions are unpacked as they were packed', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 30 }), mentions, (names, list) => {
      const lossless = names.map((one) => ({
        ...one,
        spellings: one.spellings.map((text) => Buffer.from(text).toString()),
      }));
      expect(unpack(pack({ names: lossless, mentions: list }))).toEqual({ names: lossless, mentions: list });
    }),
  );
});

test('a mention takes a few bytes', () => {
  const list = Array.from({ length: 100 }, (_, i) => ({
    field: 'body' as const,
    start: i * 30,
    end: i * 30 + 12,
    name: i % 8,
    spelling: 0,
  }));
  expect(pack({ names: [], mentions: list }).length).toBeLessThan(100 * 5 + 10);
});
