import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { searchRequest } from '../../../archive/contract/search.ts';
import { surplusBackups } from '../../../archive/store/backups.ts';
import { type ArchiveOfTests, archiveOfTests, folderOfTests, refusal, whole } from './archive-of-tests.ts';
import { stories } from './stories.ts';

const hour = 3_600_000;

/** Makes a backup and answers its id. */
async function backedUp({ client, archive }: ArchiveOfTests): Promise<string> {
  const { job } = await client.backups.make();
  expect((await archive.jobs.ended(job)).state).toBe('done');
  return (await client.backups.list())[0]!.id;
}

/** How restoring a backup ended. */
async function restored({ client, archive }: ArchiveOfTests, id: string): Promise<string> {
  const { job } = await client.backups.restore({ id });
  const { state, refusal } = await archive.jobs.ended(job);
  return refusal ?? state;
}

const words = async ({ client }: ArchiveOfTests, query: string) =>
  (await client.search.run(searchRequest.parse({ query }))).total;

test('a backup says what it holds, and lies in the folder as one file', async () => {
  const tests = archiveOfTests();
  await tests.take(stories);
  const id = await backedUp(tests);
  const [backup] = await tests.client.backups.list();
  expect(backup).toMatchObject({ id, reason: 'request', figures: { articles: 4, annotations: 0, selections: 0 } });
  expect(Date.now() - Date.parse(backup!.madeAt)).toBeLessThan(60_000);
  expect(readdirSync(tests.archive.folder.backups)).toEqual([id]);
});

test('a restore brings back what was, keeps what is, and says before what will change', async () => {
  const tests = archiveOfTests();
  const { client, take, find } = tests;
  await take(stories);
  const [fish] = await find('рыбаками');
  const mark = { article: fish!, field: 'body' as const, span: { start: 0, end: 7 }, pencil: 'red' as const };
  const note = await client.annotations.create({ ...mark, note: 'первая', tags: [] });
  const id = await backedUp(tests);

  await client.annotations.change({ id: note.id, note: 'другая' });
  await client.selections.create({ name: 'Новая' });
  await take([{ title: 'Позже', body: 'Статья, принятая после копии.' }]);
  const others = await client.search.run(searchRequest.parse({ query: '' }));
  const gone = others.hits.map((hit) => hit.id).find((one) => one !== fish)!;
  const { title } = await client.articles.get({ id: gone });
  await client.bin.put({ by: 'articles', ids: [gone] });

  const later = title === 'Позже' ? [] : ['Позже'];
  expect(await client.backups.preview({ id })).toEqual({
    articles: { back: title === 'Позже' ? 0 : 1, gone: later.length, changed: 0 },
    annotations: { back: 0, gone: 0, changed: 1 },
    selections: { back: 0, gone: 1, changed: 0 },
    gone: later,
  });
  expect(await restored(tests, id)).toBe('done');
  expect((await client.annotations.ofArticle({ id: fish! }))[0]!.note).toBe('первая');
  expect(await client.selections.list()).toEqual([]);
  expect((await client.archive.info()).articles).toBe(4);
  expect(await words(tests, 'рыбаками')).toBe(1);
  expect(await words(tests, 'принятая')).toBe(0);

  // The present state was kept: back again.
  const [kept] = (await client.backups.list()).filter(({ reason }) => reason === 'restore');
  expect(await restored(tests, kept!.id)).toBe('done');
  expect((await client.annotations.ofArticle({ id: fish! }))[0]!.note).toBe('другая');
  expect((await client.selections.list()).map(({ name }) => name)).toEqual(['Новая']);
  expect(await whole(tests)).toEqual({ database: true, originals: true, index: true });
});

test('words of an article that had another text then are found by that text; ids are not given twice', async () => {
  const tests = archiveOfTests();
  const { take, find } = tests;
  await take(stories);
  const [fish] = await find('рыбаками');
  const id = await backedUp(tests);
  await take([{ ...stories[0]!, body: 'Встреча отменена из-за шторма.' }]);
  await take([{ title: 'Позже', body: 'Статья после копии.' }]);
  const [later] = await find('копии');
  expect(await find('шторма')).toEqual([fish]);
  expect(await restored(tests, id)).toBe('done');
  expect(await find('шторма')).toEqual([]);
  expect(await find('рыбаками')).toEqual([fish]);
  await take([{ title: 'Ещё позже', body: 'Совсем другая статья о погоде.' }]);
  expect((await find('погоде'))[0]).toBeGreaterThan(later!);
  await tests.archive.close();
  const again = archiveOfTests(tests.folder);
  expect(await again.find('рыбаками')).toEqual([fish]);
  expect(again.archive.index.rebuilding).toBe(false);
});

test('a setting stays as it is now; the language of a year ago does not come back', async () => {
  const tests = archiveOfTests();
  await tests.take(stories);
  const id = await backedUp(tests);
  await tests.client.settings.set({ theme: 'dark' });
  await restored(tests, id);
  expect((await tests.client.settings.get()).theme).toBe('dark');
});

test('a damaged or foreign backup is refused, and nothing is changed', async () => {
  const tests = archiveOfTests();
  const { client, take, archive } = tests;
  await take(stories);
  const id = await backedUp(tests);
  const path = join(archive.folder.backups, id);
  truncateSync(path, 20_000);
  expect(await restored(tests, id)).toBe('ARCHIVE_DAMAGED');
  writeFileSync(path, 'не база данных, а текст, и довольно длинный, чтобы это было видно сразу');
  expect((await client.backups.list())[0]!.figures).toBeNull();
  expect(await restored(tests, id)).toBe('ARCHIVE_FOREIGN');
  for (const wrong of ['нет.sqlite', '../archive.sqlite', '..%2farchive.sqlite'])
    expect([wrong, await refusal(client.backups.restore({ id: wrong }))]).toEqual([wrong, 'NOT_FOUND']);
  expect((await client.archive.info()).articles).toBe(4);
  expect(readdirSync(tests.folder).filter((name) => name.includes('restoring'))).toEqual([]);
});

test('nothing is restored while an import runs', async () => {
  const tests = archiveOfTests();
  await tests.take(stories);
  const id = await backedUp(tests);
  const more = tests.take(Array.from({ length: 400 }, (_, i) => ({ title: `Т ${i}`, body: `Текст ${i}.` })));
  expect(await restored(tests, id)).toBe('BUSY');
  await more;
  expect((await tests.client.archive.info()).articles).toBe(404);
});

test('a day’s backup is due when a day has passed and something was changed', async () => {
  const tests = archiveOfTests();
  const { client, archive, take } = tests;
  const due = (hours: number) => archive.backups.due(Date.now() + hours * hour);
  expect(due(0)).toBe(false); // nothing is in it
  await take(stories);
  expect(due(0)).toBe(true); // and it was never copied
  await backedUp(tests);
  expect([due(0), due(25)]).toEqual([false, false]);
  await client.selections.create({ name: 'Новая' });
  expect([due(23), due(25)]).toEqual([false, true]);
  await client.settings.set({ dailyBackup: false });
  expect(due(25)).toBe(false);
});

/** Backups from new to old, a letter each: `d` daily, `s` schema, `r` restore, `m` merge, `q` request; the deleted as `-`. */
function thinned(letters: string, expected: string): void {
  const reasons = { d: 'daily', s: 'schema', r: 'restore', m: 'merge', q: 'request' } as const;
  const backups = [...letters].map((letter, at) => ({
    id: String(at),
    reason: reasons[letter as keyof typeof reasons],
  }));
  const gone = new Set(surplusBackups(backups, { daily: 3, others: 1 }));
  expect([...letters].map((letter, at) => (gone.has(String(at)) ? '-' : letter)).join('')).toBe(expected);
}

test('of what was made by itself few are kept; what was asked for always stays', () => {
  thinned('', '');
  thinned('ddd', 'ddd');
  thinned('ddddd', 'ddd--');
  thinned('qqqqqq', 'qqqqqq');
  thinned('rdrmdsdmdq', 'rd-mdsd--q');
});

test('a backup is one of another archive’s too: opened from a folder of its own', async () => {
  const tests = archiveOfTests();
  await tests.take(stories);
  const id = await backedUp(tests);
  const folder = join(folderOfTests(), 'другой');
  const other = archiveOfTests(folder);
  writeFileSync(
    join(other.archive.folder.backups, id),
    (await import('node:fs')).readFileSync(join(tests.archive.folder.backups, id)),
  );
  expect(await restored(other, id)).toBe('done');
  expect(await words(other, 'рыбаками')).toBe(1);
});
