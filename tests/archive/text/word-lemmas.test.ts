import { expect, test } from 'vitest';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';
import { morphologyOfTests } from './morphology-of-tests.ts';

const analyzer = createAnalyzer(morphologyOfTests());

/** The terms that the first entry of a text is indexed under. */
function check(word: string, expected: string): void {
  expect(analyzer.surface(analyzer.tokens(word).surface[0]!).terms.join(' ')).toBe(expected);
}

/** The lemmas a query word is searched under. */
function checkQuery(word: string, expected: string): void {
  const { readings } = analyzer.queryWord(word);
  expect(readings.map(({ lemma }) => lemma).join(' ')).toBe(expected);
}

test('surnames in cases', () => {
  check('Токаева', 'токаев токаева~');
  check('Токаевой', 'токаева');
  check('Имнадзе', 'имнадзе');
  check('Нуртлеу', 'нуртлеу');
  check('Жапаровым', 'жапаров');
});

test('capitals decide between a name and a word', () => {
  check('соловьев', 'соловей');
  check('Соловьев', 'соловьев соловей~');
  checkQuery('Соловьев', 'соловьев');
  checkQuery('соловьев', 'соловей соловьев');
  check('путина', 'путина');
  check('Путина', 'путин путина~');
});

test('abbreviations are left alone, and stripped of endings', () => {
  check('РЦПДЦА', 'рцпдца');
  check('ООН', 'оон');
  check('МИДом', 'мид');
  check('ЕАЭС', 'еаэс');
});
