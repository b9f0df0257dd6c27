import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { inflect } from '../../../archive/text/morphology.ts';
import { openDictionary } from '../../../archive/text/word-parses.ts';
import { dictionaryBytes, morphologyOfTests } from './morphology-of-tests.ts';

const morphology = morphologyOfTests();

/** Distinct lemmas of a word, the likeliest first; `?` marks a guess. */
function check(word: string, expected: string): void {
  const lemmas = morphology.parses(word).map(({ lemma, known }) => lemma + (known ? '' : '?'));
  expect([...new Set(lemmas)].slice(0, 2).join(' ')).toBe(expected);
}

/** The word, and its likeliest reading with `first` put into the form asked for. */
function checkForm(word: string, first: string, wanted: string, expected: string): void {
  const parse = morphology.parses(word).find(({ grammemes }) => grammemes.includes(first));
  expect(parse && inflect(parse, ...wanted.split(' '))).toBe(expected);
}

test('fleeting vowels and suppletives', () => {
  check('отца', 'отец');
  check('людей', 'человек');
  check('шёл', 'идти');
  check('дня', 'день');
});

test('a woman is not her husband, nor a son his father', () => {
  check('Ивановой', 'иванова иванов');
  check('Петровичем', 'петрович');
});

test('capitals do not matter', () => {
  check('КАЗАХСТАНОМ', 'казахстан');
  check('казахстаном', 'казахстан');
});

test('unknown words are guessed', () => {
  check('Жапаровым', 'жапаров? жапаровый?');
  check('нанотехнологиями', 'нанотехнология');
  check('Токаевой', 'токаева? токаевий?');
});

test('no reading without Russian letters', () => {
  check('Kazinform', '');
  check('5', '');
  check('', '');
});

test('forms of a reading', () => {
  checkForm('министром', 'NOUN', 'nomn', 'министр');
  checkForm('министрами', 'NOUN', 'nomn', 'министры');
  checkForm('Ивановой', 'Surn', 'ablt', 'ивановой');
  checkForm('Ивановой', 'Surn', 'nomn', 'иванова');
  checkForm('Кахой', 'Name', 'nomn', 'каха');
  checkForm('регионального', 'ADJF', 'nomn masc', 'региональный');
});

test('bytes that are no dictionary are refused', () => {
  expect(openDictionary(new Uint8Array())).toBeUndefined();
  expect(openDictionary(new TextEncoder().encode('PDSL and then something else'))).toBeUndefined();
  expect(openDictionary(dictionaryBytes().subarray(0, 1_000_000))).toBeUndefined();
});

/** What is used of the package `az`, which reads the same dictionary in its own way. */
interface Az {
  Morph: ((word: string, options: object) => AzParse[]) & {
    init(path: string, done: (error: Error | null) => void): void;
  };
}
interface AzParse {
  readonly parser: string;
  readonly tag: { readonly stat: string[]; readonly flex: string[] };
  inflect(form: number): { toString(): string };
}

const require = createRequire(import.meta.url);
const az = require('az') as Az;
beforeAll(async () => {
  await promisify(az.Morph.init)(join(dirname(require.resolve('az/package.json')), 'dicts'));
});

test.each(
  (
    'стекло стали вести замок белка Роман Надежда Льва Павлу Астане Киевом Иран дипломами агроному запахи избранного ' +
    'лучшим наилучшего полутора ёлка елка тёмного все всё сорока Дурову Ивановой Петровичем Петровны оон МИДом вузов ' +
    'бежавшими сделано по-русски премьер-министра какой-нибудь Римского-Корсакова сентября трёх пятью обоих'
  ).split(' '),
)('the same readings as the package: %s', (word) => {
  const theirs = az.Morph(word, { ignoreCase: true, stutter: 0 }).filter(({ parser }) => parser === 'Dictionary');
  const expected = theirs.map((parse) => `${parse.inflect(0)} ${[...parse.tag.stat, ...parse.tag.flex].join(' ')}`);
  const ours = morphology.parses(word).filter(({ known }) => known);
  const found = ours.map((parse) => `${parse.forms()[0]!.form} ${parse.grammemes.join(' ')}`);
  expect(found.sort()).toEqual(expected.sort());
});
