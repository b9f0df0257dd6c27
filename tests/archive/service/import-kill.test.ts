import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOfTests } from './archive-of-tests.ts';
import { archivePrint } from './archive-print.ts';
import { importApart } from './killed-import.ts';

/** How often the import is killed; `npm run bench:killed` does it a hundred times, with real articles. */
const kills = 3;

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

test('an import killed many times is the same archive as one that was left in peace', {
  timeout: 240_000,
}, async () => {
  const path = made(join(folderOfTests(), 'газета'));
  const [whole, killed] = [join(folderOfTests(), 'целый'), join(folderOfTests(), 'прерванный')];
  expect((await importApart(whole, path)).ended).toBe(true);
  for (let times = 0; times < kills; times++) {
    // After so many records more, and then at some moment of the next ones.
    const more = times === 0 ? 0 : Math.random() * 150;
    let first: number | undefined;
    const told = (done: number) => {
      first ??= done;
      return done >= first + more ? Math.random() * 60 : undefined;
    };
    if ((await importApart(killed, path, { told })).ended) break;
  }
  expect((await importApart(killed, path)).ended).toBe(true);
  expect(await archivePrint(killed, queries)).toEqual(await archivePrint(whole, queries));
});
