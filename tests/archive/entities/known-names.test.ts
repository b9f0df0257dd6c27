import { expect, test } from 'vitest';
import { knownName, withoutEnding } from '../../../archive/entities/known-names.ts';

/** A word as it stands in a text, and what the lists know of it: `sure`, `quoted`, or what longer names go on with. */
function check(word: string, ...expected: string[]) {
  const { sure, quoted, continuations } = knownName(withoutEnding(word));
  const found = [
    ...(sure ? ['sure'] : []),
    ...(quoted ? ['quoted'] : []),
    ...continuations.map((rest) => rest.join(' ')),
  ];
  expect(found).toEqual(expect.arrayContaining(expected));
  if (expected.length === 0) expect(found).toEqual([]);
}

test('names that everybody knows, in any case', () => {
  check('росприроднадзора', 'sure');
  check('хамас', 'sure');
  check('спартаком', 'quoted');
  check('правде', 'quoted');
  check('эхо', 'москв');
  check('голосу', 'америк');
  check('стол');
});
