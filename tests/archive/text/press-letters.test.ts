import { expect, test } from 'vitest';
import { kazakhSpellings, withoutKazakhLetters } from '../../../archive/text/kazakh.ts';
import { analyzer, finds, findsNot } from './finding.ts';

/** Letters and characters, row by row, as a reader of Russian press tries them. */

test('L1: ё and е both ways, the exact spelling apart', () => {
  finds('королев', 'Сергей Королёв');
  finds('королёв', 'Сергей Королев');
  finds('Королёва', 'о Королеве');
});

test('L2: й is not и', () => {
  findsNot('тайфун', 'таифун');
  finds('тайфун', 'Тайфун усилился');
  // «краи» is the plural of «край», so the lemma finds it and ought to; as letters they stay apart.
  findsNot('=край', 'краи');
});

test('L3: decomposed letters', () => {
  finds('Андрей', 'Андреи\u0306 приехал', 'Андреи\u0306');
  finds('елка', 'е\u0308лка', 'е\u0308лка');
});

test('L4: a stress mark', () => finds('отклик', 'первый о\u0301тклик', 'о\u0301тклик'));

test('L5: a soft hyphen', () => finds('нуртлеу', 'министр Нурт\u00adлеу', 'Нурт\u00adлеу'));

test('L6: no-break and narrow spaces', () => {
  finds('"м. нуртлеу"', 'М.\u00a0Нуртлеу отметил');
  finds('"1 500 000"', 'около 1\u202f500\u00a0000 тенге');
});

test('L7: zero-width characters', () => {
  finds('казинформ', 'агентство Каз\u200bинформ');
  finds('казинформ', '\ufeffКазинформ\u2060');
});

test('L8: HTML entities left over, also escaped twice', () => {
  finds('«казинформ»', 'агентство &laquo;Казинформ&raquo;', 'Казинформ');
  finds('казинформ', '&amp;laquo;Казин&shy;форм&amp;raquo;', 'Казин&shy;форм');
  finds('нур', '&#1053;ур', '&#1053;ур');
  findsNot('laquo', '&laquo;Казинформ&raquo; &nbsp; &amp;raquo;');
});

test('L9: look-alike letters', () => {
  finds('север', 'Cевер'); // Latin C
  finds('россия', 'Pоссия'); // Latin P
  finds('совет', 'Cовет');
  finds('XXI век', 'ХХI век'); // Cyrillic Х, Х and Latin I
});

test('L10: designations in every mix of scripts', () => {
  finds('COVID-19', 'вирус СOVID-19'); // Cyrillic С
  finds('covid', 'вирус COVID-19');
  finds('С-300', 'комплекс C-300'); // Latin C in the text
  finds('Ту-154', 'самолёт Tу-154');
  finds('5G', 'сеть 5G');
  finds('G20', 'саммит G20');
  finds('Z-патриоты', 'т. н. Z-патриотов');
});

test('L11: Latin inside Russian text', () => {
  finds('kazinform', 'агентство Kazinform сообщает');
  finds('seilkhanov', 'Adil Seilkhanov');
});

test('L12: quotation marks of any kind', () => {
  for (const query of ['«мы ценим»', '"мы ценим"', '„мы ценим“', '“мы ценим”', '«мы ценим']) {
    finds(query, 'сказал: «Мы ценим это»');
  }
  findsNot('«ценим мы»', 'сказал: «Мы ценим это»');
});

test('L13: dashes part words', () => {
  for (const dash of '–—−') finds('байден', `Путин${dash}Байден`, 'Байден');
  finds('нур-султан', 'Нур‑Султан');
});

test('L14: punctuation glued to words', () => {
  finds('астана', 'г.Астана', 'Астана');
  finds('второе', 'первое,второе');
  finds('сказал', 'сказал(а)');
  finds('РК', 'РФ/РК');
  finds('иванов', 'И.Иванов');
});

test('L15: Kazakh letters', () => {
  for (const place of ['Қазақстан', 'Өскемен', 'Ұлытау', 'Жаңаөзен']) finds(place, `бүгін ${place} қаласында`, place);
  finds('Қазақстан', 'Қазақстанның Президенті');
});

test('L16: Kazakh words typed on a Russian keyboard are one spelling after folding', () => {
  const pairs = 'Қазақстан:казакстан Өскемен:оскемен Ұлытау:улытау һ:х әғқңөұүі:агкноууи';
  for (const pair of pairs.split(' ')) {
    const [kazakh, russian] = pair.split(':') as [string, string];
    expect(withoutKazakhLetters(kazakh.toLowerCase())).toBe(russian);
  }
  const words = ['қазақстан', 'казак', 'өскемен'];
  const begins = (prefix: string) => words.some((word) => word.startsWith(prefix));
  expect(kazakhSpellings('казакстан', begins)).toEqual(['қазақстан']);
  expect(kazakhSpellings('оскемен', begins)).toEqual(['өскемен']);
  expect(kazakhSpellings('казак', begins)).toEqual(['қазақ']);
  expect(kazakhSpellings('москва', begins)).toEqual([]);
});

test('L17: letters of three alphabets that look the same', () => {
  finds('Нұртілеу', 'Нұртiлеу'); // Latin i in the text
  finds('мәселе', 'мəселе'); // Latin ə
  finds('гауһар', 'гауhар'); // Latin h
});

test('L18: capitals do not switch off word forms', () => {
  finds('нуртлеу', 'НУРТЛЕУ');
  finds('елка', 'ёЛКА');
  finds('цена', 'РОСТ ЦЕН НА НЕФТЬ');
});

test('L19: signs before numbers', () => {
  finds('№5', 'школа № 5', '5');
  finds('№ 5', 'школа №5', '5');
  finds('500', '500₸, § 500');
});

test('L20: emoji, direction marks and tabs leave the offsets right', () => {
  finds('нуртлеу', '👍🏽\t\u200fНуртлеу\u200e 🇰🇿', 'Нуртлеу\u200e');
  expect(analyzer.tokens('👍🏽\t🇰🇿\ud800').length).toBe(0);
});
