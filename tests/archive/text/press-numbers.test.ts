import { expect, test } from 'vitest';
import { abbreviations } from '../../../archive/text/abbreviations.ts';
import { dates, parseDate } from '../../../archive/text/dates.ts';
import { analyzer, finds, findsNot } from './finding.ts';

/** Abbreviations, numbers and dates, row by row, as a reader of Russian press tries them. */

/** Pairs a text explains, `short = long`. */
function check(text: string, ...expected: string[]): void {
  const pairs = abbreviations(text);
  expect(pairs.map(({ short, long }) => `${short} = ${long}`)).toEqual(expected);
  for (const { short, shortStart, shortEnd, long, longStart, longEnd } of pairs) {
    expect([text.slice(shortStart, shortEnd), text.slice(longStart, longEnd)]).toEqual([short, long]);
  }
}

/** What a written date means, in ISO 8601; `–` for none. */
function checkDate(written: string, expected: string): void {
  expect(parseDate(written)?.iso ?? '–').toBe(expected);
}

/** The sentences of a text, by their first words. */
function sentences(text: string): number {
  const tokens = analyzer.tokens(text);
  return tokens.length === 0 ? 0 : tokens.sentence[tokens.length - 1]! + 1;
}

test('A1: an abbreviation is explained in brackets, wherever it is used', () => {
  check(
    'встретился с руководителем Регионального центра ООН по превентивной дипломатии для Центральной Азии (РЦПДЦА)',
    'РЦПДЦА = Регионального центра ООН по превентивной дипломатии для Центральной Азии',
  );
  finds('РЦПДЦА', 'глава РЦПДЦА Каха Имнадзе');
});

test('A2: an abbreviation and its long form, in either order', () => {
  check(
    'заявил Министр иностранных дел. МИД (Министерство иностранных дел) сообщил',
    'МИД = Министерство иностранных дел',
  );
  check('страны Евразийского экономического союза (ЕАЭС)', 'ЕАЭС = Евразийского экономического союза');
  check('в Министерстве по чрезвычайным ситуациям (далее – МЧС)', 'МЧС = Министерстве по чрезвычайным ситуациям');
  check('он уехал (на день) и вернулся (США)');
  check('Мурат Нуртлеу (МИД)');
  // Decomposed, as macOS writes it.
  expect(abbreviations('Региональный район (РР)'.normalize('NFD'))).toHaveLength(1);
});

test('A3: dotted abbreviations and initials', () => {
  finds('О.О.Н.', 'миссия ООН', 'ООН');
  finds('ООН', 'миссия О.О.Н.', 'О.О.Н');
  for (const query of ['СП', 'С.П.', 'С. П.', 'С.П. Королёв']) finds(query, 'завод имени С. П. Королёва');
});

test('A4: declined abbreviations', () => {
  for (const form of ['МИДа', 'МИДу', 'МИДом', 'МИДе']) finds('МИД', form, form);
  for (const form of ['вуза', 'вузов', 'вузами']) finds('вуз', form, form);
  finds('МРОТ', 'размер МРОТа');
});

test('A5: abbreviations typed in small letters', () => {
  finds('оон', 'миссия ООН');
  finds('рцпдца', 'глава РЦПДЦА');
  finds('мид', 'МИД');
});

test('A6: one abbreviation with two long forms gives both', () => {
  check('Республика Казахстан (РК) … Республика Корея (РК)', 'РК = Республика Казахстан', 'РК = Республика Корея');
});

test('A7: a sentence does not end after a shortened word', () => {
  expect(sentences('В 2007 г. Центр открылся и т. д. и т. п. Около 5 тыс. Человек, т. е. 3 млрд. Тенге.')).toBe(1);
  expect(sentences('Он приехал. Она уехала! Кто остался? Никто…')).toBe(4);
});

test('D1: one day, however written', () => {
  for (const written of [
    '12 августа 2024 г.',
    '12 августа 2024',
    '12.08.2024',
    '2024-08-12',
    '12-го августа 2024 года',
  ]) {
    checkDate(written, '2024-08-12');
  }
  finds('12.08.2024', 'указ от 2024-08-12');
  finds('2024', 'указ от 12.08.2024');
  finds('12 августа 2024', 'указ от 12 августа 2024 г.');
  for (const query of ['12.08.2024', '2024-08-12', '12 августа 2024']) {
    for (const text of ['от 12.08.2024 г.', 'от 2024-08-12', 'от 12 августа 2024 г.', '12 тамыз 2024'])
      finds(query, text);
    findsNot(query, 'от 13 августа 2024 г.');
  }
});

test('D2: partial dates keep their precision', () => {
  checkDate('август 2024', '2024-08');
  checkDate('2024', '2024');
  checkDate('12 авг.', '–');
  expect(parseDate('12 авг.', 2024)).toEqual({ iso: '2024-08-12', precision: 'day' });
  checkDate('вчера', '–');
  expect(dates('в августе 2024 года').map(({ iso, precision }) => `${iso} ${precision}`)).toEqual(['2024-08 month']);
});

test('D3: Kazakh months', () => {
  checkDate('12 тамыз 2024', '2024-08-12');
  checkDate('2024 жылғы 5 қаңтар', '2024-01-05');
  checkDate('3 желтоқсан 2023', '2023-12-03');
  checkDate('9 мая 2024'.normalize('NFD'), '2024-05-09');
  checkDate('1 қыркүйек 2024'.normalize('NFD'), '2024-09-01');
});

test('D4: the dates of a text, with their places', () => {
  const text = 'Встреча 9 августа 2024 года, сообщение от 12.08.2024.';
  expect(dates(text).map(({ iso, start, end }) => `${iso} ${text.slice(start, end)}`)).toEqual([
    '2024-08-09 9 августа 2024 года',
    '2024-08-12 12.08.2024',
  ]);
});

test('D5: day before month, by the Russian rule', () => {
  checkDate('03.04.2024', '2024-04-03');
  checkDate('3/4/2024', '2024-04-03');
  checkDate('31.02.2024', '–');
  checkDate('13.13.2024', '–');
  checkDate('03.04.99', '1999-04-03');
});

test('D6: both years of a span, decades and centuries', () => {
  finds('2023', '2023–2024 гг.', '2023');
  finds('2024', '2023-2024 гг.', '2024');
  finds('1990', 'в 1990-е годы', '1990-е');
  finds('1990-е', 'в 90-х');
  finds('90-е', 'в 1990-х годах');
  finds('2010-е', 'в 10-е');
  findsNot('1980-е', 'в 90-х');
  finds('XX век', 'история ХХ века'); // Cyrillic letters in the text
});

test('D7: numbers, whatever stands between their thousands', () => {
  for (const written of ['1 500 000', '1\u00a0500\u00a0000', '1500000']) {
    finds('1500000', `${written} тенге`, written);
    finds(written, '1500000 тенге');
  }
  finds('1,5 млрд', '1,5 млрд тенге');
  findsNot('1,5', '15 тенге');
  finds('12,5%', '12,5 %', '12,5');
});
