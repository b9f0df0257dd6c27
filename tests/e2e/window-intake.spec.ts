import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { checkAccessibility } from './axe.ts';
import { type Desk, expect, test } from './desk.ts';
import { choose, saved } from './dialogs.ts';
import { openSample, query, results, section } from './sample.ts';

/** A folder of clippings: some without a date, two that cannot be read. */
function clippings(desk: Desk): string {
  const folder = join(desk.folder, 'Вырезки');
  mkdirSync(join(folder, 'август'), { recursive: true });
  for (let i = 0; i < 6; i++) {
    writeFileSync(
      join(folder, 'август', `${i}.txt`),
      `Новость ${i} с Белого озера\n\nРыбаки просили построить причал номер ${i}. Вода прибывает, и берег уходит.`,
    );
  }
  writeFileSync(join(folder, 'пусто.txt'), '');
  writeFileSync(join(folder, 'снимок.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]));
  return folder;
}

/** The files that were not read, in the report of an import. */
const unread = (page: Page) =>
  page
    .locator('.sec')
    .filter({ has: page.getByRole('heading', { name: 'Не прочитаны' }) })
    .locator('.unread tr');

test('a folder is taken; its report says what was not read, narrowed and saved', async ({ desk }) => {
  const { page } = desk;
  const folder = clippings(desk);
  await choose(desk, 'Выбрать папку…', folder, 'folder');
  await expect(page.locator('.figures')).toContainText(/6\s*новых статей/);
  await expect(unread(page)).toHaveCount(2);
  await checkAccessibility(page, 'report');
  await page.getByRole('button', { name: 'все причины' }).click();
  await page.getByRole('menuitemradio', { name: /Файл пуст/ }).click();
  await expect(unread(page)).toHaveCount(1);
  // What the window makes itself is a browser's download in both shells; the desktop's run has none.
  if (desk.app === undefined) {
    const file = await saved(desk, async () => {
      await page.getByRole('button', { name: 'Сохранить список…' }).click();
      await page.getByRole('menuitem', { name: 'Таблицей (CSV)' }).click();
    });
    expect(basename(file)).toBe('не прочитаны.csv');
    expect(readFileSync(file, 'utf8')).toContain('"пусто.txt";"";"Файл пуст"');
  }
  await desk.restart();
  await section(desk.page, 'Архив').click();
  await desk.page.getByRole('button', { name: 'Отчёт' }).first().click();
  await expect(unread(desk.page)).toHaveCount(2);
});

test('a digest taken as one article is told of; its cuts are seen, one is joined, and it is divided', async ({
  desk,
}) => {
  const { page } = desk;
  const folder = join(desk.folder, 'Сводки');
  mkdirSync(folder);
  const body =
    'Об этом сообщили рыбаки Белого озера, и берег уходит. Вода прибывает третий год, говорят они, и причал стоит пустой до весны.';
  const items = ['Причал построят', 'Щука пошла на нерест', 'Ярмарка открылась'].map((title) => `${title}\n\n${body}`);
  writeFileSync(join(folder, 'сводка.txt'), items.join('\n\n* * *\n\n'));
  await choose(desk, 'Выбрать папку…', folder, 'folder');
  await expect(page.locator('.sec', { hasText: 'Похожи на сводки' })).toContainText('Кажется, здесь 3 статьи');
  await page.getByRole('button', { name: 'Разделить… сводка.txt' }).click();
  const card = page.getByRole('dialog', { name: 'сводка.txt' });
  await expect(card.getByRole('region', { name: 'Получится' }).locator('li')).toHaveCount(3);
  await checkAccessibility(page, 'digest');
  await card.getByRole('button', { name: 'Статья начинается здесь: Ярмарка открылась' }).click();
  await expect(card.getByRole('region', { name: 'Получится' }).locator('li')).toHaveCount(2);
  await card.getByRole('button', { name: 'Прочесть 1 файл' }).click();
  await expect(page.locator('.figures')).toContainText(/2\s*новые статьи/);
  await section(page, 'Поиск').click();
  await expect(results(page)).toHaveCount(2);
});

test('doubtful details are put right by key, many at a time, and undone', async ({ desk }) => {
  const { page } = desk;
  await choose(desk, 'Выбрать папку…', clippings(desk), 'folder');
  await expect(page.locator('.figures')).toContainText(/6\s*новых статей/);
  await section(page, 'Архив').click();
  await page.getByRole('button', { name: /^Проверить 6/ }).press('Enter');
  await expect(page.locator('.review li')).toHaveCount(6);
  await page.getByRole('button', { name: 'Выбрать все на странице' }).press('Enter');
  await checkAccessibility(page, 'review');
  await page.getByRole('textbox', { name: 'Издание' }).fill('Казахстанская правда');
  await page.getByRole('textbox', { name: 'Дата' }).fill('2024-13');
  await expect(page.getByText('Дата пишется 2024, 2024-08 или 2024-08-12')).toBeVisible();
  await page.getByRole('textbox', { name: 'Дата' }).fill('2024-08');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Исправлены? 6|Исправлено 6/)).toBeVisible();
  await section(page, 'Поиск').click();
  await expect(page.locator('.fg', { hasText: 'Источник' }).locator('.fv-main').first()).toContainText(
    /Казахстанская правда\s*6/,
  );
});

test('a watched folder takes what appears in it; its ledger says so, and it is let go', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  const folder = clippings(desk);
  await section(page, 'Архив').click();
  await page.getByRole('button', { name: 'Папки и правила' }).click();
  await choose(desk, 'Наблюдать за папкой…', folder, 'folder');
  await expect(page.locator('.folder')).toContainText(/взяты\s+6/);
  writeFileSync(join(folder, 'новая.txt'), 'Новая вырезка\n\nЩука пошла на нерест, сообщили рыбаки Белого озера.');
  await expect(page.locator('.folder')).toContainText(/взяты\s+7/);
  await page.locator('.seg-one', { hasText: /^не\s+взяты/ }).click();
  await expect(page.locator('.unread tr')).toHaveCount(2);
  await checkAccessibility(page, 'folders');
  await page.getByRole('button', { name: 'Новое правило…' }).click();
  const rule = page.getByRole('dialog', { name: 'Всё из этой папки' });
  await rule.getByRole('textbox', { name: 'Папка' }).fill(folder);
  await rule.getByRole('textbox', { name: 'Издание' }).fill('Казахстанская правда');
  await checkAccessibility(page, 'rule');
  await page.keyboard.press('Enter');
  await expect(page.locator('.rules')).toContainText('Всё отсюда: «Казахстанская правда»');
  writeFileSync(join(folder, 'ещё.txt'), 'Ещё вырезка\n\nНалим ушёл под лёд, сказали рыбаки Белого озера.');
  await section(page, 'Поиск').click();
  await query(page).fill('налим');
  await expect(results(page).first()).toContainText('Казахстанская правда');
  await section(page, 'Архив').click();
  await page.getByRole('button', { name: 'Папки и правила' }).click();
  await page.getByRole('button', { name: 'Не наблюдать' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Не наблюдать' }).click();
  await expect(page.getByText('Пока ни одной.')).toBeVisible();
});
