import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnalysisPool, ImportBatch } from '../../../archive/import/analysis-pool.ts';
import { withoutCulprit } from '../../../archive/workers/culprit.ts';
import type { WorkTask } from '../../../archive/workers/messages.ts';
import { createPool } from '../../../archive/workers/pool.ts';
import { resourcesOfTests } from './resources-of-tests.ts';

let folder: string;
let pool: AnalysisPool;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'podshivka-pool-'));
  pool = createPool({ resources: resourcesOfTests() });
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

const nothing = (hashes: readonly string[]) => hashes.map(() => false);
const signal = () => new AbortController().signal;

async function read(name: string, from = pool, known = nothing): Promise<ImportBatch[]> {
  const batches: ImportBatch[] = [];
  for await (const batch of from.read([join(folder, name)], { signal: signal(), known, progress: () => {} }))
    batches.push(batch);
  return batches;
}

const record = (i: number) =>
  JSON.stringify({
    id: `k${i}`,
    title: `Совет собрался в ${i}-й раз`,
    body: `Министр Тимур Касенов открыл встречу номер ${i}. ${'Вода уходит. '.repeat(70)}`,
  });

test('articles come in the order of the file, analysed, with a segment a batch', async () => {
  const count = 900;
  writeFileSync(join(folder, 'many.jsonl'), Array.from({ length: count }, (_, i) => record(i)).join('\n'));
  const batches = await read('many.jsonl');
  const articles = batches.flatMap((batch) => batch.articles);
  expect(articles.map(({ record: { key } }) => key)).toEqual(Array.from({ length: count }, (_, i) => `k${i}`));
  expect(articles.every(({ recognition }) => recognition.mentions.some(({ text }) => text.includes('Касенов')))).toBe(
    true,
  );
  expect(
    batches
      .filter((batch) => batch.articles.length > 0)
      .every((batch) => batch.segment !== null && batch.segment.length > 100),
  ).toBe(true);
  expect(batches.filter((batch) => batch.articles.length > 0).length).toBeGreaterThan(1);
  expect(batches.flatMap(({ files }) => files)).toMatchObject([
    { file: 'many.jsonl', encoding: 'utf-8', format: 'jsonl' },
  ]);
}, 60_000);

test('what the archive holds, and what repeats itself, is not analysed again', async () => {
  writeFileSync(join(folder, 'twice.jsonl'), [record(1), record(2), record(1)].join('\n'));
  const first = (await read('twice.jsonl'))[0]!;
  expect([first.articles.length, first.known.map(({ place }) => place.record)]).toEqual([2, [3]]);
  const held = new Set(first.articles.map(({ hash }) => hash));
  const [again] = await read('twice.jsonl', pool, (hashes) => hashes.map((hash) => held.has(hash)));
  expect([again!.articles.length, again!.known.length, again!.segment]).toEqual([0, 3, null]);
});

test('rejected records keep their line', async () => {
  writeFileSync(join(folder, 'bad.jsonl'), `${record(1)}\n{"title"\n${record(2)}`);
  const [batch] = await read('bad.jsonl');
  expect(batch!.rejections).toMatchObject([{ file: 'bad.jsonl', record: 2, reason: 'broken' }]);
});

test('an aborted reading ends with its reason', async () => {
  const controller = new AbortController();
  const reading = (async () => {
    const path = join(folder, 'many.jsonl');
    for await (const _ of pool.read([path], {
      signal: controller.signal,
      known: nothing,
      progress: () => controller.abort(),
    }));
  })();
  await expect(reading).rejects.toThrow(/abort/i);
});

test('stored texts are analysed by their ids', async () => {
  async function* texts() {
    yield [{ id: 7, title: 'Совет', body: 'Министр Тимур Касенов открыл встречу.', author: null, source: null }];
  }
  const analysed = [];
  for await (const some of pool.analyse(texts(), signal())) analysed.push(some);
  expect(analysed).toMatchObject([{ ids: [7], recognitions: [{ names: [{ label: 'Тимур Касенов' }] }] }]);
});

/** A worker that dies over files with «die» in their name and is silent over «hang». */
const frail = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads';
    parentPort.on('message', ({ task }) => {
      for (const [i, { file }] of task.files.entries()) {
        Atomics.store(new Int32Array(workerData.cursor), 0, i);
        Atomics.add(new Int32Array(workerData.cursor), 1, 1);
        if (file.includes('die')) process.exit(1);
        if (file.includes('hang')) for (;;);
      }
      const known = task.files.map(({ file }) => ({ hash: file, key: null, place: { file, record: null } }));
      parentPort.postMessage({ answer: 'read', batch: { articles: [], known, rejections: [], covered: [], files: [], segment: null } });
    });`)}`,
);

test('a worker that dies or hangs costs one file', async () => {
  const broken = createPool({ resources: '', entry: frail, patience: 2500 });
  for (const name of ['a.txt', 'die.txt', 'hang.txt', 'z.txt']) writeFileSync(join(folder, name), 'Озеро');
  const batches: ImportBatch[] = [];
  const paths = ['a.txt', 'die.txt', 'hang.txt', 'z.txt'].map((name) => join(folder, name));
  for await (const batch of broken.read(paths, { signal: signal(), known: nothing, progress: () => {} }))
    batches.push(batch);
  await broken.close();
  expect(batches.flatMap(({ known }) => known.map(({ hash }) => hash))).toEqual(['a.txt', 'z.txt']);
  expect(batches.flatMap(({ rejections }) => rejections.map(({ file, reason }) => `${file} ${reason}`))).toEqual([
    'die.txt broken',
    'hang.txt broken',
  ]);
});

/** A worker that says which thread read a file, and to hold as many megabytes as its name says. */
const heavy = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId, workerData } from 'node:worker_threads';
    parentPort.on('message', ({ task }) => {
      Atomics.store(new Int32Array(workerData.cursor), 2, Number.parseInt(task.files[0].file));
      const known = [{ hash: String(threadId), key: null, place: { file: task.files[0].file, record: null } }];
      parentPort.postMessage({ answer: 'read', batch: { articles: [], known, rejections: [], covered: [], files: [], segment: null } });
    });`)}`,
);

test('a worker that holds much after a file is replaced', async () => {
  const one = createPool({ resources: '', entry: heavy, workers: 1 });
  const threads: string[] = [];
  for (const name of ['60.txt', '61.txt', '500.txt', '62.txt', '63.txt']) {
    writeFileSync(join(folder, name), 'Озеро');
    threads.push((await read(name, one))[0]!.known[0]!.hash);
  }
  await one.close();
  const [first, , , after] = threads;
  expect(threads).toEqual([first, first, first, after, after]);
  expect(after).not.toBe(first);
});

test('workers that cannot start are no fault of the files', async () => {
  const without = createPool({ resources: join(folder, 'none') });
  await expect(read('a.txt', without)).rejects.toThrow('No worker starts');
  await without.close();
});

test('lines that cost a worker are halved until the one is found', () => {
  const text = '1\n2\n3\nbad\n5';
  const rejected: number[] = [];
  const kept: string[] = [];
  const give = (task: WorkTask) => {
    if (task.kind !== 'lines') return;
    const lines = new TextDecoder().decode(task.bytes);
    if (!lines.includes('bad')) {
      kept.push(...lines.split('\n').filter(Boolean));
      return;
    }
    const { rejected: found, rest } = withoutCulprit(task, { item: 0, reason: 'broken' });
    for (const { record } of found?.rejections ?? []) rejected.push(record!);
    rest.forEach(give);
  };
  give({
    kind: 'lines',
    format: 'jsonl',
    path: '/a.jsonl',
    file: 'a.jsonl',
    first: 1,
    bytes: new TextEncoder().encode(text),
  });
  expect([kept, rejected]).toEqual([['1', '2', '3', '5'], [4]]);
});
