import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ArchiveOfTests, archiveOfTests, whole } from './archive-of-tests.ts';

/** How often each work is killed; hundreds by `KILLS=300`. */
const kills = Math.max(3, Math.ceil(Number(process.env.KILLS ?? 12) / 4));

/** Lets a process do its work, and kills it so many milliseconds after it began. */
function killed(folder: string, what: string, wait: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'keeper.ts'), folder, what]);
    let errors = '';
    let heard = false;
    child.stderr.on('data', (bytes) => {
      errors += bytes;
    });
    child.stdout.on('data', () => {
      if (!heard) setTimeout(() => child.kill('SIGKILL'), wait);
      heard = true;
    });
    child.on('exit', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(errors))));
  });
}

/** An archive of forty articles, each with a note, and one backup of it; closed. */
async function prepared(): Promise<{ folder: string; notes: number }> {
  const tests = archiveOfTests();
  await tests.take(
    Array.from({ length: 40 }, (_, i) => ({ title: `Заметка ${i}`, body: `Номер ${i}: туман над озером.` })),
  );
  const { hits } = await tests.client.search.run({ query: '', limit: 100 });
  for (const { id } of hits) {
    const span = { start: 0, end: 5 };
    await tests.client.annotations.create({
      article: id,
      field: 'body',
      span,
      pencil: 'red',
      note: String(id),
      tags: [],
    });
  }
  await tests.archive.jobs.ended((await tests.client.backups.make()).job);
  await tests.archive.close();
  return { folder: tests.folder, notes: hits.length };
}

/** What must hold after a kill, whatever was being done: everything whole, and every living article with its note. */
async function check({ client, archive }: ArchiveOfTests, what: string, living: readonly number[]): Promise<number> {
  const [mending] = await client.jobs.list();
  if (mending !== undefined) await archive.jobs.ended(mending.id);
  expect(await whole({ client }), what).toEqual({ database: true, originals: true, index: true });
  const { articles, annotations } = await client.archive.info();
  expect(annotations, `${what}: notes of ${articles} articles`).toBe(articles);
  expect((await client.search.run({ query: 'туман', limit: 0 })).total, `${what}: words`).toBe(articles);
  expect(living, what).toContain(articles + (await client.bin.list({})).total);
  for (const backup of await client.backups.list()) expect(backup.figures, `${what}: ${backup.id}`).not.toBeNull();
  return articles;
}

for (const what of ['backup', 'restore', 'removal', 'empty']) {
  test(`killed during ${what} at any moment, nothing is lost`, { timeout: 60_000 + kills * 15_000 }, async () => {
    const { folder, notes } = await prepared();
    const all = Array.from({ length: notes + 1 }, (_, n) => n);
    for (let kill = 0; kill < kills; kill++) {
      await killed(folder, what, 5 + Math.random() * 250);
      const again = archiveOfTests(folder);
      await check(again, what, what === 'empty' ? all : [notes]);
      await again.archive.close();
    }
    // What a kill leaves half-made has a name that nothing reads, and a check-up clears it away.
    const last = archiveOfTests(folder);
    await last.archive.jobs.ended((await last.client.archive.check({ mend: true })).job);
    expect(readdirSync(last.archive.folder.backups).filter((name) => !name.endsWith('.sqlite'))).toEqual([]);
    await last.archive.close();
  });
}
