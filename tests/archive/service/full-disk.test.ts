import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archiveOfTests, folderOfTests, refusal, whole } from './archive-of-tests.ts';
import { stories } from './stories.ts';

const superuser = process.getuid?.() === 0 && process.platform === 'linux';

/** A disk of so many megabytes in memory; undefined where none can be mounted. */
function smallDisk(megabytes: number): string | undefined {
  const place = join(folderOfTests(), 'диск');
  mkdirSync(place);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', place], { stdio: 'ignore' }));
  return place;
}

test('on a full disk a backup, a restore and a carrying out are refused, and nothing is lost', async ({ skip }) => {
  const disk = superuser ? smallDisk(8) : undefined;
  if (disk === undefined) return skip('needs a superuser who may mount a disk of memory');
  const prepared = archiveOfTests();
  await prepared.take(stories);
  await prepared.archive.jobs.ended((await prepared.client.backups.make()).job);
  await prepared.archive.close();
  cpSync(prepared.folder, join(disk, 'архив'), { recursive: true });
  const tests = archiveOfTests(join(disk, 'архив'));
  const { client, archive } = tests;
  await client.search.run({ query: '' });
  const [backup] = await client.backups.list();
  try {
    writeFileSync(join(disk, 'прочее'), Buffer.alloc(16 * 2 ** 20));
  } catch {
    // The disk is full now, as it should be.
  }
  const ends = async ({ job }: { job: string }) => (await archive.jobs.ended(job)).refusal;
  expect(await ends(await client.backups.make())).toBe('DISK_FULL');
  expect(await ends(await client.backups.restore({ id: backup!.id }))).toBe('DISK_FULL');
  expect(await ends(await client.portable.write({ path: join(disk, 'а.podshivka') }))).toBe('DISK_FULL');
  expect((await client.archive.info()).articles).toBe(4);
  expect(await whole(tests)).toEqual({ database: true, originals: true, index: true });
  expect(readdirSync(archive.folder.backups)).toEqual([backup!.id]);
  expect(readdirSync(disk).sort()).toEqual(['архив', 'прочее'].sort());
});

test('a folder that may not be written is refused in words', async ({ skip }) => {
  if (superuser) return skip('a superuser may write everywhere');
  const folder = join(folderOfTests(), 'архив');
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  expect(await refusal(Promise.resolve().then(() => archiveOfTests(folder)))).toBe('FOLDER_UNREADABLE');
});

test('a portable archive is not written where there is no folder', async () => {
  const { client, archive, take } = archiveOfTests();
  await take(stories);
  const { job } = await client.portable.write({ path: '/нет/такой/папки/а.podshivka' });
  expect((await archive.jobs.ended(job)).refusal).toBe('FOLDER_MISSING');
});
