import { expect, test } from 'vitest';
import { archiveOfTests } from './archive-of-tests.ts';
import { stories } from './stories.ts';

test('read ahead or when asked for, in part or as a whole, the list is the same', async () => {
  const { archive, client, find, take } = archiveOfTests();
  await take(stories);
  const mark = async (query: string) => {
    const [article] = await find(query);
    return client.annotations.create({ article: article!, field: 'body', span: { start: 0, end: 9 }, pencil: 'red' });
  };
  const listed = async () => (await client.annotations.list({})).annotations.map(({ id }) => id);
  const first = await mark('рыбаками');
  archive.forget();
  // A mark made while nothing is read yet, and one of an article that was read already.
  const second = await mark('осенью');
  expect(archive.annotations.readAhead()).toBe(true);
  const third = await mark('рыбаками');
  expect(await listed()).toEqual([third.id, second.id, first.id]);
  await client.annotations.remove({ ids: [second.id] });
  expect(await listed()).toEqual([third.id, first.id]);
  archive.forget();
  expect(await listed()).toEqual([third.id, first.id]);
  await archive.readAhead();
  expect(await listed()).toEqual([third.id, first.id]);
});
