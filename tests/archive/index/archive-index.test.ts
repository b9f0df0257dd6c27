import { expect, test } from 'vitest';
import { openArchiveIndex } from '../../../archive/index/archive-index.ts';
import { createSegmentBuilder } from '../../../archive/index/segment-builder.ts';
import { memoryDirectory } from '../../../archive/index/source.ts';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';

const analyzer = createAnalyzer();
const library = [
  'Мост через реку|Новый мост открыли в Заречном. Губернатор Токаев приехал на открытие моста.',
  'Река вышла из берегов|Вода поднялась на два метра. Мост закрыт, сказал Иванов.',
  'Открытие музея|В музее показали карты рек и мостов. Токаева благодарили. Касым-Жомарт прислал письмо.',
  'Выставка карт|Карты старых городов; 12:30 начало, г.Астана, COVID-19 позади.',
];

async function open(articles: readonly string[], perSegment = articles.length) {
  const directory = memoryDirectory();
  const index = openArchiveIndex(directory, analyzer);
  for (let first = 0; first < articles.length; first += perSegment) {
    const builder = createSegmentBuilder(analyzer);
    const part = articles.slice(first, first + perSegment);
    for (const article of part) {
      const [title = '', body = ''] = article.split('|');
      builder.add({ title, body });
    }
    await index.commit({ add: [{ segment: builder.finish(), ids: part.map((_, i) => first + i + 1) }] });
  }
  return { index, directory };
}

/** Ids found, ascending; then the kinds of notes. */
async function check(query: string, expected: string) {
  for (const perSegment of [1, 2, 4]) {
    const { index } = await open(library, perSegment);
    const { hits, total, ids, notes } = await index.search({ query });
    expect(total).toBe(hits.length);
    expect([...ids]).toEqual(hits.map(({ id }) => id).sort((a, b) => a - b));
    expect([[...ids].join(' '), ...notes.map(({ kind }) => kind)].join(' ').trim(), `${query} by ${perSegment}`).toBe(
      expected,
    );
  }
}

test('words are all required, in any form', async () => {
  await check('мост', '1 2 3');
  await check('мостами', '1 2 3');
  await check('мост река', '1 2 3');
  await check('мост иванов', '2');
  await check('', '1 2 3 4');
});

test('when nothing has them all, articles with any are shown, and it is said', async () => {
  await check('губернатор иванов', '1 2 any-word');
  await check('губернатор иванов -вода', '1 any-word');
});

test('phrases, nearness and the same sentence', async () => {
  await check('"новый мост"', '1');
  await check('«открытие моста»', '1');
  await check('"моста открытие"', '');
  await check('"моста открытие"~2', '1');
  await check('"вода метра"~3', '2');
  await check('"карты мостов"~п', '3');
  await check('"карты токаева"~п', '');
});

test('of a word in both spellings the one typed comes first', async () => {
  const checkOrder = async (query: string, expected: string) => {
    for (const perSegment of [1, 3]) {
      const { index } = await open(['Елка|Королев погиб', 'Ёлка|Королёв погиб', 'Лес|Королева видели'], perSegment);
      for (const typed of [query, `${query} погиб`, `${query} `]) {
        const { hits } = await index.search({ query: typed });
        expect(hits.map(({ id }) => id).join(' '), `«${typed}» by ${perSegment}`).toMatch(expected);
      }
    }
  };
  await checkOrder('королёв', '2 1');
  await checkOrder('Королев', '1 2');
  await checkOrder('Ёлка', '2 1');
  await checkOrder('елка', '1 2');
});

test('exact forms, beginnings, misspellings', async () => {
  await check('=мостов', '3');
  await check('мост*', '1 2 3');
  await check('*вет*', '');
  await check('*ыли', '1');
  await check('гувернатор~1', '1');
  await check('гувернатор~', '1');
});

test('a date is found however it is written', async () => {
  const dated = [
    'а|Указ от 12 августа 2024 г.',
    'б|Письмо от 12.08.2024',
    'в|12 тамыз 2024',
    'г|В августе 2024 года',
    'д|13 мая',
  ];
  const { index } = await open(dated);
  const found = async (query: string) => [...(await index.search({ query })).ids].join(' ');
  for (const query of ['12 августа 2024', '12 августа 2024 года', '12.08.2024', '2024-08-12']) {
    expect(await found(query), query).toBe('1 2 3');
  }
  expect(await found('август 2024')).toBe('1 2 3 4');
  expect(await found('указ 12 августа 2024')).toBe('1');
  expect(await found('август')).toBe('1 4');
});

test('operators and brackets', async () => {
  await check('иванов ИЛИ музей', '2 3');
  await check('мост -музей', '1 2');
  await check('мост НЕ (музей ИЛИ вода)', '1');
  await check('карты И (астана OR музей)', '3 4');
  await check('НЕ мост', '4');
  await check('-мост', '1 2 3 dash');
});

test('fields', async () => {
  await check('заголовок:мост', '1');
  await check('title:открытие', '3');
  await check('текст:открытие', '1');
  await check('заголовок:"река вышла"', '2');
});

test('whatever is typed is answered', async () => {
  await check('12:30', '4');
  await check('г.Астана', '4');
  await check('covid', '4');
  for (const query of ['+', '-', '"', '~', '*', '()', '^', ':', 'И', '= -', '\\']) await check(query, 'hint');
  await check('((мост', '1 2 3');
  await check('мост))', '1 2 3');
  await check('"мост', '1 2 3');
  await check('мост^', '1 2 3');
});

test('field clauses that are not text are handed out', async () => {
  const { index } = await open(library);
  const { filters, total } = await index.search({
    query: 'персона:Токаев -источник:"Наша река" дата:2024-08..2024-09',
  });
  expect(total).toBe(4);
  expect(filters).toEqual([
    { kind: 'value', facet: 'person', value: 'Токаев', excluded: false },
    { kind: 'value', facet: 'source', value: 'Наша река', excluded: true },
    { kind: 'date', from: '2024-08', to: '2024-09', excluded: false },
  ]);
});

test('removed and replaced articles', async () => {
  const { index, directory } = await open(library, 2);
  const builder = createSegmentBuilder(analyzer);
  builder.add({ title: 'Зима', body: 'Снег и лёд.' });
  await index.commit({ remove: [1, 2], add: [{ segment: builder.finish(), ids: [2] }] });
  const found = async (query: string, from = index) => [...(await from.search({ query })).ids].join(' ');
  expect(await found('мост')).toBe('3');
  expect(await found('лед')).toBe('2');
  expect(index.articles).toBe(3);
  const again = openArchiveIndex(directory, analyzer);
  expect(again.damage).toBeUndefined();
  expect(await found('мост', again)).toBe('3');
  while (await again.merge());
  expect(await found('мост', again)).toBe('3');
  expect(again.articles).toBe(3);
});

test('marks, passage, completion, spelling', async () => {
  const { index } = await open(library);
  const [title = '', body = ''] = library[0]!.split('|');
  const { marks, text } = index.snippet('мост токаев', { title, body });
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['мост', 'Токаев', 'моста']);
  expect(index.complete('мос')).toEqual([
    { text: 'мост', count: 2 },
    { text: 'моста', count: 1 },
    { text: 'мостов', count: 1 },
  ]);
  expect(index.similar('гуьернатор')).toEqual([{ text: 'губернатор', count: 1 }]);
  expect(['Губерн', 'губернии', ''].map((prefix) => index.begins(prefix))).toEqual([true, false, false]);
  expect(['Губернатор', 'губерн', ''].map((word) => index.spells(word))).toEqual([true, false, false]);
  await index.commit({ remove: [1] });
  expect([index.begins('губерн'), index.spells('губернатор'), index.begins('мост')]).toEqual([false, false, true]);
});
