import { expect, test } from 'vitest';
import { moment, periodRange, publicationDate } from '../../../renderer/i18n/dates.ts';

const now = new Date(2024, 7, 12, 15, 30);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const check = (iso: string | null, list: string, full: string) => {
  expect(plain(publicationDate(iso, 'ru', 'list', now))).toBe(list);
  expect(plain(publicationDate(iso, 'ru', 'full', now))).toBe(full);
};
const checkRange = (from: string | null, to: string | null, expected: string) =>
  expect(plain(periodRange(from, to, 'ru'))).toBe(expected);

test('a date is said to its precision', () => {
  check('2024-08-09', '9 августа', '9 августа 2024');
  check('2024-08-09T09:40', '9 августа', '9 августа 2024');
  check('2019-03-01', '1 марта 2019', '1 марта 2019');
  check('2024-08', 'август 2024', 'август 2024');
  check('2024', '2024', '2024');
  check(null, 'без даты', 'без даты');
});

test('a number and its word stay on one line', () => {
  expect(publicationDate('2024-08-09', 'ru', 'full', now)).toContain('9\u00a0августа');
});

test('a range of periods', () => {
  checkRange('2007', '2024', '2007–2024');
  checkRange('2024-04', '2024-09', 'апрель — сентябрь 2024');
  checkRange('2024-08', '2024-08', 'август 2024');
  checkRange('2023-12', '2024-01', 'декабрь 2023 — январь 2024');
  checkRange(null, null, '');
});

test('a moment as it was lived', () => {
  expect(plain(moment(new Date(2024, 7, 12, 9, 40).toISOString(), 'ru', now))).toBe('сегодня в 9:40');
  expect(plain(moment(new Date(2024, 7, 11, 18, 5).toISOString(), 'ru', now))).toBe('вчера в 18:05');
  expect(plain(moment(new Date(2024, 7, 3, 18, 5).toISOString(), 'ru', now))).toBe('3 августа');
});

test('Kazakh months without the help of the browser, which has none', () => {
  const said = (iso: string, style: 'list' | 'full' = 'full') => plain(publicationDate(iso, 'kk', style, now));
  expect([said('2024-08-09', 'list'), said('2024-08-09'), said('2024-11')]).toEqual([
    '9 тамыз',
    '2024 ж. 9 тамыз',
    '2024 ж. қараша',
  ]);
  expect(plain(periodRange('2024-04', '2024-09', 'kk'))).toBe('сәуір — 2024 ж. қыркүйек');
});
