import { expect, test } from 'vitest';
import { isTooWide } from '../../../archive/import/tables/delimited.ts';

const check = (text: string, expected: boolean) => expect(isTooWide(text, ',')).toBe(expected);

test('a line of more columns than a spreadsheet has is no table', () => {
  const wide = ','.repeat(20_000);
  check(wide, true);
  check(`a,b\n${wide}`, true);
  check(`a,"${wide}"`, false);
  check('a,b\n'.repeat(20_000), false);
  check('a,b\r'.repeat(20_000), false);
  check(`5" труба,b\n${'a,"b",c\n'.repeat(20_000)}`, false);
});
