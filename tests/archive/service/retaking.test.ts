import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import type { ArchiveClient } from '../../../archive/contract/client.ts';
import type { FileRef } from '../../../archive/contract/intake.ts';
import { encode } from '../../../archive/import/charset.ts';
import { openArchive } from '../../../archive/service/archive.ts';
import { router } from '../../../archive/service/router.ts';
import { createPool } from '../../../archive/workers/pool.ts';
import { resourcesOfTests } from '../workers/resources-of-tests.ts';
import { folderOfTests } from './archive-of-tests.ts';

/** An archive that reads real files in real workers. */
function opened() {
  const resources = resourcesOfTests();
  const archive = openArchive(join(folderOfTests(), 'archive'), {
    resources,
    pool: () => createPool({ resources, workers: 1 }),
    log: () => {},
    program: 'test',
  });
  onTestFinished(() => archive.close());
  const client: ArchiveClient = createRouterClient(router(archive), { context: { log: () => {} } });
  const ended = async ({ job }: { job: string }) => {
    await archive.jobs.ended(job);
    return job;
  };
  return { client, ended };
}

const first = async (client: ArchiveClient, job: string): Promise<FileRef> => ({
  kind: 'read',
  id: (await client.imports.files({ job })).files[0]!.id,
});
const titles = async (client: ArchiveClient) =>
  (await client.search.run({ query: '', sort: 'oldest' })).hits.map(({ title }) => title).toSorted();

test('a file is read again in another encoding: the same article, its notes with it', { timeout: 60_000 }, async () => {
  const { client, ended } = opened();
  const folder = folderOfTests();
  const text = 'Причал на озере\n\nРыбаки Белого озера просили построить причал до осени, вода прибывает.';
  writeFileSync(join(folder, 'сводка.txt'), encode(text, 'koi8-r'));
  const job = await ended(await client.imports.start({ paths: [join(folder, 'сводка.txt')] }));
  expect(await titles(client)).toEqual(['Причал на озере']);
  const [hit] = (await client.search.run({ query: '' })).hits;
  const shown = await client.imports.preview({ file: await first(client, job), choices: { encoding: 'windows-1251' } });
  expect(shown.encodings.find(({ encoding }) => encoding === 'koi8-r')!.beginning).toContain('Причал на озере');
  expect(shown.articles[0]).not.toBe('Причал на озере');

  const wrong = await ended(
    await client.imports.retake({ files: [await first(client, job)], choices: { encoding: 'windows-1251' } }),
  );
  const [misread] = (await client.search.run({ query: '' })).hits;
  expect([misread!.id, misread!.title === 'Причал на озере']).toEqual([hit!.id, false]);
  await ended(await client.imports.retake({ files: [await first(client, wrong)], choices: { encoding: 'koi8-r' } }));
  expect(await titles(client)).toEqual(['Причал на озере']);
  expect((await client.search.run({ query: '' })).hits[0]!.id).toBe(hit!.id);
});

test('columns are told once, and known for the next table', { timeout: 60_000 }, async () => {
  const { client, ended } = opened();
  const folder = folderOfTests();
  const rows = (from: number) =>
    [
      'графа1;графа2;графа3',
      ...[0, 1, 2].map(
        (i) => `${from + i};Весть ${from + i};Рыбаки ${from + i} раз просили построить причал на озере.`,
      ),
    ].join('\n');
  writeFileSync(join(folder, 'а.csv'), rows(1));
  writeFileSync(join(folder, 'б.csv'), rows(7));
  const job = await ended(await client.imports.start({ paths: [join(folder, 'а.csv')] }));
  const columns = { header: true, fields: [null, 'title' as const, 'body' as const] };
  const { rejected } = await client.imports.report({ job });
  const file: FileRef = rejected.length > 0 ? { kind: 'rejected', id: rejected[0]!.id } : await first(client, job);
  const shown = await client.imports.preview({ file, choices: { columns } });
  expect(shown.table!.rows[0]).toEqual(['графа1', 'графа2', 'графа3']);
  expect(shown.articles).toEqual(['Весть 1', 'Весть 2', 'Весть 3']);
  await ended(await client.imports.retake({ files: [file], choices: { columns } }));
  await ended(await client.imports.start({ paths: [join(folder, 'б.csv')] }));
  expect(await titles(client)).toEqual(['Весть 1', 'Весть 2', 'Весть 3', 'Весть 7', 'Весть 8', 'Весть 9']);
});

test('a digest is cut where the person says; what it was before goes to the bin', { timeout: 60_000 }, async () => {
  const { client, ended } = opened();
  const folder = folderOfTests();
  mkdirSync(folder, { recursive: true });
  const items = ['Причал построят', 'Щука пошла на нерест', 'Ярмарка открылась'].map(
    (title) => `${title}\nОб этом сообщили рыбаки Белого озера, и берег уходит.`,
  );
  writeFileSync(join(folder, 'сводка.txt'), items.join('\n'));
  const job = await ended(await client.imports.start({ paths: [join(folder, 'сводка.txt')] }));
  expect(await titles(client)).toHaveLength(1);
  const file = await first(client, job);
  const { document } = await client.imports.preview({ file });
  const cuts = ['Причал', 'Щука', 'Ярмарка'].map((word) => document!.text.indexOf(word));
  expect((await client.imports.preview({ file, choices: { cuts } })).articles).toEqual([
    'Причал построят',
    'Щука пошла на нерест',
    'Ярмарка открылась',
  ]);
  await ended(await client.imports.retake({ files: [file], choices: { cuts } }));
  expect(await titles(client)).toEqual(['Причал построят', 'Щука пошла на нерест', 'Ярмарка открылась']);
});

test('documents that seem to be digests are told, and divided at once where the program sees the borders', {
  timeout: 60_000,
}, async () => {
  const { client, ended } = opened();
  const folder = folderOfTests();
  const body =
    'Об этом сообщили рыбаки Белого озера, и берег уходит. Вода прибывает третий год подряд, говорят они, и причал стоит пустой.';
  for (const month of ['май', 'июнь']) {
    const items = ['Причал построят', 'Щука пошла на нерест'].map((title) => `${title} в ${month}\n\n${body}`);
    writeFileSync(join(folder, `${month}.txt`), items.join('\n\n* * *\n\n'));
  }
  writeFileSync(join(folder, 'одна.txt'), `Ярмарка открылась\n\n${body}`);
  const job = await ended(await client.imports.start({ paths: [folder] }));
  const { total, files } = await client.imports.files({ job, digests: true });
  expect([total, ...files.map(({ file, clippings }) => `${file.split('/').at(-1)} ${clippings}`)]).toEqual([
    2,
    'июнь.txt 2',
    'май.txt 2',
  ]);
  const refs = files.map(({ id }): FileRef => ({ kind: 'read', id }));
  const again = await ended(await client.imports.retake({ files: refs, choices: { cuts: 'proposed' } }));
  expect(await titles(client)).toEqual([
    'Причал построят в июнь',
    'Причал построят в май',
    'Щука пошла на нерест в июнь',
    'Щука пошла на нерест в май',
    'Ярмарка открылась',
  ]);
  expect((await client.imports.files({ job: again, digests: true })).total).toBe(0);
  expect((await client.imports.files({ job, digests: true })).total).toBe(0);
});
