import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { resumeImports } from '../../../archive/service/resuming.ts';
import { type ArchiveOfTests, archiveOfTests, folderOfTests, refusal } from './archive-of-tests.ts';
import { stories } from './stories.ts';

test('what is imported twice is known the second time, and the figures add up', async () => {
  const { client, take } = archiveOfTests();
  const first = await client.imports.report({ job: await take([...stories, stories[0]!]) });
  expect(first).toMatchObject({ added: 4, known: 1, updated: 0, rejected: [] });
  const second = await client.imports.report({ job: await take(stories) });
  expect(second).toMatchObject({ added: 0, known: 4, updated: 0 });
  expect((await client.archive.info()).articles).toBe(4);
});

test('a record with the same key, source and headline is a new version', async () => {
  const { client, take, find } = archiveOfTests();
  await take(stories);
  const [id] = await find('рыбаками');
  const job = await take([{ ...stories[0]!, body: 'Встреча отменена из-за шторма.' }]);
  expect(await client.imports.report({ job })).toMatchObject({ added: 0, updated: 1 });
  expect(await find('шторм')).toEqual([id]);
  expect(await find('"построить причал"')).toEqual([]);
  const other = await take([{ key: 'a', title: 'Чужая запись', body: 'С тем же ключом.', source: 'Другая газета' }]);
  expect(await client.imports.report({ job: other })).toMatchObject({ added: 1, updated: 0 });
});

test('a missing folder is refused; among several paths it is a line of the report', async () => {
  const { client, archive } = archiveOfTests();
  expect(await refusal(client.imports.start({ paths: ['/нет/такой/папки'] }))).toBe('FOLDER_MISSING');
  const { job } = await client.imports.start({ paths: ['/нет/1', '/нет/2'] });
  expect((await archive.jobs.ended(job)).state).toBe('done');
  const { rejected } = await client.imports.report({ job });
  expect(rejected.map(({ reason }) => reason)).toEqual(['missing', 'missing']);
});

test('an uploaded file is imported like one on disk, and its original is kept', async () => {
  const { client, archive, find, folder } = archiveOfTests();
  const { job } = await client.imports.upload({ files: [new File([JSON.stringify(stories)], 'вырезки.json')] });
  await archive.jobs.ended(job);
  const [id] = await find('рыбаками');
  expect((await client.articles.get({ id: id! })).file).toBe('вырезки.json');
  expect((await client.archive.checkUp()).findings.find(({ check }) => check === 'originals')!.ok).toBe(true);
  expect(existsSync(join(folder, 'originals'))).toBe(true);
});

test('what is dropped as a folder keeps its folders in the names, and nothing leads out of them', async () => {
  const { client, archive, find } = archiveOfTests();
  const [first, ...others] = stories;
  const files = [
    new File([JSON.stringify([first])], 'Газета/2003/ноябрь.json'),
    new File([JSON.stringify(others)], '../../Газета/итоги.json'),
    new File(['{}'], 'Газета/.DS_Store'),
  ];
  const { job } = await client.imports.upload({ files });
  expect((await archive.jobs.ended(job)).state).toBe('done');
  expect(await find('рыбаками')).toHaveLength(1);
  expect((await client.imports.files({ job })).files.map(({ file }) => file)).toEqual([
    'Газета/2003/ноябрь.json',
    'Газета/итоги.json',
  ]);
  expect((await client.imports.report({ job })).names).toEqual(['Газета']);
});

test('a cancelled import keeps whole batches, and the next run takes the rest', async () => {
  const { client, archive, take } = archiveOfTests();
  const many = Array.from({ length: 900 }, (_, i) => ({ title: `Заметка ${i}`, body: `Текст номер ${i} о погоде.` }));
  const started = take(many);
  for (;;) {
    const [job] = await client.jobs.list();
    if (job !== undefined && job.done > 0) {
      await client.jobs.cancel({ job: job.id });
      break;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const job = await started;
  expect((await archive.jobs.ended(job)).state).toBe('cancelled');
  const { added } = await client.imports.report({ job });
  expect((await client.archive.info()).articles).toBe(added);
  expect(added).toBeLessThan(900);
  const rest = await client.imports.report({ job: await take(many) });
  expect(rest.added + added).toBe(900);
  expect((await client.search.run({ query: 'погода' })).total).toBe(900);
});

test('a paused import writes nothing, goes on, and stays paused over a restart', async () => {
  const first = archiveOfTests();
  const many = Array.from({ length: 400 }, (_, i) => ({ title: `Заметка ${i}`, body: `Текст номер ${i} о погоде.` }));
  const path = join(folderOfTests(), 'много.json');
  writeFileSync(path, JSON.stringify(many));
  const { job } = await first.client.imports.start({ paths: [path] });
  await progress(first, 1);
  await first.client.jobs.pause({ job });
  expect((await first.client.jobs.list())[0]).toMatchObject({ state: 'paused', pausable: true });
  await wait(150);
  const { done } = (await first.client.jobs.list())[0]!;
  await wait(150);
  expect((await first.client.jobs.list())[0]!.done).toBe(done);
  expect(await first.client.imports.list()).toMatchObject([{ job, state: 'paused', names: ['много.json'] }]);
  await first.archive.close();

  const again = archiveOfTests(first.folder);
  resumeImports(again.archive);
  await wait(100);
  expect((await again.client.jobs.list())[0]).toMatchObject({ id: job, state: 'paused', done });
  await again.client.jobs.resume({ job });
  expect((await again.archive.jobs.ended(job)).state).toBe('done');
  expect((await again.client.imports.report({ job })).added).toBe(400);
  expect(await refusal(again.client.jobs.pause({ job }))).toBe('CONFLICT');
});

test('a cancelled import is gone on with where it stood, by itself or when the same is asked again', async () => {
  const { client, archive } = archiveOfTests();
  const many = Array.from({ length: 300 }, (_, i) => ({ title: `Заметка ${i}`, body: `Текст номер ${i} о воде.` }));
  const path = join(folderOfTests(), 'вода.json');
  writeFileSync(path, JSON.stringify(many));
  const { job } = await client.imports.start({ paths: [path] });
  await progress({ client }, 1);
  await client.jobs.cancel({ job });
  await archive.jobs.ended(job);
  const { added, state } = await client.imports.report({ job });
  expect([state, added < 300]).toEqual(['cancelled', true]);
  expect(await client.imports.proceed({ job })).toEqual({ job });
  await archive.jobs.ended(job);
  expect(await client.imports.report({ job })).toMatchObject({ state: 'done', added: 300, known: 0 });
  expect(await refusal(client.imports.proceed({ job }))).toBe('NOT_FOUND');
});

/** Waits until the newest job has done so much. */
async function progress({ client }: Pick<ArchiveOfTests, 'client'>, least: number): Promise<void> {
  while (((await client.jobs.list())[0]?.done ?? 0) < least) await new Promise((resolve) => setImmediate(resolve));
}

test('the folder is moved and opened again; a lost index is built anew in the background', async () => {
  const { archive, take, folder } = archiveOfTests();
  await take(stories);
  await archive.close();
  const moved = join(folderOfTests(), 'переехал');
  renameSync(folder, moved);
  rmSync(join(moved, 'index'), { recursive: true });
  const again = archiveOfTests(moved);
  const answer = await again.client.search.run({ query: 'рыбаками' });
  expect(answer.notes.map(({ kind }) => kind)).toContain('index');
  const [job] = await again.client.jobs.list();
  expect(job!.kind).toBe('index');
  await again.archive.jobs.ended(job!.id);
  expect((await again.find('рыбаками')).length).toBe(1);
  expect((await again.client.archive.info()).index).toBe('ready');
});

test('a second start is told who holds the archive', async () => {
  const { archive, folder } = archiveOfTests();
  archive.announce('http://127.0.0.1:1');
  const refused = await refusal(Promise.resolve().then(() => archiveOfTests(folder)));
  expect(refused).toBe('ARCHIVE_IN_USE');
});
