import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyQuestion, firstView, hashToView, viewToHash } from '../../../renderer/view/view.ts';

test('a view and its address say the same', () => {
  const view = {
    ...firstView,
    section: 'notes' as const,
    article: 12,
    reading: true,
    question: {
      ...emptyQuestion,
      query: 'вода & «река»?',
      from: '2024-08',
      choices: [{ facet: 'source' as const, include: ['Вестник'], exclude: [], match: 'any' as const }],
    },
  };
  expect(hashToView(viewToHash(view))).toEqual(view);
});

test('any query comes back from the address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (query) => {
      fc.pre(query.isWellFormed());
      const view = { ...firstView, question: { ...emptyQuestion, query } };
      expect(hashToView(viewToHash(view)).question.query).toBe(query);
    }),
  );
});

test('a foreign or damaged address is the first view', () => {
  for (const hash of [
    '',
    '#',
    '#/nowhere?article=x',
    '#/search?choices=5&article=-1&sort=up&reading=maybe',
    '#/search?%',
  ]) {
    expect(hashToView(hash)).toEqual(firstView);
  }
});
