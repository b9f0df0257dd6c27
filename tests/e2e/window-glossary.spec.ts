import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './desk.ts';
import { openSample, query } from './sample.ts';

/** The glossary in the settings: learnt entries switched off, one's own added, all of it undone. */

test.use({ archive: 'sample' });

test('an entry is switched off and one of one’s own is added, by the keyboard', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await page.getByRole('button', { name: 'Настройки' }).click();
  const glossary = page.getByRole('region', { name: 'Глоссарий' });
  const learnt = glossary.getByRole('checkbox', { name: /^Предлагать: РЦПДЦА — Региональный центр/ });
  await glossary.getByRole('textbox', { name: 'Найти в глоссарии' }).fill('РЦПДЦА');
  await expect(learnt).toBeChecked();
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const { violations } = await new AxeBuilder({ page }).include('.glossary').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  await learnt.focus();
  await page.keyboard.press('Space');
  await expect(learnt).not.toBeChecked();
  await glossary.getByRole('textbox', { name: 'Сокращение' }).fill('БО');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Белое озеро');
  await page.keyboard.press('Enter');
  await glossary.getByRole('textbox', { name: 'Найти в глоссарии' }).fill('БО');
  await expect(glossary.getByText('Белое озеро')).toBeVisible();
  await expect(glossary.getByRole('button', { name: 'Убрать запись: БО' })).toBeVisible();
  await page.locator('.mast nav').getByText('Поиск').click();
  await query(page).fill('Белое озеро');
  await page.keyboard.press('Escape');
  await query(page).fill('БО');
  await expect(page.locator('.notes-line')).toContainText('Белое озеро');
});
