import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication } from '@playwright/test';
import { type Desk, expect } from './desk.ts';
import { answerOpening } from './dialogs.ts';
import { results, section } from './sample.ts';

const body = [
  'Министр водных ресурсов Тимур Касенов встретился с рыбаками Белого озера. Встреча прошла в Приозёрске в понедельник.',
  'Рыбаки просили Тимура Касенова построить новый причал у старой пристани и углубить протоку к большой воде.',
  '«Мы построим причал до осени и поможем рыбакам с лодками и сетями», – сказал Тимур Касенов.',
  'После встречи министр осмотрел берег, поднялся на маяк и поговорил со смотрителем, который служит здесь двадцать лет.',
];

const stories = [
  {
    key: 'a',
    title: 'Министр встретился с рыбаками',
    body: body.join('\n'),
    source: 'Степной вестник',
    date: '2024-03-14',
  },
  {
    key: 'b',
    title: 'Министр встретился с рыбаками',
    body: body.join('\n').replace('до осени', 'до зимы').replace(' и поговорил со смотрителем', ''),
    source: 'Озёрный край',
    date: '2024-03-15',
  },
  {
    key: 'c',
    title: 'На Белом озере начали строить причал',
    body: 'Причал на Белом озере начали строить раньше срока. Работы осмотрел Тимур Касенов.\nПричал будет деревянным.',
    source: 'Степной вестник',
    date: '2024-03-16',
  },
];

type Story = (typeof stories)[number];

/** Takes articles in while the window is open, and leaves that window as it is. */
export async function takeStories(desk: Desk, taken: readonly Story[], name = 'more'): Promise<void> {
  const file = join(desk.folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(taken));
  await (desk.app === undefined ? byCommandLine(desk.archive, file) : inAnotherWindow(desk, desk.app, file));
}

function byCommandLine(archive: string, file: string): Promise<unknown> {
  const cli = join(import.meta.dirname, '../../dist/host/cli.mjs');
  return promisify(execFile)(process.execPath, [cli, 'import', file, '--archive', archive]);
}

/** By the dialog of the system: another process cannot join the desktop's archive. */
async function inAnotherWindow(desk: Desk, app: ElectronApplication, file: string): Promise<void> {
  await answerOpening(app, file);
  const opened = app.waitForEvent('window');
  await desk.page.evaluate(() => window.podshivka?.newWindow('#/archive'));
  const other = await opened;
  await other.getByRole('button', { name: 'Выбрать файлы…' }).click();
  await expect(other.locator('.ph .acts').getByRole('button', { name: 'Поиск' })).toBeVisible();
  await other.close();
}

/** The third of the lake's articles as a later print has it. */
export const laterPrint = (body: string): Story => ({ ...stories[2]!, body });

/** A few invented articles, one of them printed twice. */
export async function takeLake(desk: Desk): Promise<void> {
  await takeStories(desk, stories, 'lake');
  await section(desk.page, 'Поиск').click();
  await expect(results(desk.page).first()).toBeVisible();
}
