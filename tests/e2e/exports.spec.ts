import { readFileSync } from 'node:fs';
import { expect, test } from './desk.ts';
import { saved } from './dialogs.ts';
import { openSample, query, results } from './sample.ts';

test.use({ archive: 'sample' });

test('pages before saving, a template kept, another format, the last export again', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await page.getByRole('listbox', { name: 'Статьи' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await expect(page.locator('.tray')).toContainText(/1\s+стат/);
  await page.getByRole('link', { name: /Подборки/ }).click();
  await page.locator('.selections button').first().click();
  const panel = page.getByRole('complementary', { name: 'Дайджест' });
  await expect(panel.getByRole('img', { name: /страница 1 из \d/ })).toBeVisible();
  await panel.getByRole('button', { name: 'Следующая страница' }).click();
  await expect(panel.getByRole('img', { name: /страница 2 из \d/ })).toBeVisible();
  await panel.getByText('Markdown', { exact: true }).click();
  await panel.getByText('Обложка', { exact: true }).click();
  await panel.getByRole('button', { name: 'Шаблоны' }).click();
  await page.getByRole('menuitem', { name: 'Сохранить как шаблон…' }).click();
  await page.getByRole('textbox', { name: 'Название шаблона' }).fill('Для рассылки');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Шаблон «Для рассылки» сохранён')).toBeVisible();
  const file = await saved(desk, () => panel.getByRole('button', { name: 'Сохранить Markdown…' }).click());
  expect(file).toMatch(/, дайджест \d{4}-\d\d-\d\d\.md$/);
  expect(readFileSync(file, 'utf8')).toContain('## Список источников');
  const again = await saved(desk, () => panel.getByRole('button', { name: /^Ещё раз: .*\.md$/ }).click());
  expect(again).toBe(file);
  expect(desk.complaints).toEqual([]);
});

test('a chart of two searches; a number of its table opens exactly these articles', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await page.evaluate(() => {
    location.hash = `#/charts?lines=${encodeURIComponent('["q:вода"]')}`;
  });
  await page.getByRole('textbox', { name: 'Слова поиска или имя' }).fill('озеро');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'озеро' })).toBeVisible();
  await page.getByText('Год', { exact: true }).click();
  const number = page.getByRole('button', { name: /^озеро, 2024/ });
  const count = Number(await number.innerText());
  expect(count).toBeGreaterThan(1);
  await number.click();
  await expect(query(page)).toHaveValue('озеро');
  await expect(results(page)).toHaveCount(count);
});
