import type { Page } from '@playwright/test';
import { checkAccessibility } from './axe.ts';
import { expect, test } from './desk.ts';
import { choose, saved } from './dialogs.ts';
import { openSample, query, results, section } from './sample.ts';

/** That nothing is lost, by mouse and by keyboard: the bin, backups, the check-up, the journal. */

const strip = (page: Page) => page.locator('.strip');

/** Goes to a page of the palette. */
async function go(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Палитра команд' }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name.replace('Журнал программы', 'Журнал'));
}

test.use({ archive: 'sample' });

test('an article is removed by key and put back by the toast, by Ctrl+Z, and from the bin', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await results(page).first().click();
  const headline = await page.locator('.headline').innerText();
  const list = page.getByRole('listbox', { name: 'Статьи' });
  await list.focus();
  await page.keyboard.press('Delete');
  await expect(strip(page)).toContainText('12 статей');
  // The neighbour is read now.
  await expect(page.locator('.headline')).not.toHaveText(headline);
  await page.locator('.toast').getByRole('button', { name: 'Вернуть' }).click();
  await expect(strip(page)).toContainText('13 статей');

  await expect(results(page).first()).toContainText(headline);
  await results(page).first().click();
  await list.focus();
  await page.keyboard.press('Delete');
  await expect(strip(page)).toContainText('12 статей');
  await page.keyboard.press('Control+z');
  await expect(strip(page)).toContainText('13 статей');

  await expect(results(page).first()).toContainText(headline);
  await results(page).first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Убрать в корзину/ }).click();
  await expect(strip(page)).toContainText('12 статей');
  await go(page, 'Корзина');
  await page.getByRole('textbox', { name: 'Искать в корзине' }).fill('такогонет');
  await expect(page.getByRole('heading', { name: 'Таких статей в корзине нет' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Искать в корзине' }).fill('');
  await expect(page.locator('.bin-list h2')).toHaveText([headline]);
  await page
    .locator('.bin-list')
    .getByRole('button', { name: /^Вернуть/ })
    .press('Enter');
  await expect(page.getByRole('heading', { name: 'Корзина пуста' })).toBeVisible();
  await expect(strip(page)).toContainText('13 статей');
});

test('all that was found is removed; emptying the bin asks, says what goes, and is the end of it', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await query(page).fill('имнадзе');
  await expect(page.locator('.results .bar b')).toHaveText(/^1\s/);
  await page.locator('.results .bar').getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Убрать найденное…' }).click();
  await expect(page.getByRole('heading', { name: 'Убрать 1 статью в корзину?' })).toBeVisible();
  await page.getByRole('button', { name: 'Убрать в корзину' }).click();
  await expect(page.getByRole('heading', { name: 'Ничего не нашлось' })).toBeVisible();
  await go(page, 'Корзина');
  await page.getByRole('button', { name: 'Очистить корзину…' }).click();
  await expect(page.getByRole('dialog')).toContainText('Будет удалено: 1 статья');
  await page.keyboard.press('Escape');
  await expect(page.locator('.bin-list li')).toHaveCount(1);
  await page.getByRole('button', { name: 'Очистить корзину…' }).click();
  await page.getByRole('button', { name: 'Удалить 1 статью' }).click();
  await expect(page.getByRole('heading', { name: 'Корзина пуста' })).toBeVisible();
  await desk.restart();
  await expect(strip(desk.page)).toContainText('12 статей');
});

test('a backup is made, shown, and takes the archive’s place; the state before is kept', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await section(page, 'Архив').click();
  await page.locator('.sec').getByRole('button', { name: 'Открыть' }).click();
  await page.getByRole('button', { name: 'Сделать копию' }).click();
  await expect(page.locator('.backups li')).toHaveCount(1);
  await expect(page.locator('.backups li')).toContainText('13 статей');
  await section(page, 'Поиск').click();
  await results(page).first().click();
  await page.getByRole('listbox', { name: 'Статьи' }).focus();
  await page.keyboard.press('Delete');
  await expect(strip(page)).toContainText('12 статей');
  await go(page, 'Сохранность');
  await page
    .locator('.backups')
    .getByRole('button', { name: /^Вернуть…/ })
    .click();
  await expect(page.locator('.difference')).toContainText('Статьи');
  await expect(page.locator('.difference .back')).toHaveText('1');
  await page.getByRole('button', { name: 'Вернуть копию' }).click();
  await expect(strip(page)).toContainText('13 статей');
  await expect(page.locator('.backups li')).toHaveCount(2);
  await expect(page.locator('.backups')).toContainText('перед возвратом копии');
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.locator('.findings')).toContainText('Основа цела');
  await expect(page.locator('.findings li.bad')).toHaveCount(0);
});

test('the archive is carried out as one file, and taken in where something of it is missing', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await go(page, 'Сохранность');
  const file = await saved(desk, () => page.getByRole('button', { name: 'Вынести архив в файл…' }).click());
  await section(page, 'Поиск').click();
  await results(page).first().click();
  await page.getByRole('listbox', { name: 'Статьи' }).focus();
  await page.keyboard.press('Delete');
  await expect(strip(page)).toContainText('12 статей');
  await go(page, 'Корзина');
  await page.getByRole('button', { name: 'Очистить корзину…' }).click();
  await page.getByRole('button', { name: 'Удалить 1 статью' }).click();
  await expect(page.getByRole('heading', { name: 'Корзина пуста' })).toBeVisible();
  await go(page, 'Сохранность');
  await choose(desk, 'Принять архив из файла…', file, 'file');
  await expect(page.locator('.difference .back').first()).toHaveText('1');
  await page.getByRole('button', { name: 'Принять', exact: true }).click();
  await expect(strip(page)).toContainText('13 статей');
});

test('a fault of the window stands in the journal, to be copied', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('проба журнала');
    });
  });
  await expect.poll(() => desk.complaints.join()).toContain('проба журнала');
  await go(page, 'Журнал программы');
  await page.locator('.journal summary').first().click();
  await expect(page.locator('.journal pre').first()).toContainText('проба журнала');
});

test('axe finds nothing in these rooms, in both themes', async ({ desk }) => {
  test.setTimeout(240_000);
  const { page } = desk;
  await openSample(page);
  await results(page).first().click();
  await page.getByRole('listbox', { name: 'Статьи' }).focus();
  await page.keyboard.press('Delete');
  await expect(strip(page)).toContainText('12 статей');
  await go(page, 'Корзина');
  await expect(page.locator('.bin-list li')).toHaveCount(1);
  await checkAccessibility(page, 'bin');
  await page.getByRole('button', { name: 'Очистить корзину…' }).click();
  await checkAccessibility(page, 'emptying');
  await page.keyboard.press('Escape');
  await go(page, 'Сохранность');
  await page.getByRole('button', { name: 'Сделать копию' }).click();
  await expect(page.locator('.backups li')).toHaveCount(1);
  await go(page, 'Корзина');
  await page
    .locator('.bin-list')
    .getByRole('button', { name: /^Вернуть/ })
    .click();
  await expect(strip(page)).toContainText('13 статей');
  await go(page, 'Сохранность');
  await page.getByRole('button', { name: 'Проверить' }).click();
  await expect(page.locator('.findings')).toBeVisible();
  await checkAccessibility(page, 'keeping');
  await page
    .locator('.backups')
    .getByRole('button', { name: /^Вернуть…/ })
    .click();
  await expect(page.getByRole('button', { name: 'Вернуть копию' })).toBeEnabled();
  await checkAccessibility(page, 'restore');
  await page.keyboard.press('Escape');
  await go(page, 'Журнал программы');
  await checkAccessibility(page, 'journal');
});
