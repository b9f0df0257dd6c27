import { statSync } from 'node:fs';
import { expect, test } from './desk.ts';
import { saved } from './dialogs.ts';
import { openSample, query, results } from './sample.ts';

test.use({ archive: 'sample' });

test('a selection by key: bound, ordered, commented, printed', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await page.getByRole('listbox', { name: 'Статьи' }).focus();
  for (let bound = 1; bound <= 3; bound += 1) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await expect(page.locator('.tray')).toContainText(new RegExp(`${bound}\\s+стат`));
  }
  await page.getByRole('link', { name: /Подборки/ }).click();
  await page.locator('.selections button').first().click();
  const titles = page.locator('.bound-one h3');
  const second = await titles.nth(1).innerText();
  await page
    .getByRole('button', { name: /^Переставить/ })
    .nth(1)
    .focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(titles.first()).toHaveText(second);
  await page
    .getByRole('textbox', { name: /^Комментарий/ })
    .first()
    .fill('Главное на сегодня.');
  await page.waitForTimeout(400);
  await desk.restart();
  const again = desk.page;
  await again.getByRole('link', { name: /Подборки/ }).click();
  await again.locator('.selections button').first().click();
  await expect(again.getByRole('textbox', { name: /^Комментарий/ }).first()).toHaveValue('Главное на сегодня.');
  const file = await saved(desk, () => again.getByRole('button', { name: 'Сохранить PDF…' }).click());
  expect(file).toMatch(/\.pdf$/);
  expect(statSync(file).size).toBeGreaterThan(10_000);
});

test('a value narrows, excludes and is let go; the count opens exactly that many', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  const value = page.locator('.fg', { hasText: 'Источник' }).locator('.fv-main').first();
  const count = Number(await value.locator('.num').innerText());
  await value.click();
  await expect(page.locator('.results .bar b')).toHaveText(new RegExp(`^${count}\\s`));
  await page.locator('.chip .x').click();
  await value.focus();
  await page.keyboard.press('-');
  await expect(page.locator('.chip.not')).toBeVisible();
  await value.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Только это значение' }).click();
  await expect(page.locator('.chip:not(.not)')).toBeVisible();
});

test('a chord with Ctrl belongs to the window, also where a button has the focus', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await results(page).first().click();
  await page.getByRole('button', { name: 'В подборку', exact: true }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('К найденному')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.tray')).toContainText('не выбрана');
});

test('a name opens its page; its articles open in the search', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await page.getByRole('link', { name: 'Имена' }).click();
  await expect(page.locator('.names-list button').first()).toBeVisible();
  // Known names come in the same moment as the page.
  await page.getByRole('link', { name: 'Заметки' }).click();
  await page.getByRole('link', { name: 'Имена' }).click();
  await expect(page.locator('.names-list button').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Найти имя' }).fill('Имнадзе');
  await page.locator('.names-list button').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Каха Имнадзе');
  await page.getByRole('button', { name: /^Открыть/ }).click();
  await expect(page.locator('.chip')).toContainText('Имнадзе');
});

test('settings are kept: language, theme, size', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await page.getByRole('button', { name: 'Настройки' }).click();
  await page.locator('.seg-one', { hasText: 'Тёмное' }).click();
  await page.locator('.seg-one', { hasText: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  const pencil = page.locator('.pencil-name input');
  await expect(pencil.first()).toHaveValue('quotation');
  await pencil.first().fill('gem');
  await pencil.first().blur();
  await page.locator('.seg-one', { hasText: 'Русский' }).click();
  await expect(pencil.first()).toHaveValue('gem');
  await expect(pencil.nth(1)).toHaveValue('проверить');
  await page.locator('.seg-one', { hasText: 'English' }).click();
  await desk.restart();
  await expect(desk.page.getByRole('link', { name: 'Search' })).toBeVisible();
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('nothing found, and back again', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await query(page).fill('абракадабра');
  await expect(page.getByRole('heading', { name: 'Ничего не нашлось' })).toBeVisible();
  await page.getByRole('button', { name: 'очистить запрос' }).click();
  await expect(results(page)).not.toHaveCount(0);
});
