import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveOfTests, folderOfTests } from './archive-of-tests.ts';
import { stories } from './stories.ts';

const bare = [
  { title: 'Без даты', body: 'Вода прибывает, и берег уходит.', source: 'Степной вестник' },
  { title: 'Без всего', body: 'Рыбаки просили построить причал.' },
  { title: 'Завтра', body: 'Ярмарка откроется на площади.', source: 'Степной вестник', date: '2999-01-01' },
];

/** The queue as `title: field reason, …`. */
async function queue(client: ReturnType<typeof archiveOfTests>['client']): Promise<string[]> {
  const { articles } = await client.review.list({});
  return articles.map(
    ({ title, doubts }) => `${title}: ${doubts.map(({ field, reason }) => `${field} ${reason}`).join(', ')}`,
  );
}

test('what is missing or cannot be is asked about; what is written in the file is not', async () => {
  const { client, take } = archiveOfTests();
  await take([stories[0]!, ...bare]);
  expect(await queue(client)).toEqual([
    'Завтра: date future',
    'Без всего: date missing, source missing',
    'Без даты: date missing',
  ]);
  expect(await client.review.list({ field: 'source' })).toMatchObject({
    total: 3,
    fields: { date: 3, source: 1, title: 0, author: 0 },
    articles: [{ title: 'Без всего', beginning: 'Рыбаки просили построить причал.' }],
  });
});

test('many articles are put right at once; facets follow, the queue is shorter, and an undo brings both back', async () => {
  const { client, take, find } = archiveOfTests();
  await take(bare);
  const ids = await find('');
  await client.review.amend({ ids, source: 'Казахстанская правда', date: '2024-05' });
  expect(await queue(client)).toEqual([]);
  const { facets } = await client.search.run({ query: '' });
  expect(facets.find(({ facet }) => facet === 'source')!.values).toMatchObject([
    { value: 'Казахстанская правда', count: 3 },
  ]);
  expect(await client.articles.get({ id: ids[0]! })).toMatchObject({ date: '2024-05', datePrecision: 'month' });
  await client.history.undo();
  expect(await queue(client)).toHaveLength(3);
  expect((await client.articles.get({ id: ids[0]! })).date).not.toBe('2024-05');
});

test('a settled doubt is not asked again', async () => {
  const { client, take, find } = archiveOfTests();
  await take(bare);
  await client.review.settle({ ids: await find('рыбаки') });
  expect(await queue(client)).toHaveLength(2);
});

test('everything from a folder is of the outlet that its rule names; the innermost rule holds', async () => {
  const { client, archive } = archiveOfTests();
  const folder = folderOfTests();
  mkdirSync(join(folder, 'другая'));
  writeFileSync(join(folder, 'а.json'), JSON.stringify([bare[1]]));
  writeFileSync(join(folder, 'другая', 'б.json'), JSON.stringify([bare[0]]));
  const plain = { author: null, rubric: null };
  await client.folders.setRule({ path: folder, source: 'Казахстанская правда', ...plain });
  await client.folders.setRule({ path: join(folder, 'другая'), source: 'Егемен Қазақстан', ...plain, rubric: 'Вода' });
  for (const path of [folder, join(folder, 'другая')]) {
    const { job } = await client.imports.start({ paths: [path] });
    await archive.jobs.ended(job);
  }
  const { hits } = await client.search.run({ query: '', sort: 'oldest' });
  expect(hits.map(({ title, source }) => `${title}: ${source}`).toSorted()).toEqual([
    'Без всего: Казахстанская правда',
    'Без даты: Егемен Қазақстан',
  ]);
  expect((await client.review.list({ field: 'source' })).articles).toEqual([]);
  await client.folders.removeRule({ path: folder });
  expect((await client.folders.rules()).map(({ source }) => source)).toEqual(['Егемен Қазақстан']);
});
