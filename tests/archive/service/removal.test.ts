import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { searchRequest } from '../../../archive/contract/search.ts';
import { deleteForGood } from '../../../archive/store/bin.ts';
import { originalPath } from '../../../archive/store/originals.ts';
import { type ArchiveOfTests, archiveOfTests, refusal, whole } from './archive-of-tests.ts';
import { stories } from './stories.ts';

/** Everything that must follow a removal, in one line: articles, names, facet of sources, bars, notes, selections. */
async function seen({ client }: ArchiveOfTests): Promise<string> {
  const info = await client.archive.info();
  const all = await client.search.run(searchRequest.parse({ query: '' }));
  const [sources] = all.facets.filter(({ facet }) => facet === 'source');
  const bars = all.histogram.bars.reduce((sum, { count }) => sum + count, 0) + all.histogram.undated;
  const notes = await client.annotations.list({});
  const selections = await client.selections.list();
  return [
    `articles ${info.articles}=${all.total}=${bars}`,
    `persons ${info.persons}`,
    `sources ${sources!.values.map(({ label, count }) => `${label} ${count}`).join(', ')}`,
    `notes ${info.annotations}=${notes.total}`,
    `bound ${selections.map(({ articles }) => articles).join(' ')}`,
    `bin ${(await client.bin.list({})).total}`,
  ].join('; ');
}

/** An archive with four articles, a note on the first found by «рыбаками», and a selection of all. */
async function filled() {
  const tests = archiveOfTests();
  const job = await tests.take(stories);
  const [first] = await tests.find('рыбаками');
  const note = { article: first!, field: 'body' as const, span: { start: 0, end: 7 }, pencil: 'red' as const };
  await tests.client.annotations.create({ ...note, note: 'проверить', tags: [] });
  const selection = await tests.client.selections.create({ name: 'Все' });
  const { hits } = await tests.client.search.run(searchRequest.parse({ query: '' }));
  await tests.client.selections.include({ id: selection.id, articles: hits.map(({ id }) => id) });
  return { ...tests, job, first: first!, all: hits.map(({ id }) => id) };
}

test('what is removed is gone from everything at once, and an undo brings all of it back', async () => {
  const tests = await filled();
  const { client, first, find } = tests;
  const before = await seen(tests);
  expect(await client.bin.put({ by: 'articles', ids: [first] })).toEqual({ articles: 1, annotations: 1, bound: 1 });
  expect(await find('рыбаками')).toEqual([]);
  expect(await refusal(client.articles.get({ id: first }))).toBe('NOT_FOUND');
  const without = await seen(tests);
  expect(without).toContain('articles 3=3=3');
  expect(without).toContain('notes 0=0; bound 3; bin 1');
  expect((await client.history.undo()).what).toBe('removal');
  expect(await find('рыбаками')).toEqual([first]);
  expect(await seen(tests)).toBe(before);
  await client.history.redo();
  expect(await seen(tests)).toBe(without);
  await client.bin.putBack({ ids: [first] });
  expect(await seen(tests)).toBe(before);
  expect(await find('рыбаками')).toEqual([first]);
  await client.history.undo();
  expect(await seen(tests)).toBe(without);
});

test('an import and a source are removed whole; what is not there is refused', async () => {
  const tests = await filled();
  const { client, job, first } = tests;
  const source = (await client.articles.get({ id: first })).source;
  const ofSource = await client.search.run(
    searchRequest.parse({ query: '', choices: [{ facet: 'source', include: [source] }] }),
  );
  expect((await client.bin.put({ by: 'source', source })).articles).toBe(ofSource.total);
  expect((await client.bin.put({ by: 'import', job })).articles).toBe(4 - ofSource.total);
  expect((await client.archive.info()).articles).toBe(0);
  expect((await client.bin.put({ by: 'source', source: 'такого нет' })).articles).toBe(0);
  expect(await refusal(client.bin.put({ by: 'import', job: 'x' }))).toBe('NOT_FOUND');
  expect(await refusal(client.bin.put({ by: 'articles', ids: [first] }))).toBe('NOT_FOUND');
  expect(await refusal(client.bin.putBack({ ids: [999] }))).toBe('NOT_FOUND');
});

test('many articles go and come back in the background, and the words with them', async () => {
  const tests = archiveOfTests();
  const { client, archive, take } = tests;
  const many = Array.from({ length: 40 }, (_, i) => ({ title: `Заметка ${i}`, body: `Номер ${i}: туман над озером.` }));
  const job = await take(many);
  await client.bin.put({ by: 'import', job });
  expect((await client.search.run(searchRequest.parse({ query: 'туман' }))).total).toBe(0);
  await client.history.undo();
  const [mending] = await client.jobs.list();
  expect(mending!.kind).toBe('index');
  await archive.jobs.ended(mending!.id);
  expect((await client.search.run(searchRequest.parse({ query: 'туман' }))).total).toBe(40);
});

test('the bin is searched by words of headlines and sources', async () => {
  const { client, all } = await filled();
  await client.bin.put({ by: 'articles', ids: all });
  const { entries } = await client.bin.list({});
  const [one] = entries;
  const word = one!.title.split(' ')[0]!.toUpperCase();
  const found = await client.bin.list({ query: `${word} ${one!.source ?? ''}` });
  expect(found.entries.map(({ id }) => id)).toContain(one!.id);
  expect((await client.bin.list({ query: 'такогонет' })).total).toBe(0);
  expect((await client.bin.list({ limit: 1, offset: 1 })).entries.map(({ id }) => id)).toEqual([entries[1]!.id]);
});

test('emptying the bin deletes articles, their notes and originals nothing needs; the rest can still be undone', async () => {
  const tests = await filled();
  const { client, archive, job, first, all } = tests;
  const hash = archive.database.first<{ hash: string }>('SELECT lower(hex(original)) AS hash FROM import_file')!.hash;
  const original = originalPath(archive.folder, hash);
  await client.bin.put({ by: 'articles', ids: [first] });
  expect(await client.bin.contents()).toEqual({ articles: 1, annotations: 1, bound: 1, backups: 0 });
  await archive.jobs.ended((await client.bin.empty()).job);
  expect((await client.bin.list({})).total).toBe(0);
  // The other articles of the file are there, so its original is.
  expect(existsSync(original)).toBe(true);
  const undone = await client.history.undo();
  expect(undone.what).toBe('selection');
  await client.history.redo();
  expect(archive.database.all('SELECT 1 FROM annotation')).toEqual([]);

  await client.bin.put({ by: 'import', job });
  await archive.jobs.ended((await client.backups.make()).job);
  await archive.jobs.ended((await client.bin.empty()).job);
  expect((await client.archive.info()).articles).toBe(0);
  for (const table of ['article', 'article_text', 'recognition', 'article_place', 'selection_item', 'import_file'])
    expect([table, archive.database.all(`SELECT 1 FROM ${table}`)]).toEqual([table, []]);
  // A backup still names it; it goes with the backup.
  expect(existsSync(original)).toBe(true);
  const [backup] = await client.backups.list();
  await client.backups.remove({ id: backup!.id });
  expect(existsSync(original)).toBe(false);
  expect(all).toHaveLength(4);
  expect(await whole(tests)).toEqual({ database: true, originals: true, index: true });
});

test('a kill between the last reference and the file is made up for the next time', async () => {
  const { client, archive, job } = await filled();
  const hash = archive.database.first<{ hash: string }>('SELECT lower(hex(original)) AS hash FROM import_file')!.hash;
  await client.bin.put({ by: 'import', job });
  const { entries } = await client.bin.list({});
  deleteForGood(
    archive.database,
    entries.map(({ id }) => id),
  );
  expect(existsSync(originalPath(archive.folder, hash))).toBe(true);
  await archive.jobs.ended((await client.bin.empty()).job);
  expect(existsSync(originalPath(archive.folder, hash))).toBe(false);
});

test('taking an article in again takes it out of the bin', async () => {
  const { client, take, first, find } = await filled();
  await client.bin.put({ by: 'articles', ids: [first] });
  await take(stories);
  expect(await find('рыбаками')).toEqual([first]);
  expect((await client.annotations.ofArticle({ id: first })).length).toBe(1);
});
