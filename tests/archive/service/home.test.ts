import { expect, test } from 'vitest';
import { beginVisit, endVisit, visitBefore } from '../../../archive/store/visits.ts';
import { archiveOfTests } from './archive-of-tests.ts';
import { stories } from './stories.ts';

const hour = 3_600_000;

test('on the first visit nothing is new; what came after the visit before is', async () => {
  const { archive, client, take } = archiveOfTests();
  await take(stories.slice(0, 2));
  expect(await client.archive.home()).toMatchObject({ since: null, fresh: { total: 0, articles: [] } });
  const { database } = archive;
  const now = Date.now();
  endVisit(database, now);
  await take(stories);
  beginVisit(database, now + hour);
  const { since, fresh } = await client.archive.home();
  expect(since).toBe(new Date(now).toISOString());
  expect(fresh.total).toBe(stories.length - 2);
  expect(fresh.articles.map(({ title }) => title).sort()).toEqual(
    stories
      .slice(2, 8)
      .map(({ title }) => title)
      .sort(),
  );
});

test('a program that was only started again goes on with its visit', async () => {
  const { archive } = archiveOfTests();
  const now = Date.now();
  endVisit(archive.database, now);
  beginVisit(archive.database, now + 60_000);
  expect(visitBefore(archive.database)).toBeUndefined();
  beginVisit(archive.database, now + hour);
  expect(visitBefore(archive.database)).toEqual({ endedAt: now, newest: 0 });
});

test('what was opened last stands first; what is to be checked is counted', async () => {
  const { client, take } = archiveOfTests();
  await take(stories);
  const ids = (await client.search.run({ query: '', sort: 'newest' })).hits.map(({ id }) => id);
  for (const id of [ids[2]!, ids[0]!, ids[2]!]) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    await client.articles.opened({ id });
  }
  await client.articles.setReadState({ ids: [ids[1]!], readState: 'check' });
  const { recent, toCheck } = await client.archive.home();
  expect(recent.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
  expect(toCheck).toMatchObject({ total: 1, articles: [{ id: ids[1] }] });
});
