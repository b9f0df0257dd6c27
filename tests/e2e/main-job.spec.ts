import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Desk, expect, test } from './desk.ts';
import { article, find, openSample, query, results, section, selectPassage } from './sample.ts';

/** The main job: from an empty archive to a printed digest, and still there after a restart. */

const headline = /ООН укрепляет сотрудничество/;

/** Saves the open selection as PDF. @returns the file's text; undefined where no `pdftotext` reads it */
async function savePdf(desk: Desk): Promise<string | undefined> {
  const { page, app } = desk;
  const file = join(desk.folder, 'digest.pdf');
  const button = page.getByRole('button', { name: 'Сохранить PDF…' });
  if (app === undefined) {
    const download = page.waitForEvent('download');
    await button.click();
    await (await download).saveAs(file);
  } else {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, file);
    await button.click();
    await expect(page.getByText('Сохранено: digest.pdf')).toBeVisible();
  }
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

test('by mouse', async ({ desk }) => {
  const { page } = desk;
  await expect(page.getByRole('heading', { name: 'Архив пока пуст' })).toBeVisible();
  await openSample(page);

  await find(page, 'имнадзе', headline);
  await expect(results(page).first().locator('mark').first()).toHaveText(/имнадзе/i);
  await find(page, 'РЦПДЦА', headline);
  await find(page, 'нуртлеу', headline);
  await expect(results(page).first().locator('.snip mark').first()).toHaveText('Нуртлеу');

  await find(page, 'имнадзе', headline);
  await page.getByRole('button', { name: /^Каха Имнадзе, персона/ }).click();
  await page.getByRole('button', { name: 'Очистить' }).click();
  await expect(results(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^ООН, организация/ }).first()).toBeVisible();

  await results(page).first().click();
  await expect(article(page)).toContainText('превентивной дипломатии');
  await selectPassage(page, 'ведущую роль ООН');
  const editor = page.getByRole('dialog', { name: 'Пометка' });
  await editor.locator('.pencil').nth(1).click();
  await editor.getByRole('textbox', { name: 'Заметка' }).fill('Сверить с речью в Нью-Йорке');
  await editor.getByRole('button', { name: 'Записать' }).click();
  await expect(editor).toBeHidden();

  await page.getByRole('button', { name: 'В подборку', exact: true }).click();
  await expect(page.locator('.tray')).toContainText('1 статья');
  await page.locator('.tray').getByText('Открыть').click();
  const text = await savePdf(desk);
  if (text !== undefined) {
    expect(text).toContain('ООН укрепляет сотрудничество с Центральной Азией');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Сверить с речью в Нью-Йорке');
  }

  await desk.restart();
  const again = desk.page;
  await expect(again.locator('.strip')).toContainText('13 статей');
  await section(again, 'Заметки').click();
  await expect(again.getByText('Сверить с речью в Нью-Йорке').first()).toBeVisible();
  await section(again, 'Подборки').click();
  await expect(again.getByText('Новая подборка').first()).toBeVisible();
  await section(again, 'Поиск').click();
  await find(again, 'имнадзе', headline);
  expect(desk.complaints).toEqual([]);
});

test('by keyboard alone', async ({ desk }) => {
  const { page } = desk;
  const { keyboard } = page;
  const sample = page.getByRole('button', { name: 'Посмотреть на примере' });
  for (let step = 0; step < 30 && !(await sample.evaluate((one) => one === document.activeElement)); step++) {
    await keyboard.press('Tab');
  }
  await keyboard.press('Enter');
  await expect(page.locator('.strip')).toContainText('13 статей', { timeout: 30_000 });

  await keyboard.press('Control+1');
  await keyboard.press('/');
  await expect(query(page)).toBeFocused();
  // At one stroke: while it is typed letter by letter, answers to its beginnings come in between the next keys.
  await keyboard.insertText('превентивная дипломатия');
  await expect(results(page).first()).toContainText(/ООН укрепляет|Спор о реках/);
  await keyboard.press('Enter');
  await keyboard.press('Home');
  await expect(article(page)).toContainText(/превентивн/i);
  await expect(page.locator('.hit-place')).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.press('h');
  const editor = page.getByRole('dialog', { name: 'Пометка' });
  await expect(editor.getByRole('textbox', { name: 'Заметка' })).toBeFocused();
  await keyboard.type('О дипломатии');
  await keyboard.press('Control+Enter');
  await expect(editor).toBeHidden();
  await keyboard.press('s');
  await expect(page.locator('.tray')).toContainText('1 статья');
  await keyboard.press('Control+3');
  await expect(page.getByText('О дипломатии').first()).toBeVisible();
  await keyboard.press('Control+e');
  await expect(page.getByRole('button', { name: 'Сохранить PDF…' })).toBeVisible();
  expect(desk.complaints).toEqual([]);
});
