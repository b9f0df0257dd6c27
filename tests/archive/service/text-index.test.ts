import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveOfTests, folderOfTests } from './archive-of-tests.ts';

const version = (what: string) => [{ key: 'мост', title: 'Мост', body: `Через реку построят ${what} мост.` }];

test('a program that ended before the index heard of a new version finds the new text at the next start, and not the old', async () => {
  const folder = join(folderOfTests(), 'archive');
  const before = archiveOfTests(folder);
  await before.take(version('деревянный'));
  const [bridge] = await before.find('деревянный');
  // What is left of a killed program: the database has the new version, the index has not.
  const killed = Promise.withResolvers<void>();
  before.archive.index.apply = () => killed.promise;
  void before.take(version('каменный'));
  while (!before.archive.articles.text(bridge!)?.body.includes('каменный'))
    await new Promise((resolve) => setTimeout(resolve, 5));
  const closed = before.archive.close();
  killed.reject(new Error('the program was killed'));
  await closed;

  const { archive, find } = archiveOfTests(folder);
  const mending = archive.index.mend();
  if (mending !== undefined) await archive.jobs.ended(mending);
  expect(await find('каменный')).toEqual([bridge]);
  expect(await find('деревянный')).toEqual([]);
  expect(archive.articles.staleInIndex()).toEqual([]);
});

test('nothing is left to be mended after an import that came to its end', async () => {
  const { archive, take, find } = archiveOfTests();
  await take(version('деревянный'));
  // Two versions of one article in a batch: the last of them stands.
  await take([...version('железный'), ...version('каменный')]);
  expect(archive.articles.staleInIndex()).toEqual([]);
  expect(await find('деревянный ИЛИ железный')).toEqual([]);
  expect(await find('каменный')).toHaveLength(1);
});
