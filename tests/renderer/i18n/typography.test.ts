import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindShortWords, typeset } from '../../../renderer/i18n/typography.ts';

/** A space that must not break is written as _. */
const check = (text: string, expected: string) => expect(typeset(text).replaceAll('\u00a0', '_')).toBe(expected);

test('short words hold on to the next one', () => {
  check('Статья в архиве', 'Статья в_архиве');
  check('и в Астане', 'и_в_Астане');
  check('«В подборку»', '«В_подборку»');
});

test('dashes, numbers and signs', () => {
  check('апрель — сентябрь', 'апрель_— сентябрь');
  check('12 статей', '12_статей');
  check('12,5 %', '12,5_%');
  check('№ 5', '№_5');
});

test('binding short words keeps the length and every letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('в', 'на', 'о', 'вода', ' ', '«', '—', '.', '5') }), (text) => {
      const bound = bindShortWords(text);
      expect(bound).toHaveLength(text.length);
      expect(bound.replaceAll('\u00a0', ' ')).toBe(text);
    }),
  );
});
