import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { abbreviations } from '../../../archive/text/abbreviations.ts';
import { kazakhSpellings, withoutKazakhLetters } from '../../../archive/text/kazakh.ts';
import { mayBeOne, nameQuery } from '../../../archive/text/name-query.ts';
import { otherNames } from '../../../archive/text/renamed-places.ts';
import { spellingDistance, tolerance } from '../../../archive/text/spelling-distance.ts';
import { cyrillicSpellings, latinSpellings, soundKey } from '../../../archive/text/transliteration.ts';
import { analyzer, finds, findsNot } from './finding.ts';
import { morphologyOfTests } from './morphology-of-tests.ts';

/** Names, row by row, as a reader of Russian press tries them. */

const lemma = (word: string) => analyzer.queryWord(word).readings[0]!.lemma;

/** Names that may be one person's, and names that may not. */
function check(first: string, relation: '=' | '≠', second: string): void {
  const [a, b] = [nameQuery(first), nameQuery(second)];
  expect(a !== undefined && b !== undefined && mayBeOne(a, b, lemma)).toBe(relation === '=');
}

test('N1: the nominative of an oblique name', () => {
  const [parse] = morphologyOfTests().parses('Кахой');
  expect(parse!.lemma).toBe('каха');
  finds('Каха Имнадзе', 'с Кахой Имнадзе', 'Кахой', 'Имнадзе');
});

test('N2: surnames that never change', () => {
  for (const name of ['Нуртлеу', 'Имнадзе', 'Долгих', 'Шевченко']) {
    finds(name, `с ${name}`, name);
    expect(analyzer.queryWord(name).readings.map((reading) => reading.lemma)).toContain(name.toLowerCase());
  }
});

test('N3: a misspelling is near', () => {
  expect(spellingDistance('нуртлыу', 'нуртлеу', 1)).toBeLessThanOrEqual(tolerance('нуртлеу'.length));
  findsNot('=Нуртлеу', 'Нуртлыу');
});

test('N4: Kazakh and English spellings are near', () => {
  expect(spellingDistance(withoutKazakhLetters('нұртілеу'), 'нуртлеу', 1)).toBeLessThanOrEqual(1);
  expect(cyrillicSpellings('Nurtleu')[0]).toBe('нуртлеу');
  const begins = (prefix: string) => ['нұртілеу', 'nurtleu', 'nurtay'].some((word) => word.startsWith(prefix));
  expect(kazakhSpellings('нуртлеу', begins)).toEqual(['нұртілеу']);
  expect(latinSpellings('нуртлеу', begins)).toEqual(['nurtleu']);
});

test('N5: initials with and without spaces, before and after', () => {
  for (const query of ['М. Нуртлеу', 'Нуртлеу М.', 'М.А. Нуртлеу', 'М.Нуртлеу', 'Нуртлеу М. А.']) {
    check(query, '=', 'М. А. Нуртлеу');
    check(query, '=', 'Мурат Нуртлеу');
  }
  expect(nameQuery('М.')).toBeUndefined();
});

test('N6: initials of another person', () => check('А. Нуртлеу', '≠', 'Мурат Нуртлеу'));

test('N7: order and comma', () => {
  check('Нуртлеу Мурат', '=', 'Мурат Нуртлеу');
  check('Нуртлеу, Мурат', '=', 'Мурат Нуртлеу');
});

test('N8: patronymics are optional, and not the father', () => {
  check('Касым-Жомарт Кемелевич Токаев', '=', 'Касым-Жомарт Токаев');
  check('Касым-Жомарт Кемелұлы Токаев', '=', 'Токаев');
  expect(lemma('Петровичем')).toBe('петрович');
  findsNot('Кемел', 'Кемелевич');
});

test('N9: of a double first name the last part declines', () => {
  finds('Касым-Жомарт Токаев', 'Касым-Жомарта Токаева');
  finds('Касым-Жомарт', 'Касым-Жомартом', 'Касым-Жомартом');
});

test('N10: hyphenated surnames, whole and in parts', () => {
  finds('Римский-Корсаков', 'Римского-Корсакова', 'Римского-Корсакова');
  finds('Корсаков', 'Римского-Корсакова', 'Корсакова');
});

test('N11: a woman is not merged with a man', () => {
  findsNot('Токаев', 'Токаевой');
  finds('Токаева', 'Токаевой');
  finds('Токаев', 'Токаева');
  expect(analyzer.queryWord('Токаева').readings.map((reading) => reading.lemma)).toEqual(['токаев', 'токаева']);
});

test('N12: the plural of a family is found by its name', () => finds('Дуров', 'братья Дуровы', 'Дуровы'));

test('N13: a bare surname may be the full name named earlier', () => check('Нуртлеу', '=', 'Мурат Нуртлеу'));

test('N14: a role is no name', () => expect(nameQuery('глава М.')).toBeUndefined());

test('N15: two people of one name are one name', () => check('Сергеев С.', '=', 'С. Сергеев'));

test('N16: transliterations', () => {
  for (const latin of ['Tokayev', 'Tokaev', 'Toqaev']) expect(cyrillicSpellings(latin)).toContain('токаев');
  const latin = ['tokayev', 'tokaev', 'toqaev', 'kazinform', 'jambyl', 'medvedsky', 'yuriy', 'kasym-zhomart'];
  for (const [cyrillic, expected] of [
    ['токаев', 'tokaev tokayev toqaev'],
    ['казинформ', 'kazinform'],
    ['джамбыл', 'jambyl'],
    ['медведский', 'medvedsky'],
    ['юрий', 'yuriy yuri'],
    ['касым-жомарт', 'kasym-zhomart'],
    ['петров', ''],
  ] as const)
    expect(latinSpellings(cyrillic, (prefix) => latin.some((word) => word.startsWith(prefix))).join(' ')).toBe(
      expected,
    );
  for (const latin of ['Kassym-Jomart', 'Kasym-Zhomart']) expect(cyrillicSpellings(latin)).toContain('касым-жомарт');
  for (const latin of ['Yerzhan', 'Erzhan']) expect(cyrillicSpellings(latin)).toContain('ержан');
  expect(soundKey('Toqaev')).toBe(soundKey('Токаев'));
});

test('N17: apostrophes', () => {
  for (const apostrophe of ["'", '’', 'ʼ']) {
    finds(`О${apostrophe}Коннор`, 'О’Коннора');
    finds(`д${apostrophe}Эстен`, "Жискар д'Эстена");
  }
  finds('Артаньян', 'Д’Артаньян');
});

test('N18: particles', () => {
  finds('Ляйен', 'Урсула фон дер Ляйен');
  finds('Асад', 'Башар аль-Асад');
  finds('Ким Чен Ын', 'Ким Чен Ына');
  check('Урсула фон дер Ляйен', '=', 'Ляйен');
});

test('N19: organizations in quotation marks and cases', () => {
  for (const text of ['„Казинформу“', 'МИА «Казинформ»', 'Казинформом']) finds('Казинформ', text);
  expect(cyrillicSpellings('Kazinform')).toContain('казинформ');
});

test('N20: renamed places are offered', () => {
  const pairs = 'нур-султан:астана киргизия:кыргызстан алма-ата:алматы белоруссия:беларусь астана:нур-султан';
  for (const pair of pairs.split(' ')) {
    const [typed, offered] = pair.split(':') as [string, string];
    expect(otherNames(typed)).toContain(offered);
  }
  expect(otherNames('париж')).toEqual([]);
});

const sample = readFileSync(
  new URL('../../../build/resources/sample/oon-i-centralnaya-aziya.txt', import.meta.url),
  'utf8',
);

test('the agency item: names and the abbreviation used before it is explained', () => {
  finds('имнадзе', sample, 'Имнадзе');
  finds('Каха Имнадзе', sample, 'Каха', 'Кахой', 'Имнадзе');
  finds('нуртлеу', sample, 'Нуртлеу');
  finds('РЦПДЦА', sample, 'РЦПДЦА');
  const [pair] = abbreviations(sample);
  expect(pair).toMatchObject({ short: 'РЦПДЦА' });
  expect(sample.slice(pair!.longStart, pair!.longEnd)).toBe(pair!.long);
  expect(pair!.long).toMatch(/^Регионального центра .* Азии$/s);
});
