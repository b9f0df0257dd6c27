import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import type { ArchiveClient } from '../../../archive/contract/client.ts';
import { openArchive } from '../../../archive/service/archive.ts';
import { rescue } from '../../../archive/service/rescue.ts';
import { archiveOfTests, refusal } from '../service/archive-of-tests.ts';
import { poolOfTests } from '../service/pool-of-tests.ts';
import { stories } from '../service/stories.ts';

/** An archive with a backup, closed, whose database is then damaged. @returns its folder */
async function damaged(harm: (database: string) => void): Promise<string> {
  const { client, archive, take, folder } = archiveOfTests();
  await take(stories);
  await archive.jobs.ended((await client.backups.make()).job);
  await archive.close();
  harm(join(folder, 'archive.sqlite'));
  return folder;
}

const parts = (folder: string) => ({ resources: folder, pool: poolOfTests, log: () => {}, program: 'test' });

/** Zeros over pages of a file, from one byte to another. */
function wipe(file: string, from: number, to: number): void {
  const open = openSync(file, 'r+');
  writeSync(open, Buffer.alloc(to - from), 0, to - from, from);
  closeSync(open);
}

test('a database that is no longer one: everything is refused but its backups, and one of them takes its place', async () => {
  const folder = await damaged((file) =>
    writeFileSync(file, 'мусор вместо основы, и довольно длинный, чтобы было видно'),
  );
  expect(await refusal(Promise.resolve().then(() => openArchive(folder, parts(folder))))).toBe('ARCHIVE_DAMAGED');
  const saved = rescue(folder, () => openArchive(folder, parts(folder)));
  onTestFinished(() => saved.archive?.close());
  const client: ArchiveClient = createRouterClient(saved.router, { context: { log: () => {} } });
  expect(await refusal(client.archive.info())).toBe('ARCHIVE_DAMAGED');
  const [backup] = await client.backups.list();
  expect(backup!.figures?.articles).toBe(4);
  expect(await refusal(client.backups.restore({ id: '../x.sqlite' }))).toBe('NOT_FOUND');
  await client.backups.restore({ id: backup!.id });
  expect((await client.archive.info()).articles).toBe(4);
  expect((await client.search.run({ query: '' })).total).toBe(4);
  expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
});

test('without a backup the folder is called what it is, and nothing is changed', async () => {
  const garbage = 'мусор вместо основы, и довольно длинный, чтобы было видно';
  const folder = await damaged((file) => writeFileSync(file, garbage));
  rmSync(join(folder, 'backups'), { recursive: true });
  expect(await refusal(Promise.resolve().then(() => openArchive(folder, parts(folder))))).toBe('ARCHIVE_FOREIGN');
  expect(readFileSync(join(folder, 'archive.sqlite'), 'utf8')).toBe(garbage);
});

test('pages in the middle are damaged: the archive says so when it meets them, and a backup takes its place', async () => {
  const folder = await damaged((file) => {
    // The pages that hold texts of articles, told by a word of them.
    const bytes = readFileSync(file);
    for (let at = bytes.indexOf('рыбаками'); at >= 0; at = bytes.indexOf('рыбаками', at + 4096)) {
      const start = at - (at % 4096);
      wipe(file, start, start + 4096);
    }
  });
  const again = archiveOfTests(folder);
  const { findings } = await again.client.archive.checkUp().catch(() => ({ findings: [] }));
  expect(findings.find(({ check }) => check === 'database')?.ok ?? false).toBe(false);
  const [backup] = await again.client.backups.list();
  const { job } = await again.client.backups.restore({ id: backup!.id });
  expect((await again.archive.jobs.ended(job)).state).toBe('done');
  expect((await again.client.archive.info()).articles).toBe(4);
  expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
});
