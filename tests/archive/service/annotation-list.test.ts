import { expect, test } from 'vitest';
import { annotationFilter } from '../../../archive/contract/annotations.ts';
import { archiveOfTests } from './archive-of-tests.ts';
import { stories } from './stories.ts';

/** An archive with four marks: on two words of the first story, one of the second, one of the third. */
async function marked() {
  const opened = archiveOfTests();
  await opened.take(stories);
  const make = async (query: string, words: string, more: object) => {
    const [article] = await opened.find(query);
    const { body } = await opened.client.articles.get({ id: article! });
    const start = body.indexOf(words);
    const span = { start, end: start + words.length };
    return opened.client.annotations.create({ article: article!, field: 'body', span, pencil: 'ochre', ...more });
  };
  const marks = [
    await make('рыбаками', 'построить причал', { pencil: 'red', note: 'Спросить о сроках', tags: ['вода'] }),
    await make('рыбаками', 'поможем с лодками', { tags: ['вода', 'лодки'] }),
    await make('осенью', 'Пётр Лаврентьев', { bookmark: true }),
    await make('ярмарки', 'соседней области', { pencil: 'red' }),
  ];
  /** What a filter leaves, by the first word of each quotation, the last changed first. */
  const check = async (filter: object, expected: string) => {
    const { annotations, total } = await opened.client.annotations.list(filter);
    expect(annotations.map(({ quote }) => quote.exact.split(' ')[0]).join(' '), JSON.stringify(filter)).toBe(expected);
    expect(total).toBe(annotations.length);
    const { ids } = await opened.client.annotations.ids(annotationFilter.parse(filter));
    expect(ids).toEqual(annotations.map(({ id }) => id));
  };
  return { ...opened, marks, check };
}

test('filters by pencil, tag, source, person, day, bookmark, note, and by words in any form', async () => {
  const { client, check } = await marked();
  await check({}, 'соседней Пётр поможем построить');
  await check({ pencil: 'red' }, 'соседней построить');
  await check({ tag: 'вода' }, 'поможем построить');
  await check({ source: 'Городские известия' }, 'соседней');
  await check({ source: 'Нет такого' }, '');
  await check({ bookmark: true }, 'Пётр');
  await check({ noted: true }, 'построить');
  await check({ unplaced: true }, '');
  await check({ query: 'срок' }, 'построить');
  await check({ query: 'лодка' }, 'поможем');
  await check({ query: 'вода причала' }, 'построить');
  await check({ query: 'вода', pencil: 'red' }, 'построить');
  const today = new Date().toISOString().slice(0, 10);
  await check({ from: today, to: today }, 'соседней Пётр поможем построить');
  await check({ to: '2001-01-01' }, '');
  const { persons } = await client.annotations.list({});
  const minister = persons.find(({ label }) => /Касенов/.test(label));
  expect(minister).toMatchObject({ count: 3 });
  await check({ person: Number(minister!.value) }, 'Пётр поможем построить');
});

test('a count opens exactly so many, and does not count its own choice', async () => {
  const { client } = await marked();
  const { pencils, tags, sources, bookmarks, noted, articles } = await client.annotations.list({ pencil: 'red' });
  expect(pencils.map(({ value, count }) => `${value} ${count}`)).toEqual(['ochre 2', 'blue 0', 'red 2', 'lead 0']);
  expect(tags).toEqual([{ value: 'вода', label: 'вода', count: 1 }]);
  expect(sources.map(({ label, count }) => `${label} ${count}`).sort()).toEqual([
    'Городские известия 1',
    'Степной вестник 1',
  ]);
  expect([bookmarks, noted, articles]).toEqual([0, 1, 2]);
});

test('by article: the newest first, its marks in the order of the text', async () => {
  const { client } = await marked();
  const { annotations } = await client.annotations.list({ sort: 'article' });
  expect(annotations.map(({ quote }) => quote.exact.split(' ')[0])).toEqual([
    'соседней',
    'Пётр',
    'построить',
    'поможем',
  ]);
});

test('several at once are one step of undo', async () => {
  const { client, marks, check } = await marked();
  const ids = marks.slice(0, 2).map(({ id }) => id);
  await client.annotations.changeMany({ ids, pencil: 'lead', addTags: ['к номеру'], removeTags: ['вода'] });
  const both = await client.annotations.list({ pencil: 'lead', sort: 'article' });
  expect(both.annotations.map(({ tags }) => tags)).toEqual([['к номеру'], ['лодки', 'к номеру']]);
  await client.history.undo();
  await check({ tag: 'вода' }, 'поможем построить');
  await client.annotations.remove({ ids });
  await check({}, 'соседней Пётр');
  await check({ query: 'лодка' }, '');
  await client.history.undo();
  await check({ query: 'лодка' }, 'поможем');
});

test('words that were changed and taken back are searched as they are now', async () => {
  const { client, marks, check } = await marked();
  await check({ query: 'протокол' }, '');
  await client.annotations.change({ id: marks[3]!.id, note: 'Сверить с протоколом' });
  await check({ query: 'протокол' }, 'соседней');
  await client.history.undo();
  await check({ query: 'протокол' }, '');
});

test('bookmarks and chosen ones go out and come in again', async () => {
  const { client, marks } = await marked();
  const { json } = await client.annotations.exportJson({ ids: [marks[2]!.id] });
  await client.annotations.remove({ ids: marks.map(({ id }) => id) });
  expect(await client.annotations.importJson({ json })).toEqual({ added: 1, known: 0, unplaced: 0 });
  expect((await client.annotations.list({})).annotations[0]).toMatchObject({ bookmark: true, span: marks[2]!.span });
});

test('chosen ones as text: quotations, notes, a reference for each article', async () => {
  const { client, marks } = await marked();
  const { text } = await client.annotations.quoted({ ids: marks.map(({ id }) => id) });
  expect(text.match(/^«построить причал»$/m)).not.toBeNull();
  expect(text).toContain('Спросить о сроках');
  expect(text.match(/ \/\/ /g)).toHaveLength(3);
});
