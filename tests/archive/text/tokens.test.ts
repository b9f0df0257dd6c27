import { expect, test } from 'vitest';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';

const analyzer = createAnalyzer();

/** Forms by position, entries of one position joined by `/`; `|` between sentences. */
function notation(text: string): string {
  const tokens = analyzer.tokens(text);
  const words: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const form = analyzer.surface(tokens.surface[i]!).form;
    if (i > 0 && tokens.position[i] === tokens.position[i - 1]) words[words.length - 1] += `/${form}`;
    else words.push(i > 0 && tokens.sentence[i] !== tokens.sentence[i - 1] ? `| ${form}` : form);
  }
  return words.join(' ');
}

/** What the tokens of a text are. */
function check(text: string, expected: string): void {
  expect(notation(text)).toBe(expected);
}

test('plain words are folded', () => {
  check('Ёлка, КРАЙ и Андрей', 'елка край и андрей');
});

test('punctuation glued to words parts them', () => {
  check('г.Астана', 'г астана');
  check('первое,второе', 'первое второе');
  check('сказал(а)', 'сказал а');
  check('РФ/РК', 'рф рк');
  check('Путин—Байден', 'путин байден');
  check('Путин–Байден', 'путин байден');
});

test('a hyphenated word is the whole, the joined form and the parts', () => {
  check('Касым-Жомарта', 'касым-жомарта/касымжомарта/касым жомарта');
  check('премьер-министр - это', 'премьер-министр/премьерминистр/премьер министр это');
  check('пресс-службы.', 'пресс-службы/прессслужбы/пресс службы');
});

test('apostrophes of any kind', () => {
  check("О'Коннор", "о'коннор/оконнор/о коннор");
  check('О’Коннора', "о'коннора/оконнора/о коннора");
  check('слово’', 'слово');
});

test('initials and dotted abbreviations', () => {
  check('И.Иванов', 'и иванов');
  check('О.О.Н.', 'оон/о о н');
  check('С.П. Королёв', 'сп/с п королев');
  check('С. П. Королёв', 'сп/с п королев');
  check('и т.д. и т. п.', 'и тд/т д и т п');
});

test('numbers with spaces, commas, endings and units', () => {
  check('1 500 000 тенге', '1500000 тенге');
  check('1\u00a0500\u00a0000', '1500000');
  check('1&nbsp;500', '1500');
  check('в 2023 500 человек', 'в 2023 500 человек');
  check('1,5 млрд и 12,5 %', '1,5 млрд и 12,5');
  check('6-й 12-го 1990-е', '6-й 12-го 1990-е');
  check('5кг', '5кг/5 кг');
  check('в 12:30', 'в 12 30');
  check('2023–2024 и 2023-2024', '2023 2024 и 2023 2024');
});

test('a date in figures is also the day it names', () => {
  check('12.08.2024', '2024-08-12/12 08 2024');
  check('2024-08-12', '2024-08-12/2024 08 12');
  check('31.02.2024', '31 02 2024');
});

test('a date in words is also the day or the month it names', () => {
  check('12 августа 2024 г.', '2024-08-12/12 августа 2024 г');
  check('12-го августа 2024', '2024-08-12/12-го августа 2024');
  check('9 мая 2024', '2024-05-09/9 мая 2024');
  check('в августе 2024 года', 'в 2024-08/августе 2024 года');
  check('12 авг. 2024', '2024-08-12/12 авг 2024');
  check('12 тамыз 2024', '2024-08-12/12 тамыз 2024');
  check('2024 жылғы 12 тамыз', '2024-08-12/2024 жылғы 12 тамыз');
  check('31 февраля 2024', '31 2024-02/февраля 2024');
  check('12 августа', '12 августа');
  check('12 августа. 2024 год', '12 августа | 2024 год');
  check('5 и 6 мая 2024', '5 и 2024-05-06/6 мая 2024');
});

test('designations and Latin', () => {
  check('COVID-19', 'covid-19/covid19/covid 19');
  check('5G и G20', '5g и g20');
  check('Kazinform', 'kazinform');
});

test('sentences', () => {
  check('Он пришёл. Она ушла.', 'он пришел | она ушла');
  check('в 2007 г. Штаб-квартира', 'в 2007 г штаб-квартира/штабквартира/штаб квартира');
  check('М. Нуртлеу и т. д. были', 'м нуртлеу и т д были');
  check('Да! — сказал он.', 'да сказал он');
  check('Заголовок\n\nтекст', 'заголовок | текст');
  check('конец.Начало', 'конец | начало');
});
