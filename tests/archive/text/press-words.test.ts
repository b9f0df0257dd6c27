import { expect, test } from 'vitest';
import { sameRoot } from '../../../archive/text/same-root.ts';
import { analyzer, finds, findsNot, hits } from './finding.ts';
import { morphologyOfTests } from './morphology-of-tests.ts';

/** Word forms, row by row, as a reader of Russian press tries them. */

/** Every form of the list is found by the query, and finds it. */
function check(query: string, forms: string): void {
  for (const form of forms.split(' ')) {
    finds(query, form, form);
    finds(form, query, query);
  }
}

function lemmas(word: string): string {
  return analyzer
    .queryWord(word)
    .readings.map(({ lemma }) => lemma)
    .join(' ');
}

test('W1: surnames on -ов, -ев, -ин', () => {
  check('Токаев', 'Токаева Токаеву Токаевым Токаеве');
  for (const form of ['Токаев', 'Токаева', 'Токаевым', 'Токаеве']) finds('токаев', form);
  check('Путин', 'Путина Путину Путиным Путине');
});

test('W2: countries and cities', () => {
  check('Казахстан', 'Казахстана Казахстану Казахстаном Казахстане');
  check('Астана', 'Астаны Астане Астану Астаной');
  check('Киев', 'Киева Киеву Киевом Киеве');
  check('Иран', 'Ирана Ирану Ираном Иране');
});

test('W3: fleeting vowels', () => {
  check('отец', 'отца отцу отцом отцы');
  check('Павел', 'Павла Павлу Павлом Павле');
  check('Лев', 'Льва Льву Львом');
  check('Кравец', 'Кравца Кравцу Кравцом Кравце');
  check('день', 'дня дню днём дней');
});

test('W4: suppletives', () => {
  check('человек', 'людей людям людьми');
  check('идти', 'шёл шла шли');
});

test('W5: endings that belong to the stem', () => {
  check('диплом', 'диплома дипломами');
  check('агроном', 'агроному агрономом');
  check('запах', 'запахи запахами');
});

test('W6: homonyms have both readings, to be unticked one by one', () => {
  expect(lemmas('стекло')).toBe('стекло стечь');
  expect(lemmas('вести')).toContain('весть');
  expect(lemmas('вести')).toContain('вести');
  check('Роман', 'Романа Романом');
  check('Надежда', 'Надежды Надежде');
});

test('W7: a name and a common noun', () => {
  findsNot('Соловьев', 'пение соловьёв');
  finds('соловьев', 'пение соловьёв');
  finds('соловьев', 'Владимир Соловьёв');
  findsNot('Путин', 'осенняя путина');
  finds('путина', 'осенняя путина');
});

test('W8: words of one root, when asked for', () => {
  expect(sameRoot('казахстан', morphologyOfTests())).toEqual(['казахстанский', 'казахстанец', 'казахстанка']);
  expect(sameRoot('казахстанский', morphologyOfTests())).toContain('казахстанец');
  findsNot('Казахстан', 'казахстанский');
});

test('W9: prefixes complete over surface forms, so more letters never lose a name', () => {
  const { form } = analyzer.surface(analyzer.tokens('Имнадзе').surface[0]!);
  for (const prefix of ['имнад', 'имнадз', 'имнадзе']) expect(form.startsWith(prefix)).toBe(true);
});

test('W10: the exact form', () => {
  finds('=Нуртлыу', 'Мурат Нуртлыу', 'Нуртлыу');
  findsNot('=Нуртлыу', 'Мурат Нуртлеу');
  findsNot('=Токаев', 'Токаева');
});

test('W11–W13: small words count in phrases', () => {
  finds('"не то что"', 'Это не то что бы новость');
  finds('"о том"', 'рассказал о том, как');
  finds('"и вот"', 'И вот итог');
  finds('"не поддержал"', 'Сенат не поддержал закон');
  findsNot('"не поддержал"', 'Сенат поддержал закон');
});

test('W12: a query of small words alone', () => {
  finds('не то что', 'Это не то что бы новость');
  finds('кто, если не мы', 'Кто, если не мы?');
});

test('W14: one letter is a word, signs are none', () => {
  finds('с', 'вместе с ним');
  finds('я', 'Я рад');
  for (const query of ['', ' ', '"', '+', '-', '«»', '…']) expect(analyzer.tokens(query).length).toBe(0);
});

test('W15: punctuation that looks like syntax is text', () => {
  for (const query of ['Мурат:', 'Мурат~', 'Мурат^', '(Мурат', 'Мурат*']) finds(query, 'Мурат Нуртлеу');
  finds('12:30', 'в 12:30 часов');
  finds('C++', 'язык C++');
});

test('W16: a hyphen at the start of a pasted line', () => finds('-не', 'не так'));

test('W17: spaces, line breaks and long pastes', () => {
  finds('Мурат  \n Нуртлеу', 'Мурат Нуртлеу');
  const long = 'Стороны обсудили сотрудничество. '.repeat(160);
  expect(hits(long, long)).toBeDefined();
});

test('W18: «и» in small letters is a word; the operator in capitals is the same word to the analyzer', () => {
  finds('Нуртлеу и Имнадзе', 'Нуртлеу и Имнадзе');
});
