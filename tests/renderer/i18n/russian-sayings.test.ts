import { expect, test } from 'vitest';
import { periodRange, publicationDate } from '../../../renderer/i18n/dates.ts';
import { russian } from '../../../renderer/i18n/russian/table.ts';

/** Russian that the program makes itself, as a person reads it. No-break spaces are shown as spaces. */

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function check(said: string, expected: string): void {
  expect(plain(said)).toBe(expected);
}

test('numbers of articles', () => {
  const counts: readonly (readonly [number, string])[] = [
    [0, '0 статей'],
    [1, '1 статья'],
    [2, '2 статьи'],
    [5, '5 статей'],
    [11, '11 статей'],
    [12, '12 статей'],
    [21, '21 статья'],
    [22, '22 статьи'],
    [111, '111 статей'],
    [1.5, '1,5 статьи'],
    [4812, '4 812 статей'],
  ];
  for (const [n, expected] of counts) check(russian.frame.articles(n), expected);
  check(russian.search.glossary.all(1), 'Показать всю 1 запись');
  check(russian.search.glossary.all(3), 'Показать все 3 записи');
  check(russian.search.glossary.all(60), 'Показать все 60 записей');
});

test('months stand in the genitive after a day and in the nominative without one', () => {
  const months = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
  const alone = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
  for (let month = 1; month <= 12; month++) {
    const iso = `2024-${String(month).padStart(2, '0')}`;
    check(publicationDate(`${iso}-09`, 'ru', 'full'), `9 ${months[month - 1]} 2024`);
    check(publicationDate(iso, 'ru', 'full'), `${alone[month - 1]} 2024`);
  }
  check(publicationDate('2024', 'ru', 'full'), '2024');
  check(publicationDate(null, 'ru', 'full'), 'без даты');
  check(periodRange('2024-04', '2024-09', 'ru'), 'апрель — сентябрь 2024');
  check(periodRange('2007', '2024', 'ru'), '2007–2024');
});

test('lists are sorted as a Russian and a Kazakh reader expects', () => {
  const names = [
    'Яшин',
    'Ёлкин',
    'Әбілов',
    'Елкин',
    'Жуков',
    'Абаев',
    'Қанат',
    'Камин',
    'Ұлан',
    'Улан',
    'Іле',
    'Ықылас',
  ];
  const sorted = (language: string) => names.toSorted(new Intl.Collator(language).compare).join(' ');
  expect(sorted('ru')).toBe('Абаев Әбілов Елкин Ёлкин Жуков Іле Камин Қанат Улан Ұлан Ықылас Яшин');
  expect(sorted('kk')).toBe('Абаев Әбілов Елкин Ёлкин Жуков Камин Қанат Улан Ұлан Ықылас Іле Яшин');
});
