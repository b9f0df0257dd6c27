import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../../archive/export/printable.ts';
import { paragraphs, withoutNames } from '../../../archive/export/runs.ts';
import { period } from '../../../archive/export/russian-dates.ts';
import { typeset, typesetReference } from '../../../archive/export/typography.ts';

/** A no-break space is shown as `_`. */
function check(text: string, expected: string) {
  expect(typeset(text).replaceAll('\u00a0', '_')).toBe(expected);
}

test('spaces that may not end a line', () => {
  check('Я и ты в доме', 'Я_и_ты в_доме');
  check('А. С. Пушкин и К. Имнадзе', 'А._С._Пушкин и_К._Имнадзе');
  check('г. Астана, 2024 г.', 'г._Астана, 2024_г.');
  check('№ 5 и § 3', '№_5 и_§_3');
  check('300 тыс. тонн, 1 200 000 ₸, 5 %', '300_тыс. тонн, 1_200_000_₸, 5_%');
  check('12 августа, 3 мая и 5 дек. 2024', '12_августа, 3_мая и_5_дек. 2024');
  check('20 км, 5 м, 30 метров и 20 машин', '20_км, 5_м, 30_метров и_20 машин');
  check('и т. д., т. е. в 5 в. до н. э.', 'и_т._д., т._е. в_5_в. до_н._э.');
  check('Мост – это путь', 'Мост_– это путь');
  check('сказал бы он', 'сказал_бы он');
  check('век, человек и лик', 'век, человек и_лик');
});

test('a reference: signs do not begin a line', () => {
  const set = (text: string, expected: string) =>
    expect(typesetReference(text).replaceAll('\u00a0', '_')).toBe(expected);
  set('Мост // Заречье : [сайт]. – [б. г.].', 'Мост_// Заречье_: [сайт]._– [б._г.].');
  set('Мост. – [Б. м. : б. и.], 12 авг. 2024.', 'Мост._– [Б._м._:_б._и.], 12_авг. 2024.');
});

test('a period says once what its ends share', () => {
  const set = (first: string, last: string, expected: string) =>
    expect(period(first, last).replaceAll('\u00a0', ' ')).toBe(expected);
  set('2024-08-12', '2024-08-12T10:15', '12 августа 2024 г.');
  set('2024-08-12', '2024-08-16', '12–16 августа 2024 г.');
  set('2024-03-14', '2024-11-05', '14 марта — 5 ноября 2024 г.');
  set('2024-12-30', '2025-01-02', '30 декабря 2024 г. — 2 января 2025 г.');
  set('2024-03', '2024-05', 'март — май 2024 г.');
  set('2024-03', '2024-03-05', 'март — 5 марта 2024 г.');
  set('2021', '2024', '2021–2024 гг.');
  set('2024', '2024-05-01', '2024 г. — 1 мая 2024 г.');
  expect(period(undefined, undefined)).toBe('');
});

test('an endless paragraph is parted after a sentence, else after a word, else anywhere but within a sign', () => {
  const ends = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end).slice(-2));
  expect(ends('Да, это так. '.repeat(1000))).toEqual(['. ', '. ', '. ']);
  expect(ends('слово '.repeat(1500))).toEqual(['о ', 'о ']);
  expect(ends(`a${'😀'.repeat(4000)}`)).toEqual(['😀', '😀']);
});

test('not a unit is added or lost, and only spaces change', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('в', 'А', '.', ' ', '5', 'г', '–', 'ж', 'е', '№', '😀') }),
      (text) => {
        expect(typeset(text).replaceAll('\u00a0', ' ')).toBe(text);
      },
    ),
  );
});

test('signs without a shape are left out', () => {
  expect(printable('а\u0000б\u00adв\u202eг\ufeffд\ud800е\tж\n')).toBe('абвгд\ufffdе ж\n');
});

test('without the marks of names a paragraph has no more stretches than pencils and notes make', () => {
  const joined = withoutNames([
    { t: 'Глава ', m: [1] },
    { t: 'Берг ', m: [2] },
    { t: 'ска', p: 'blue' },
    { t: 'зала', p: 'blue', m: [3], n: ['Когда?'] },
    { t: ' ещё', p: 'blue' },
  ]);
  expect(joined).toEqual([{ t: 'Глава Берг ' }, { t: 'сказала', p: 'blue', n: ['Когда?'] }, { t: ' ещё', p: 'blue' }]);
});
