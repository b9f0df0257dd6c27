import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type ArchiveOfTests, archiveOfTests, folderOfTests, refusal } from './archive-of-tests.ts';

/** A file of one story in a folder. */
function put(folder: string, name: string, title: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify([{ title, body: `${title}. О погоде на озере в этот день.` }]));
}

/** The ledger as `file state[ reason][ missing]`, by file. */
async function ledger({ client }: ArchiveOfTests, id: number): Promise<string[]> {
  const { files } = await client.folders.files({ id });
  return files
    .map(({ file, state, reason, missing }) => [file, state, reason, missing && 'missing'].filter(Boolean).join(' '))
    .toSorted();
}

/** Waits until the ledger reads so; fails with what it reads in the end. */
async function check(archive: ArchiveOfTests, id: number, expected: readonly string[]): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await wait(50)) {
    if (JSON.stringify(await ledger(archive, id)) === JSON.stringify(expected)) return;
  }
  expect(await ledger(archive, id)).toEqual(expected);
}

test('what lies in a folder and what appears in it is taken; a file that is gone takes nothing with it', async () => {
  const archive = archiveOfTests();
  const folder = folderOfTests();
  put(folder, 'март/а.json', 'Первая');
  const { id, state } = await archive.client.folders.add({ path: folder });
  expect(state).toBe('watched');
  await check(archive, id, ['март/а.json taken']);
  put(folder, 'апрель/б.json', 'Вторая');
  await check(archive, id, ['апрель/б.json taken', 'март/а.json taken']);
  expect((await archive.client.search.run({ query: '' })).total).toBe(2);
  rmSync(join(folder, 'март'), { recursive: true });
  await check(archive, id, ['апрель/б.json taken', 'март/а.json taken missing']);
  expect((await archive.client.search.run({ query: '' })).total).toBe(2);
  expect(await archive.client.folders.list()).toMatchObject([{ taken: 2, waiting: 0, failed: 0, missing: 1 }]);
});

test('a file that still grows waits until it rests', async () => {
  const archive = archiveOfTests();
  const folder = folderOfTests();
  put(folder, 'растёт.json', 'Половина');
  utimesSync(join(folder, 'растёт.json'), new Date(Date.now() + 60_000), new Date(Date.now() + 60_000));
  const { id } = await archive.client.folders.add({ path: folder, polling: true });
  await check(archive, id, ['растёт.json settling']);
  utimesSync(join(folder, 'растёт.json'), new Date(), new Date());
  await check(archive, id, ['растёт.json taken']);
});

test('what fails says why, and is tried again when it is asked for or has changed', async () => {
  const archive = archiveOfTests();
  const folder = folderOfTests();
  put(folder, 'есть.json', 'Есть');
  const { id } = await archive.client.folders.add({ path: folder, polling: true });
  await check(archive, id, ['есть.json taken']);
  archive.archive.database.run("UPDATE watched_file SET state = 'failed', reason = 'unreadable'");
  expect(await ledger(archive, id)).toEqual(['есть.json failed unreadable']);
  await archive.client.folders.again({ id });
  await check(archive, id, ['есть.json taken']);
  archive.archive.database.run("UPDATE watched_file SET state = 'failed', reason = 'unreadable'");
  put(folder, 'есть.json', 'Есть и новое');
  await check(archive, id, ['есть.json taken']);
  expect((await archive.client.search.run({ query: '' })).total).toBe(2);
});

test('a drive that is away says nothing of its files; what changed meanwhile is found when it is back', async () => {
  const archive = archiveOfTests();
  const drive = join(folderOfTests(), 'диск');
  put(drive, 'а.json', 'Первая');
  const { id } = await archive.client.folders.add({ path: drive, polling: true });
  await check(archive, id, ['а.json taken']);
  renameSync(drive, `${drive}-`);
  await archive.client.folders.check({ id });
  expect(await archive.client.folders.list()).toMatchObject([{ state: 'away', taken: 1, missing: 0 }]);
  put(`${drive}-`, 'б.json', 'Вторая');
  renameSync(`${drive}-`, drive);
  await check(archive, id, ['а.json taken', 'б.json taken']);
});

test('the ledger outlives the program; nothing is taken twice, and a folder let go keeps its articles', async () => {
  const first = archiveOfTests();
  const folder = folderOfTests();
  put(folder, 'а.json', 'Первая');
  const { id } = await first.client.folders.add({ path: folder });
  await check(first, id, ['а.json taken']);
  await first.archive.close();
  put(folder, 'б.json', 'Вторая');
  const again = archiveOfTests(first.folder);
  again.archive.watching.start();
  await check(again, id, ['а.json taken', 'б.json taken']);
  expect((await again.client.imports.list()).map(({ added }) => added)).toEqual([1, 1]);
  await again.client.folders.remove({ id });
  expect(await again.client.folders.list()).toEqual([]);
  expect(await refusal(again.client.folders.files({ id }))).toBe('NOT_FOUND');
  expect((await again.client.search.run({ query: '' })).total).toBe(2);
});

test('a folder that is nowhere is refused', async () => {
  expect(await refusal(archiveOfTests().client.folders.add({ path: '/нет/такой' }))).toBe('FOLDER_MISSING');
});
