import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOfTests } from './archive-of-tests.ts';
import { archivePrint } from './archive-print.ts';

/**
 * How often the import is killed, and what is imported: a few hundred made articles, or the file named by CORPUS. A long run:
 * `KILLS=100 KILL_AFTER=0 KILL_WITHIN=9000 CORPUS=articles.jsonl npx vitest run tests/archive/service/import-kill.test.ts`
 */
const kills = Number(process.env.KILLS ?? 3);
const corpus = process.env.CORPUS;
/** A killed import writes at most so many records more, and then works on for a moment. */
const most = Number(process.env.KILL_AFTER ?? 150);
const moment = Number(process.env.KILL_WITHIN ?? 60);

const queries = ['касенов', 'озеро причал', '"построить причал"', 'рыбак*', 'совет министров', ''];

/** A folder of texts, pages and lines, with repeats, new versions and broken records among them. */
function made(folder: string): string {
  mkdirSync(join(folder, 'страницы'), { recursive: true });
  const names = ['Касенов', 'Лаврентьев', 'Белова', 'Омарова', 'Сайлаубаев'];
  const story = (i: number) => ({
    id: `k${i % 170}`,
    title: `Новость ${i % 170} с Белого озера`,
    body: `Министр Тимур ${names[i % 5]} открыл причал номер ${i}. Рыбаки просили построить причал ещё в ${1990 + (i % 30)} году. ${'Вода прибывает, и берег уходит. '.repeat(i % 40)}`,
    source: i % 3 === 0 ? 'Степной вестник' : 'Городские известия',
    date: `2024-0${1 + (i % 9)}-1${i % 9}`,
  });
  const lines = Array.from({ length: 420 }, (_, i) => (i % 97 === 96 ? '{"title": ' : JSON.stringify(story(i))));
  writeFileSync(join(folder, 'лента.jsonl'), lines.join('\n'));
  writeFileSync(join(folder, 'сводка.json'), JSON.stringify(Array.from({ length: 60 }, (_, i) => story(i * 7))));
  for (let i = 0; i < 120; i++) {
    const { title, body } = story(i + 1000);
    writeFileSync(join(folder, 'страницы', `${i}.txt`), i % 25 === 24 ? '' : `${title} ${i}\n\n${body}`);
  }
  return folder;
}

/** Imports in a process of its own, killed when it has written so many records more. @returns whether it came to its end */
function run(archive: string, path: string, more: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'importer.ts'), archive, path]);
    let errors = '';
    let first: number | undefined;
    child.stderr.on('data', (bytes) => {
      errors += bytes;
    });
    child.stdout.on('data', (bytes) => {
      const done = Number(String(bytes).trim().split(' ').at(-1));
      first ??= done;
      if (done >= first + more) setTimeout(() => child.kill('SIGKILL'), Math.random() * moment);
    });
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(false);
      else if (code === 0 && errors === '') resolve(true);
      else reject(new Error(`${code}: ${errors}`));
    });
  });
}

test('an import killed many times is the same archive as one that was left in peace', {
  timeout: 60_000 + kills * 60_000 + (corpus === undefined ? 0 : 7_200_000),
}, async () => {
  const path = corpus ?? made(join(folderOfTests(), 'газета'));
  const [whole, killed] = [join(folderOfTests(), 'целый'), join(folderOfTests(), 'прерванный')];
  expect(await run(whole, path, Number.POSITIVE_INFINITY)).toBe(true);
  let survived = false;
  let times = 0;
  for (; times < kills && !survived; times += survived ? 0 : 1) {
    survived = await run(killed, path, times === 0 ? 0 : Math.random() * most);
  }
  if (!survived) expect(await run(killed, path, Number.POSITIVE_INFINITY)).toBe(true);
  if (corpus !== undefined) process.stdout.write(`killed ${times} times\n`);
  expect(times).toBeGreaterThan(1);
  expect(await archivePrint(killed, queries)).toEqual(await archivePrint(whole, queries));
});
