import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './desk.ts';
import { find, openSample, query, results } from './sample.ts';

/** «Показать формы»: what a query searched, each to be left out, by the mouse and by the keyboard. */

test.use({ archive: 'sample' });

test('forms and lemmas are shown with their counts and can be left out', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await find(page, 'вода', /./);
  await expect(page.locator('.results .bar b')).not.toContainText('13');
  const all = Number((await page.locator('.results .bar b').textContent())?.match(/\d+/)?.[0]);
  await page.getByRole('button', { name: 'Показать формы' }).click();
  const forms = page.getByRole('region', { name: 'Какие слова искались' });
  const lemma = forms.getByRole('checkbox', { name: /^вода, \d+/ }).first();
  await expect(lemma).toBeChecked();
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const { violations } = await new AxeBuilder({ page }).include('search').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  const one = forms.getByRole('checkbox', { name: /^воды, \d+/ }).first();
  await forms.locator('.tick-line', { hasText: /^воды/ }).first().click();
  await expect(one).not.toBeChecked();
  await expect(page.getByText('кроме', { exact: true })).toBeVisible();
  await forms.getByRole('button', { name: 'Вернуть все формы' }).click();
  await expect(one).toBeChecked();
  await expect(page.locator('.results .bar b')).toContainText(String(all));

  // What is pressed at once after a query is for its result, not for the former one.
  await query(page).fill('пеликаны');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.headline')).toContainText(/еликан/);
});

test('by the keyboard: from the query to a form and back', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await find(page, 'Казахстан', /./);
  await query(page).focus();
  await page.keyboard.press('Escape');
  await query(page).fill('Казахстан');
  const button = page.getByRole('button', { name: /формы/ });
  await button.focus();
  await page.keyboard.press('Enter');
  const first = page.getByRole('checkbox', { name: /^казахстан, / }).first();
  await expect(first).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Space');
  await expect(results(page)).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(results(page).first()).toBeVisible();
  const root = page.getByRole('checkbox', { name: 'Однокоренные слова' });
  await root.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: /^казахстанский, / }).first()).toBeChecked();
  await expect(page.getByText('с однокоренными')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Показать формы' })).toBeFocused();
});
