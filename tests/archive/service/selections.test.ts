import { expect, test } from 'vitest';
import { archiveOfTests, refusal } from './archive-of-tests.ts';
import { stories } from './stories.ts';

async function opened() {
  const archive = archiveOfTests();
  await archive.take(stories);
  const ids = (await archive.client.search.run({ query: '', sort: 'newest' })).hits.map(({ id }) => id);
  const { id } = await archive.client.selections.create({ name: 'Озеро' });
  const order = async () =>
    (await archive.client.selections.get({ id })).items.map(({ article }) => ids.indexOf(article.id)).join('');
  return { ...archive, ids, id, order };
}

test('articles are bound once, in the order they come, and moved', async () => {
  const { client, ids, id, order } = await opened();
  await client.selections.include({ id, articles: [ids[0]!, ids[1]!] });
  await client.selections.include({ id, articles: [ids[1]!, ids[2]!, ids[3]!] });
  expect(await order()).toBe('0123');
  const check = async (article: number, to: number, expected: string) => {
    await client.selections.move({ id, article: ids[article]!, to });
    expect(await order()).toBe(expected);
  };
  await check(3, 0, '3012');
  await check(3, 3, '0123');
  await check(1, 2, '0213');
  await check(0, 99, '2130');
  // Neighbours halved until numbers run out are numbered anew.
  for (let i = 0; i < 80; i++) await client.selections.move({ id, article: ids[i % 2 === 0 ? 1 : 3]!, to: 1 });
  expect(await order()).toHaveLength(4);
  expect((await order())[1]).toBe('3');
});

test('a removed selection comes back with its order and comments', async () => {
  const { client, ids, id, order } = await opened();
  await client.selections.include({ id, articles: [ids[2]!, ids[0]!] });
  await client.selections.comment({ id, article: ids[0]!, comment: 'Начать с этого' });
  await client.selections.remove({ id });
  expect(await refusal(client.selections.get({ id }))).toBe('NOT_FOUND');
  await client.history.undo();
  expect(await order()).toBe('20');
  expect((await client.selections.get({ id })).items[1]!.comment).toBe('Начать с этого');
});

test('a selection is a facet and knows its count', async () => {
  const { client, ids, id } = await opened();
  expect(await client.selections.include({ id, articles: ids.slice(0, 2) })).toMatchObject({ articles: 2 });
  const choices = [{ facet: 'selection' as const, include: [String(id)] }];
  expect((await client.search.run({ query: '', choices })).total).toBe(2);
  expect(await client.selections.unbind({ id, articles: [ids[0]!] })).toMatchObject({ articles: 1 });
  expect((await client.search.run({ query: '', choices })).total).toBe(1);
  expect((await client.articles.get({ id: ids[1]! })).selections).toEqual([id]);
});

test('what is not there is refused', async () => {
  const { client, ids, id } = await opened();
  expect(await refusal(client.selections.include({ id: 99, articles: [ids[0]!] }))).toBe('NOT_FOUND');
  expect(await refusal(client.selections.include({ id, articles: [ids[0]!, 999] }))).toBe('NOT_FOUND');
  expect((await client.selections.get({ id })).items).toEqual([]);
  expect(await refusal(client.selections.move({ id, article: ids[0]!, to: 0 }))).toBe('NOT_FOUND');
});
