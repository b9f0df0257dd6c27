import { expect, test } from './desk.ts';
import { find, openSample } from './sample.ts';

/** The first page: what came, what was read last, what waits. */

test.describe('over the sample', () => {
  test.use({ archive: 'sample' });

  test('what was read stands on the first page and opens from it, by mouse and by keyboard', async ({ desk }) => {
    const { page } = desk;
    await openSample(page);
    await find(page, 'превентивная дипломатия', /ООН укрепляет/);
    await page.locator('.results [role=option]').first().click();
    await page.getByRole('article').waitFor();
    const title = await page.getByRole('article').getByRole('heading').first().innerText();

    await page.getByRole('button', { name: 'Подшивка' }).click();
    await expect(page.getByRole('heading', { name: 'Читали недавно' })).toBeVisible();
    await page.getByRole('button', { name: title }).click();
    await expect(page.getByRole('article').getByRole('heading').first()).toHaveText(title);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+Shift+KeyH');
    await page.getByRole('button', { name: title }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article').getByRole('heading').first()).toHaveText(title);
  });

  test('an article to be checked and a saved search wait on the first page', async ({ desk }) => {
    const { page } = desk;
    await openSample(page);
    await find(page, 'превентивная дипломатия', /ООН укрепляет/);
    await page.getByRole('button', { name: 'Сохранённые запросы' }).click();
    await page.getByRole('button', { name: 'Сохранить запрос' }).click();
    await page.getByRole('textbox', { name: 'Название запроса' }).fill('Дипломатия');
    await page.getByRole('button', { name: 'Записать' }).click();
    await page.keyboard.press('Control+Shift+KeyH');
    await page.getByRole('button', { name: /^Дипломатия/ }).click();
    await expect(page).toHaveURL(/query=/);
  });
});

test('the walk around the window starts from an empty archive, goes by key and ends by Esc', async ({ desk }) => {
  const { page } = desk;
  await page.getByRole('button', { name: 'и показать, что где' }).click();
  const tour = page.getByRole('region', { name: 'Что где в окне' });
  await expect(tour).toContainText('1 из 6');
  await expect(page.locator('.tour-frame')).toBeVisible();
  for (let step = 2; step <= 6; step++) {
    await tour.getByRole('button', { name: 'Дальше' }).focus();
    await page.keyboard.press('Enter');
    await expect(tour).toContainText(`${step} из 6`);
  }
  await page.keyboard.press('Escape');
  await expect(tour).toBeHidden();
  await expect(page.locator('.strip')).toContainText('13 статей');
});
