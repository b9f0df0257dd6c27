import { expect, test } from 'vitest';
import { otherLayout, typedAsKazakh, typedAsLatin, typedAsRussian } from '../../../archive/text/keyboard-layout.ts';

/** Keyboard and typing, row by row. The rows on offers and key codes (K6, K8) are tested where the query box is. */

test('K1–K2: Russian typed in the Latin layout', () => {
  expect(typedAsRussian('yehnkte')).toBe('нуртлеу');
  expect(typedAsRussian('bvyflpt')).toBe('имнадзе');
  expect(typedAsRussian('Yehnkte')).toBe('Нуртлеу');
});

test('K3: letters that stand on punctuation keys', () => {
  expect(typedAsRussian('rfpf[cnfy')).toBe('казахстан');
  expect(typedAsRussian(';fgfhjd')).toBe('жапаров');
  expect(typedAsRussian('`krf')).toBe('ёлка');
  expect(typedAsRussian('j,]trn')).toBe('объект');
});

test('K4: Latin typed in the Russian layout', () => expect(typedAsLatin('лфяштащкь')).toBe('kazinform'));

test('K5: only the word in the wrong layout is converted', () => {
  const knows = (word: string) => word === 'Мурат';
  expect(otherLayout('Мурат yehnkte', knows)).toBe('Мурат нуртлеу');
  expect(otherLayout('Мурат', knows)).toBeUndefined();
});

test('K6: a word the archive knows is left as typed', () => {
  expect(otherLayout('kazinform', (word) => word === 'kazinform')).toBeUndefined();
});

test('K7: digits typed for Kazakh letters', () => {
  expect(typedAsKazakh('0аза0стан')).toBe('қазақстан');
  expect(typedAsKazakh('2024')).toBe('2024');
  expect(typedAsKazakh('н9рт3леу')).toBe('нұртілеу');
});

test('typing is undone by typing back', () => {
  const alphabet = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
  expect(typedAsRussian(typedAsLatin(alphabet))).toBe(alphabet);
});
