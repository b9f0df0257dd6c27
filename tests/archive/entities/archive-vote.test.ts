import { expect, test } from 'vitest';
import { archiveVote, standing } from '../../../archive/entities/archive-vote.ts';
import type { KeyRow } from '../../../archive/entities/registry.ts';

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

test('the order of an entity’s keys decides nothing', () => {
  const key = (entity: number, name: string, label: string, form: string, articles: number): KeyRow => ({
    entity,
    kind: 'person',
    key: name,
    label,
    articles,
    attested: 0,
    form,
  });
  const person = (id: number, label: string, own: string, keys: KeyRow[]) => ({
    row: { id, kind: 'person' as const, label, key: own },
    keys,
  });
  const rows = [
    person(1, 'Эллен Коран', 'коран', [
      key(1, 'moran|elen', 'moran|elen', '', 1),
      key(1, 'коран', 'Коран', 'коран', 18),
      key(1, 'коран|елен', 'Эллен Коран', 'эллен коран', 1),
    ]),
    person(2, 'Эллен Ниран', 'ниран', [
      key(2, 'moran|elen', 'moran|elen', '', 1),
      key(2, 'ниран', 'Ниран', 'ниран', 2),
      key(2, 'ниран|елен', 'Эллен Ниран', 'эллен ниран', 1),
    ]),
  ];
  const backwards = rows.map(({ row, keys }) => ({ row, keys: keys.toReversed() }));
  const [first, second] = rows;
  expect(archiveVote(backwards)).toEqual(archiveVote(rows));
  expect(archiveVote([first!, { row: second!.row, keys: second!.keys.toReversed() }])).toEqual(archiveVote(rows));
});
