import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { takeLake } from './reader-lake.ts';
import { find, openSample, results, section, selectPassage } from './sample.ts';

/** What axe finds on the page as it stands, in both themes: rule and place. */
async function check(page: Page, screen: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect(found, `${screen}, ${theme}`).toEqual([]);
  }
}

test('axe finds nothing on any screen, in both themes', async ({ desk }) => {
  test.setTimeout(300_000);
  const { page } = desk;
  await check(page, 'first start');
  await openSample(page);
  await find(page, 'имнадзе', /ООН/);
  await results(page).first().click();
  await expect(page.locator('.headline')).toBeVisible();
  await page.locator('.page').focus();
  await page.keyboard.press('h');
  await expect(page.locator('.floating')).toBeVisible();
  await check(page, 'search with an open note');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await check(page, 'reading mode');
  await page.keyboard.press('Escape');
  for (const section of ['Имена', 'Заметки', 'Подборки', 'Архив']) {
    await page.getByRole('link', { name: new RegExp(section) }).click();
    await page.waitForTimeout(400);
    await check(page, section);
  }
  await page.getByRole('button', { name: 'Настройки' }).click();
  await check(page, 'settings');
  await page.keyboard.press('F1');
  await check(page, 'help');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await check(page, 'palette');
});

test('axe finds nothing while reading, marking, comparing and sorting notes', async ({ desk }) => {
  test.setTimeout(300_000);
  const { page } = desk;
  await takeLake(desk);
  await find(page, '"до осени"', /Министр/);
  await results(page).first().click();
  await selectPassage(page, 'новый причал');
  await page.locator('.pencil', { hasText: 'спорно' }).click();
  await page.getByRole('button', { name: 'Метки' }).click();
  await check(page, 'a mark with tags');
  await page.getByRole('button', { name: 'Записать' }).click();
  await page.locator('.page').focus();
  await page.keyboard.press('b');
  await page.getByRole('button', { name: 'Слои' }).click();
  await check(page, 'layers');
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(page.locator('.tray')).toContainText('1');
  await page.getByRole('button', { name: /^Сравнить с/ }).click();
  await expect(page.locator('.compare-bar')).toContainText('отличия');
  await page.keyboard.press('F7');
  await check(page, 'comparison');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Исходный файл рядом' }).click();
  await expect(page.locator('.original-page pre')).toBeVisible();
  await check(page, 'original file');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await section(page, 'Заметки').click();
  await page.locator('.ni-tick').first().click();
  await check(page, 'notes, one chosen');
  await page.setViewportSize({ width: 900, height: 700 });
  await check(page, 'notes, narrow');
  await section(page, 'Подборки').click();
  await page.locator('.selections button').first().click();
  await expect(page.locator('.bound-one')).toHaveCount(1);
  await check(page, 'a selection, narrow');
});
