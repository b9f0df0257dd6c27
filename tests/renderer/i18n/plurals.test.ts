import { expect, test } from 'vitest';
import { russian } from '../../../renderer/i18n/russian/table.ts';

const check = (n: number, expected: string) =>
  expect(russian.frame.articles(n).replaceAll('\u00a0', ' ')).toBe(expected);

test('one, few and many articles', () => {
  check(1, '1 статья');
  check(21, '21 статья');
  check(2, '2 статьи');
  check(24, '24 статьи');
  check(0, '0 статей');
  check(5, '5 статей');
  check(11, '11 статей');
  check(112, '112 статей');
  check(1_000_001, '1 000 001 статья');
});

test('a fraction takes the few', () => check(1.5, '1,5 статьи'));
