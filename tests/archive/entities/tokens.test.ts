import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../../archive/entities/tokens.ts';

/** Tokens are parted by spaces, sentences by ` | `. */
function check(text: string, expected: string) {
  let shown = '';
  tokenize(text).forEach((token, i, all) => {
    if (i > 0) shown += token.sentence === all[i - 1]!.sentence ? ' ' : ' | ';
    shown += token.text;
  });
  expect(shown).toBe(expected);
}

test('words, punctuation and sentences', () => {
  check('Мурат Нуртлеу приехал. Он рад.', 'Мурат Нуртлеу приехал . | Он рад .');
  check('12 августа 2024 г. Нуртлеу М. А. выступил', '12 августа 2024 г . Нуртлеу М . А . выступил');
  check('Заголовок\n\nНачало текста', 'Заголовок | Начало текста');
  check('слово.Слово', 'слово . | Слово');
  check("Касым-Жомарт О'Коннор", "Касым-Жомарт О'Коннор");
  check('«Приедем!» – сказал он.', '« Приедем ! » | – сказал он .');
  check('и т.д. по списку', 'и т . д . по списку');
  check('6-й этаж, 1,5 млрд. тенге', '6-й этаж , 1,5 млрд . тенге');
});

test('every token is where it says it is, in order, and nothing but space is left out', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'абВГ xY.,!«»-\n 12'), maxLength: 60 }), (text) => {
      let rest = 0;
      for (const token of tokenize(text)) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(text.slice(rest, token.start).trim()).toBe('');
        rest = token.end;
      }
      expect(text.slice(rest).trim()).toBe('');
    }),
  );
});
