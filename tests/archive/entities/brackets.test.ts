import { expect, test } from 'vitest';
import { expansions } from '../../../archive/entities/brackets.ts';
import { tokenize } from '../../../archive/entities/tokens.ts';

/** What the abbreviation in brackets is found to stand for; '—' for nothing. */
function check(text: string, expected: string) {
  const tokens = tokenize(text);
  const found = expansions(tokens).map(({ from, to }) => text.slice(tokens[from]!.start, tokens[to - 1]!.end));
  expect(found.join(' / ') || '—').toBe(expected);
}

test('long forms before their abbreviations', () => {
  check(
    'руководителем Регионального центра ООН по превентивной дипломатии для Центральной Азии (РЦПДЦА) Имнадзе',
    'Регионального центра ООН по превентивной дипломатии для Центральной Азии',
  );
  check('в Шанхайской организации сотрудничества (ШОС).', 'Шанхайской организации сотрудничества');
  check('Научно-исследовательский институт хлеба (НИИХ)', 'Научно-исследовательский институт хлеба');
  check('Комитет национальной безопасности (далее) работает', '—');
  check('Министерство обороны (МЧС) сообщило', '—');
  check('в городе (РФ)', '—');
  check('World Health Organization (WHO) said', 'World Health Organization');
  check('приехал в Организацию Объединенных Наций (ООН)', 'Организацию Объединенных Наций');
});
