import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTask } from '../../../archive/import/read-task.ts';
import { tasks } from '../../../archive/import/tasks.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'podshivka-tasks-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The tasks for a path, each as one line. */
async function check(path: string, expected: string[]) {
  const lines: string[] = [];
  for await (const { task } of tasks([join(folder, path)], new AbortController().signal)) {
    if (task.kind === 'files') lines.push(`files ${task.files.map(({ file }) => file).join(' ')}`);
    if (task.kind === 'lines') {
      const text = new TextDecoder().decode(task.bytes);
      lines.push(`lines ${task.file} from ${task.first}: ${text.split('\n').filter(Boolean).length}`);
    }
    if (task.kind === 'report') {
      lines.push(...task.rejections.map(({ file, record, reason }) => `! ${file} ${record ?? '*'} ${reason}`));
      lines.push(...task.files.map(({ file, encoding }) => `read ${file} ${encoding}`));
    }
  }
  expect(lines).toEqual(expected);
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ title: `Статья ${i}`, body: 'Озеро. '.repeat(60) })).join(
    '\n',
  );

test('a folder, without hidden files, litter and links in a circle', async () => {
  const at = (...names: string[]) => join(folder, 'press', ...names);
  mkdirSync(at('2024'), { recursive: true });
  for (const name of ['b.txt', 'a.txt', '.hidden.txt', 'Thumbs.db', '2024/c.txt']) writeFileSync(at(name), 'Озеро');
  symlinkSync(at(), at('2024', 'circle'));
  await check('press', ['files 2024/c.txt a.txt b.txt']);
});

test('a path that is not there', () => check('none', ['! none * missing']));

test('lines in pieces, numbered on', async () => {
  writeFileSync(join(folder, 'many.jsonl'), lines(1500));
  await check('many.jsonl', [
    expect.stringMatching(/^lines many.jsonl from 1: \d+$/),
    expect.stringMatching(/^lines many.jsonl from \d+: \d+$/),
    'read many.jsonl utf-8',
  ] as string[]);
});

test('compressed lines that end in the middle give what there is', async () => {
  const whole = gzipSync(lines(100));
  writeFileSync(join(folder, 'cut.jsonl.gz'), whole.subarray(0, whole.length - 30));
  await check('cut.jsonl.gz', [
    expect.stringMatching(/^lines cut.jsonl.gz from 1: \d+$/),
    '! cut.jsonl.gz * truncated',
  ] as string[]);
});

test('lines in UTF-16 are read whole', async () => {
  writeFileSync(join(folder, 'wide.jsonl'), Buffer.from(`\ufeff${lines(3)}`, 'utf16le'));
  await check('wide.jsonl', ['files wide.jsonl']);
});

test('a text longer than any book is too large for one article', async () => {
  const path = join(folder, 'letters.txt');
  writeFileSync(path, 'а'.repeat(5_100_000));
  const file = { path, file: 'letters.txt', size: 10_200_000 };
  const { articles, rejections } = await readTask({ kind: 'files', files: [file] }, () => {});
  expect([articles.length, ...rejections.map(({ reason }) => reason)]).toEqual([0, 'too-large']);
});
