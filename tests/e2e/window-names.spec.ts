import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { openSample } from './sample.ts';

async function openName(page: Page, name: string) {
  await page.getByRole('link', { name: 'Имена' }).click();
  await page.getByRole('textbox', { name: 'Найти имя' }).fill(name);
  await page.locator('.names-list button', { hasText: name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** No fault of accessibility in what is on the screen. */
async function faultless(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const undo = (page: Page) => page.locator('.toast').getByRole('button', { name: 'Вернуть' });

test.use({ archive: 'sample' });

test('names are curated by mouse: renamed, merged, split, taken off, and everything back', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await openName(page, 'Мурат Нуртлеу');
  await faultless(page);

  await page.getByRole('button', { name: 'Да, это он' }).click();
  await expect(page.locator('.sp')).toContainText('Мурат Нуртлыу');
  await undo(page).click();
  await expect(page.getByRole('button', { name: 'Да, это он' })).toBeVisible();

  await page.getByRole('button', { name: 'Ещё', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Переименовать…' }).click();
  await page.getByRole('textbox', { name: 'Написание' }).fill('Министр Нуртлеу');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Министр Нуртлеу');
  await undo(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Мурат Нуртлеу');

  await page.getByRole('button', { name: 'Объединить…' }).click();
  await faultless(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Айгуль Сарсенова' }).click({ force: true });
  await page.getByRole('searchbox').fill('Имнадзе');
  await expect(dialog.getByRole('button', { name: 'Объединить', exact: true })).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Каха Имнадзе' }).click({ force: true });
  await page.getByRole('button', { name: 'Объединить', exact: true }).click();
  await expect(page.locator('.sp')).toContainText('Каха Имнадзе');
  await undo(page).click();
  await expect(page.locator('.sp')).not.toContainText('Каха Имнадзе');

  await openName(page, 'Тимур Касенов');
  await page.getByRole('button', { name: 'Ещё', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Отделить статьи…' }).click();
  await faultless(page);
  const split = page.getByRole('dialog');
  await split.getByRole('checkbox').first().click({ force: true });
  await split.getByRole('textbox', { name: 'Как назвать отделённое' }).fill('Другой Касенов');
  await split.getByRole('button', { name: 'Отделить 1 статью' }).click();
  await expect(page.getByText('«Другой Касенов» отделено')).toBeVisible();
  await undo(page).click();
  await page.getByRole('link', { name: 'Имена' }).click();
  await expect(page.locator('.names-list button', { hasText: 'Тимур Касенов' })).toContainText('7 статей');
});

test('names are curated by key alone', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await openName(page, 'Каха Имнадзе');
  await page.getByRole('button', { name: 'Ещё', exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Это не персона' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Имена');
  await page.keyboard.press('Control+z');
  await page.getByRole('textbox', { name: 'Найти имя' }).fill('Имнадзе');
  await expect(page.locator('.names-list button').first()).toContainText('Каха Имнадзе');
});

test('names that look alike wait on the first page and are answered one after another, by mouse and by key', async ({
  desk,
}) => {
  const { page } = desk;
  await openSample(page);
  await page.getByRole('button', { name: 'Подшивка' }).click();
  await page.getByRole('button', { name: '1 имя похоже на другое' }).click();
  await expect(page.getByRole('radio', { name: 'Похожие 1' })).toBeChecked();
  await expect(page.locator('.alike li')).toContainText('то же имя, отличается одна буква');
  await faultless(page);

  await page.getByRole('button', { name: 'Да, это он: Мурат' }).click();
  await expect(page.getByText('Похожих имён нет')).toBeVisible();
  await undo(page).click();
  await page.getByRole('button', { name: 'Другой человек: Мурат' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Похожих имён нет')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.alike li')).toHaveCount(1);

  await page.locator('.alike').getByRole('button', { name: 'Мурат Нуртлыу 1 статья' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Мурат Нуртлыу');
  await page.getByRole('button', { name: 'Все имена' }).click();
  await expect(page.locator('.alike li')).toHaveCount(1);
  await page.getByRole('radio', { name: 'Все', exact: true }).click({ force: true });
  await expect(page.locator('.names-list button').first()).toBeVisible();
});
