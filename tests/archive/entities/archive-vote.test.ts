import { expect, test } from 'vitest';
import { standing } from '../../../archive/entities/archive-vote.ts';

/** `1>2` says that 1 is joined with 2; numbers of `kept` stay themselves. */
function check(voted: string, kept: readonly number[], expected: string) {
  const pairs = voted.split(' ').map((pair) => pair.split('>').map(Number) as [number, number]);
  const found = standing(new Map(pairs), (id) => kept.includes(id));
  expect([...found].map(([from, into]) => `${from}>${into}`).join(' ')).toBe(expected);
}

test('chains end at their last entity, or at one that stays itself', () => {
  check('1>2 2>3', [], '1>3 2>3');
  check('1>2 2>3', [2], '1>2');
  check('1>2 2>3', [1], '2>3');
  check('1>2 2>3', [3], '1>3 2>3');
});

test('what would go in a circle stays', () => {
  check('1>2 2>1', [], '');
  check('1>2 2>3 3>2 4>5', [], '4>5');
  check('1>2 2>1', [2], '1>2');
});
