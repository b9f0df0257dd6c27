import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../../archive/export/printable.ts';
import { typeset } from '../../../archive/export/typography.ts';

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
  check('Мост – это путь', 'Мост_– это путь');
  check('сказал бы он', 'сказал_бы он');
  check('век, человек и лик', 'век, человек и_лик');
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
