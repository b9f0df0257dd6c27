import { createWriteStream, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { MergeReport } from '../../../archive/contract/portable.ts';
import { searchRequest } from '../../../archive/contract/search.ts';
import { type ArchiveOfTests, archiveOfTests, folderOfTests, whole } from './archive-of-tests.ts';
import { stories } from './stories.ts';

/** The archive as one file. */
async function carried({ client, archive }: ArchiveOfTests): Promise<string> {
  const path = join(folderOfTests(), 'мой.podshivka');
  const { job } = await client.portable.write({ path });
  expect((await archive.jobs.ended(job)).state).toBe('done');
  return path;
}

/** Looks at a file: the job, and what merging it would add or why it was refused. */
async function looked({ client, archive }: ArchiveOfTests, path: string) {
  const { job } = await client.portable.look({ path });
  const { state, refusal } = await archive.jobs.ended(job);
  return { job, state: refusal ?? state, report: state === 'done' ? await client.portable.report({ job }) : undefined };
}

async function merged(tests: ArchiveOfTests, path: string): Promise<MergeReport> {
  const { job, report } = await looked(tests, path);
  const { job: merging } = await tests.client.portable.merge({ job });
  expect((await tests.archive.jobs.ended(merging)).state).toBe('done');
  const after = await tests.client.portable.report({ job });
  // What was said before is what was done.
  expect({ ...after, done: false }).toEqual(report);
  return after;
}

/** Everything a person has in an archive, in words that do not depend on its ids. */
async function contents({ client, archive }: ArchiveOfTests) {
  const { hits } = await client.search.run(searchRequest.parse({ query: '', limit: 1000 }));
  const articles = [];
  const titles = new Map<number, string>();
  for (const { id } of hits) {
    const { title, body, source, author, date, rubric, tags, rating, readState, mentions, key, file } =
      await client.articles.get({ id });
    titles.set(id, title);
    const names = [...new Set(mentions.map(({ label }) => label))].sort();
    articles.push({ title, body, source, author, date, rubric, tags, rating, readState, names, key, file });
  }
  const { annotations } = await client.annotations.list({ limit: 1000 });
  const selections = [];
  for (const { id, name } of await client.selections.list()) {
    const { items } = await client.selections.get({ id });
    selections.push({ name, items: items.map(({ article, comment }) => [article.title, comment]) });
  }
  const byTitle = <T extends { title: string }>(list: T[]) => list.sort((a, b) => a.title.localeCompare(b.title));
  return {
    articles: byTitle(articles),
    notes: byTitle(
      annotations.map(({ articleTitle: title, note, quote, span, placement, pencil, tags, createdAt }) => {
        return { title, note, quote, span, placement, pencil, tags, createdAt };
      }),
    ),
    selections: selections.sort((a, b) => a.name.localeCompare(b.name)),
    searches: (await client.search.saved()).map(({ name, total }) => [name, total]),
    persons: (await client.entities.list({ kind: 'person' })).entities.map(({ name, articles: n }) => [name, n]),
    curation: archive.entities.log.map((record) => ('step' in record ? record.step.step : 'undo')),
    bin: (await client.bin.list({})).entries.map(({ title }) => title),
    originals: readdirSync(archive.folder.originals, { recursive: true }).filter((name) => String(name).length > 60),
  };
}

/** An archive with something of every kind. */
async function filled(): Promise<ArchiveOfTests> {
  const tests = archiveOfTests();
  const { client, take, find } = tests;
  await take(stories);
  await take([{ title: 'Лишняя', body: 'Эта статья лежит в корзине.' }]);
  await client.bin.put({ by: 'articles', ids: await find('корзине') });
  const [fish] = await find('рыбаками');
  const mark = { article: fish!, field: 'body' as const, span: { start: 3, end: 12 }, pencil: 'blue' as const };
  await client.annotations.create({ ...mark, note: 'сверить с протоколом', tags: ['важное'] });
  const { hits } = await client.search.run(searchRequest.parse({ query: '' }));
  const { id } = await client.selections.create({ name: 'К совещанию' });
  await client.selections.include({ id, articles: hits.map((hit) => hit.id).reverse() });
  await client.selections.comment({ id, article: fish!, comment: 'Начать с этой.' });
  await client.articles.setTags({ id: fish!, tags: ['море', 'порт'] });
  await client.articles.setRating({ id: fish!, rating: 4 });
  await client.articles.setReadState({ ids: [fish!], readState: 'check' });
  const [person] = (await client.entities.list({ kind: 'person' })).entities;
  if (person !== undefined) {
    await client.entities.curate({ step: 'rename', entity: person.id, name: 'Переименован Решением' });
    const choices = [{ facet: 'person' as const, include: [String(person.id)], exclude: [], match: 'any' as const }];
    await client.search.save({ name: 'О нём', request: searchRequest.parse({ query: '', choices }) });
  }
  return tests;
}

test('carried out and taken in elsewhere, the archive is the same', async () => {
  const from = await filled();
  const path = await carried(from);
  const to = archiveOfTests();
  // Another archive gives other ids.
  await to.take([{ title: 'Была здесь', body: 'Своя статья другого архива.' }]);
  const own = await to.find('Своя');
  await to.client.bin.put({ by: 'articles', ids: own });
  await to.archive.jobs.ended((await to.client.bin.empty()).job);
  const report = await merged(to, path);
  expect(report).toMatchObject({
    articles: { fresh: 5, known: 0, other: 0, inBin: 0 },
    annotations: { fresh: 1, known: 0, unplaced: 0 },
    selections: { fresh: 1, known: 0 },
    done: true,
  });
  expect(await contents(to)).toEqual(await contents(from));
  expect(await to.find('рыбаками')).toHaveLength(1);
  expect(await whole(to)).toEqual({ database: true, originals: true, index: true });
  expect(existsSync(to.archive.folder.merging)).toBe(false);
});

test('merged twice, nothing is there twice', async () => {
  const from = await filled();
  const path = await carried(from);
  const to = archiveOfTests();
  await merged(to, path);
  const once = await contents(to);
  const again = await merged(to, path);
  expect(again.articles).toEqual({ fresh: 0, known: 4, other: 0, inBin: 1 });
  expect(again.annotations).toEqual({ fresh: 0, known: 1, unplaced: 0 });
  expect([again.curation, again.originals.fresh, again.searches.fresh]).toEqual([0, 0, 0]);
  expect(await contents(to)).toEqual(once);
});

test('what is here stays: another text of the same record, its notes beside, a bin left alone', async () => {
  const from = await filled();
  const path = await carried(from);
  const to = archiveOfTests();
  const changed = { ...stories[0]!, body: `Вступление редакции. ${stories[0]!.body}` };
  await to.take([changed, ...stories.slice(1)]);
  const [fish] = await to.find('рыбаками');
  await to.client.articles.setRating({ id: fish!, rating: 1 });
  const [gone] = (await to.client.search.run(searchRequest.parse({ query: '' }))).hits.filter(({ id }) => id !== fish);
  await to.client.bin.put({ by: 'articles', ids: [gone!.id] });
  const { id } = await to.client.selections.create({ name: 'К совещанию' });
  await to.client.selections.include({ id, articles: [fish!] });
  const report = await merged(to, path);
  expect(report.articles).toEqual({ fresh: 1, known: 2, other: 1, inBin: 1 });
  expect(report.selections).toEqual({ fresh: 0, known: 1 });
  const here = await to.client.articles.get({ id: fish! });
  expect(here).toMatchObject({ body: changed.body, rating: 1, readState: 'check' });
  const [note] = await to.client.annotations.ofArticle({ id: fish! });
  expect(note).toMatchObject({ note: 'сверить с протоколом', placement: 'moved' });
  expect((await to.client.bin.list({})).entries.map(({ title }) => title).sort()).toEqual(
    [gone!.title, 'Лишняя'].sort(),
  );
  const items = (await to.client.selections.get({ id })).items.map(({ article }) => article.id);
  expect(items[0]).toBe(fish);
  expect(items).toHaveLength(3);
  // The state before the merge is a backup.
  expect((await to.client.backups.list()).map(({ reason }) => reason)).toContain('merge');
});

test('a look changes nothing', async () => {
  const path = await carried(await filled());
  const to = archiveOfTests();
  await to.take(stories.slice(0, 2));
  const before = await contents(to);
  const { report } = await looked(to, path);
  expect(report).toMatchObject({ articles: { fresh: 3, known: 2 }, done: false });
  expect(await contents(to)).toEqual(before);
});

/** A file of these members, and how a look at it ends. */
async function check(members: Record<string, string | Buffer>, expected: string): Promise<void> {
  const tests = archiveOfTests();
  await tests.take(stories.slice(0, 1));
  const path = join(folderOfTests(), 'чужой.podshivka');
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  expect((await looked(tests, path)).state).toBe(expected);
  expect((await tests.client.archive.info()).articles).toBe(1);
  expect(existsSync(tests.archive.folder.merging)).toBe(false);
}

const manifest = {
  format: 'podshivka-archive',
  version: 1,
  program: '1',
  name: 'а',
  madeAt: new Date(0).toISOString(),
  size: 10,
  hash: '0'.repeat(64),
  articles: 0,
  annotations: 0,
  originals: 0,
};

test('what is no archive of ours, or is damaged, is refused', async () => {
  await check({ 'письмо.txt': 'нет' }, 'ARCHIVE_FOREIGN');
  await check({ 'podshivka.json': 'не JSON' }, 'ARCHIVE_FOREIGN');
  await check({ 'podshivka.json': '{"format":"other"}' }, 'ARCHIVE_FOREIGN');
  await check({ 'podshivka.json': JSON.stringify({ ...manifest, version: 2 }) }, 'ARCHIVE_NEWER');
  await check({ 'podshivka.json': JSON.stringify(manifest) }, 'ARCHIVE_DAMAGED');
  await check({ 'podshivka.json': JSON.stringify(manifest), 'archive.sqlite': 'подменено' }, 'ARCHIVE_DAMAGED');
  await check({ 'podshivka.json': ' '.repeat(100_000) }, 'ARCHIVE_FOREIGN');
});

test('a file that was cut off is refused; another kind of file, too', async () => {
  const path = await carried(await filled());
  const to = archiveOfTests();
  truncateSync(path, readFileSync(path).length - 100);
  expect((await looked(to, path)).state).toBe('ARCHIVE_FOREIGN');
  writeFileSync(path, 'просто текст');
  expect((await looked(to, path)).state).toBe('ARCHIVE_FOREIGN');
});

test('names inside lead nowhere, and an original that is not what its name says is left out', async () => {
  const path = await carried(await filled());
  const { zipMembers } = await import('../../../archive/import/archives/zip.ts');
  const hostile = join(folderOfTests(), 'злой.podshivka');
  const zip = new ZipFile();
  for await (const { name, read } of zipMembers(path)) zip.addBuffer(Buffer.from(await read(2 ** 30)), name);
  const wrong = 'ab'.repeat(32);
  zip.addBuffer(Buffer.from('не то'), `originals/ab/ab/${wrong}`);
  zip.addBuffer(Buffer.from('чужое'), `originals/ab/cd/${wrong}`);
  zip.addBuffer(Buffer.from('чужое'), 'originals/xx/yy/../../../../выход.txt'.replaceAll('..', 'zz'));
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(hostile));
  // The library that writes refuses to write «..»: the name is put in afterwards, in its place and in the directory.
  const bytes = readFileSync(hostile).toString('latin1').replaceAll('zz/', '../');
  writeFileSync(hostile, Buffer.from(bytes, 'latin1'));
  const to = archiveOfTests();
  const report = await merged(to, hostile);
  expect(report.articles.fresh).toBe(5);
  expect(readdirSync(to.archive.folder.originals, { recursive: true }).join()).not.toContain(wrong);
  expect(existsSync(join(to.folder, 'выход.txt')) || existsSync(join(to.folder, '..', 'выход.txt'))).toBe(false);
});
