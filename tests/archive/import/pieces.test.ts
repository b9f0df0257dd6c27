import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { Budget, Exhausted } from '../../../archive/import/archives/limits.ts';
import { encode } from '../../../archive/import/charset.ts';
import { readTask } from '../../../archive/import/read-task.ts';
import { tasks } from '../../../archive/import/tasks.ts';
import * as made from './samples/samples.ts';
import { first } from './samples/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'podshivka-pieces-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a file by its tasks; the titles with their places, rejections, and how many tasks there were. */
async function read(name: string, bytes: Uint8Array, taken?: number) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const out = { titles: [] as string[], rejected: [] as string[], at: [] as number[], tasks: 0, files: [] as string[] };
  for await (const { task } of tasks([path], new AbortController().signal, () => taken)) {
    const reading = task.kind === 'report' ? { ...task, articles: [] } : await readTask(task, () => {});
    out.tasks++;
    for (const { record, place, at } of reading.articles) {
      out.titles.push(`${place.file} ${place.record ?? '*'} ${record.title}`);
      out.at.push(at);
    }
    for (const { file, record, reason } of reading.rejections) out.rejected.push(`${file} ${record ?? '*'} ${reason}`);
    for (const { file, format, encoding } of reading.files) out.files.push(`${file} ${format} ${encoding}`);
  }
  return out;
}

const count = 3000;
const long = `${first} `.repeat(15).trim();

test('a large table, quoted lines and all, its rows numbered on', async () => {
  const rows = [
    ['Заголовок', 'Текст'],
    ...Array.from({ length: count }, (_, i) => [`Весть ${i}`, `${long}\nи "ещё" строка`]),
  ];
  const got = await read('a.csv', encode(made.csv(rows, ';'), 'windows-1251'));
  expect(got.tasks).toBeGreaterThan(3);
  expect(got.titles).toEqual(Array.from({ length: count }, (_, i) => `a.csv ${i + 2} Весть ${i}`));
  expect([got.rejected, got.files]).toEqual([[], ['a.csv csv windows-1251']]);
  expect((await read('a.csv', encode(made.csv(rows, ';'), 'windows-1251'), 2001)).titles).toEqual(
    got.titles.slice(2000),
  );
});

test('a large mailbox', async () => {
  const letters = Array.from({ length: count }, (_, i) => made.eml(`Весть ${i}`, [long]));
  const got = await read('a.mbox', made.mbox(letters));
  expect(got.tasks).toBeGreaterThan(3);
  expect(got.titles).toEqual(letters.map((_, i) => `a.mbox ${i + 1} Весть ${i}`));
});

const members = 800;
const names = Array.from({ length: members }, (_, i) => `вести/${String(i).padStart(5, '0')}.txt`);
const texts = Object.fromEntries(
  names.map((name, i) => [name, encode(`Весть ${i}\n\n${long.slice(i % 50)}`, 'utf-8')]),
);

test('a large ZIP, and going on after a break', async () => {
  const archive = zipSync(texts, { level: 0 });
  const got = await read('a.zip', archive);
  expect(got.tasks).toBeGreaterThan(10);
  expect(got.titles).toEqual(names.map((name, i) => `a.zip/${name} * Весть ${i}`));
  expect(got.at).toEqual(names.map((_, i) => i + 1));
  expect(got.files).toEqual(['a.zip zip ']);
  expect((await read('a.zip', archive, 600)).titles).toEqual(got.titles.slice(600));
});

test('a large packed TAR, also one that was cut off', async () => {
  const archive = gzipSync(await made.tar(texts), { level: 0 });
  expect((await read('a.tgz', archive)).titles).toEqual(names.map((name, i) => `a.tgz/${name} * Весть ${i}`));
  const cut = await read('b.tgz', archive.subarray(0, archive.length >> 1));
  expect(cut.titles.length).toBeGreaterThan(300);
  expect(cut.rejected).toEqual(['b.tgz * truncated']);
});

test('a ZIP that unpacks to far more than an honest one', async () => {
  const noise = Uint8Array.from({ length: 1_100_000 }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255);
  const zeros = new Uint8Array(9 << 20);
  const text = encode(`Весть\n\n${first}`, 'utf-8');
  const small = await read('small.zip', zipSync({ '0.txt': zeros, '1.txt': text }));
  expect([small.rejected, small.titles]).toEqual([['small.zip/0.txt * bomb'], ['small.zip/1.txt * Весть']]);
  const large = await read('large.zip', zipSync({ 'n.txt': [noise, { level: 0 }], '0.txt': zeros, '1.txt': text }));
  expect([large.rejected.at(-1), large.titles]).toEqual(['large.zip/0.txt * bomb', ['large.zip/1.txt * Весть']]);
});

test('an archive may give so much and no more', () => {
  const budget = new Budget(1 << 20);
  budget.spend(99 << 20);
  expect(budget.left).toBe(1 << 20);
  expect(() => budget.spend(2 << 20)).toThrow(Exhausted);
});

test('a file of an unknown name that shows what it is', async () => {
  expect((await read('выгрузка.bin', made.rtf('Весть', [first]))).titles).toEqual(['выгрузка.bin * Весть']);
  expect((await read('заметка.bin', encode(first, 'utf-8'))).rejected).toEqual(['заметка.bin * unknown-format']);
});
