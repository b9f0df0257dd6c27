import { expect, test } from 'vitest';
import { Recent } from '../../../archive/entities/recent.ts';

/** Sets the keys one after another and gets those of `asked` in between; the keys that are remembered, of all of them. */
function check(size: number, keys: readonly string[], expected: readonly string[]) {
  const recent = new Recent<string>(size);
  for (const key of keys) if (recent.get(key) === undefined) recent.set(key, key);
  expect([...new Set(keys)].filter((key) => recent.get(key) === key)).toEqual(expected);
}

test('the last ones are remembered, and what is asked for again', () => {
  check(2, ['а', 'б'], ['а', 'б']);
  check(2, ['а', 'б', 'в', 'г', 'д'], ['в', 'г', 'д']);
  check(2, ['а', 'б', 'в', 'а', 'г', 'д'], ['а', 'г', 'д']);
});

test('what is too long for a name is not remembered', () => {
  check(2, ['а'.repeat(256), 'б'.repeat(257)], ['а'.repeat(256)]);
});
