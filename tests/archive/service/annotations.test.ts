import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { archiveOfTests, refusal } from './archive-of-tests.ts';
import { stories } from './stories.ts';

/** Marks a passage of the first article and answers the annotation. */
async function marked(passage: string, note = '') {
  const opened = archiveOfTests();
  await opened.take(stories);
  const [id] = await opened.find('рыбаками');
  const article = await opened.client.articles.get({ id: id! });
  const start = article.body.indexOf(passage);
  const span = { start, end: start + passage.length };
  const made = await opened.client.annotations.create({
    article: article.id,
    field: 'body',
    span,
    pencil: 'blue',
    note,
  });
  return { ...opened, article, made };
}

test('a passage is kept with its words and its context, also when the archive is opened again', async () => {
  const { folder, archive, made, article } = await marked('построить причал', 'Спросить о сроках');
  expect(made).toMatchObject({ placement: 'exact', quote: { exact: 'построить причал' }, note: 'Спросить о сроках' });
  await archive.close();
  const again = archiveOfTests(folder);
  expect(await again.client.annotations.ofArticle({ id: article.id })).toEqual([made]);
  expect((await again.client.articles.get({ id: article.id })).annotations).toBe(1);
});

test('notes are searched in any form of their words', async () => {
  const { client } = await marked('построить причал', 'Спросить о сроках');
  const check = async (query: string, total: number) =>
    expect((await client.annotations.list({ query })).total, query).toBe(total);
  await check('причала', 1);
  await check('сроки', 1);
  await check('лодка', 0);
  await check('', 1);
});

test('every step is undone and redone, also after the archive was opened again', async () => {
  const { folder, client, archive, made, article } = await marked('построить причал');
  await client.annotations.change({ id: made.id, note: 'второе' });
  await client.annotations.remove({ ids: [made.id] });
  const notes = async (from: typeof client) =>
    (await from.annotations.ofArticle({ id: article.id })).map(({ note }) => note).join('|');
  expect(await notes(client)).toBe('');
  await archive.close();
  const again = archiveOfTests(folder).client;
  expect(await again.history.undo()).toEqual({ what: 'annotation', canUndo: true, canRedo: true });
  expect(await notes(again)).toBe('второе');
  await again.history.undo();
  expect((await again.annotations.ofArticle({ id: article.id }))[0]).toEqual(made);
  await again.history.undo();
  expect(await again.annotations.ofArticle({ id: article.id })).toEqual([]);
  expect(await refusal(again.history.undo())).toBe('NOTHING_TO_UNDO');
  for (let i = 0; i < 3; i++) await again.history.redo();
  expect(await again.annotations.ofArticle({ id: article.id })).toEqual([]);
});

test('a new version of the article keeps its notes: moved, or unplaced with the quotation', async () => {
  const { client, take, made, article } = await marked('построить причал');
  const [first] = stories;
  await take([{ ...first!, body: `Уточнение редакции. ${first!.body}` }]);
  const [moved] = await client.annotations.ofArticle({ id: article.id });
  expect(moved).toMatchObject({ placement: 'moved', span: { start: made.span!.start + 20 } });
  await take([{ ...first!, body: 'Совсем другой текст о другом.' }]);
  const [lost] = await client.annotations.ofArticle({ id: article.id });
  expect(lost).toMatchObject({ placement: 'unplaced', span: null, quote: { exact: 'построить причал' } });
  expect((await client.annotations.list({ unplaced: true })).total).toBe(1);
});

test('annotations go out as JSON-LD and come in again, once', async () => {
  const { client, made } = await marked('построить причал', 'заметка');
  const { json } = await client.annotations.exportJson();
  expect(await client.annotations.importJson({ json })).toEqual({ added: 0, known: 1, unplaced: 0 });
  await client.annotations.remove({ ids: [made.id] });
  expect(await client.annotations.importJson({ json })).toEqual({ added: 1, known: 0, unplaced: 0 });
  const { id: _, ...kept } = (await client.annotations.list({})).annotations[0]!;
  expect(kept).toMatchObject({ quote: made.quote, span: made.span, note: 'заметка', pencil: 'blue' });
  for (const bad of ['', '{}', '[1]', 'нет']) {
    expect(await refusal(client.annotations.importJson({ json: bad })), bad).toBe('ARCHIVE_FOREIGN');
  }
});

test('what is not there is refused', async () => {
  const { client, article } = await marked('построить причал');
  const span = { start: 10, end: 10 };
  expect(await refusal(client.annotations.create({ article: 999, field: 'body', span, pencil: 'red' }))).toBe(
    'NOT_FOUND',
  );
  expect(await refusal(client.annotations.create({ article: article.id, field: 'body', span, pencil: 'red' }))).toBe(
    'NOT_FOUND',
  );
  expect(await refusal(client.annotations.change({ id: 999, note: 'x' }))).toBe('NOT_FOUND');
});

test('the folder holds no absolute path', async () => {
  const { folder, archive } = await marked('построить причал');
  await archive.close();
  expect(readFileSync(`${folder}/archive.sqlite`).includes(folder)).toBe(false);
});
