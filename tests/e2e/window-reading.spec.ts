import { expect, test } from './desk.ts';
import { find, openSample, query, results } from './sample.ts';

/** Selects some words of a paragraph as a drag of the mouse would. */
async function drag(page: import('@playwright/test').Page, words: string): Promise<void> {
  const ends = await page.evaluate((wanted) => {
    const block = [...document.querySelectorAll('.body .p')].find((p) => p.textContent?.includes(wanted));
    const node = block?.firstChild;
    if (!(node instanceof Text)) throw new Error('No such words');
    block?.scrollIntoView({ block: 'center' });
    const range = document.createRange();
    const start = node.data.indexOf(wanted);
    range.setStart(node, start);
    range.setEnd(node, start + wanted.length);
    const lines = [...range.getClientRects()];
    const [first, last] = [lines[0]!, lines.at(-1)!];
    return { from: [first.left + 1, first.top + 8], to: [last.right - 1, last.top + 8] };
  }, words);
  await page.mouse.move(ends.from[0]!, ends.from[1]!);
  await page.mouse.down();
  await page.mouse.move(ends.to[0]!, ends.to[1]!, { steps: 6 });
  await page.mouse.up();
}

const painted = (page: import('@playwright/test').Page, layer: string) =>
  page.evaluate((name) => CSS.highlights.get(name)?.size ?? 0, layer);

test.use({ archive: 'sample' });

test('results follow the typing, in every case of the word; the article opens with its hits', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await query(page).pressSequentially('превентивная дипломатия', { delay: 15 });
  await expect(results(page).first()).toContainText('дипломати');
  await expect(results(page).locator('mark').first()).toBeVisible();
  const agency = results(page).filter({ hasText: 'ООН' }).first();
  await agency.click();
  await expect(page.locator('.headline')).toContainText('ООН');
  await expect.poll(() => painted(page, 'hit')).toBeGreaterThan(0);
  // The count over the sheet is what is painted, and F3 walks it.
  const total = await painted(page, 'hit');
  await expect(page.locator('.hit-place')).toHaveText(new RegExp(`1\\s+из\\s+${total}`));
  await page.locator('.page').focus();
  await page.keyboard.press('F3');
  await expect(page.locator('.hit-place')).toHaveText(/^2\s/);
  expect(desk.complaints).toEqual([]);
});

test('a mark and its note by mouse survive a restart and are found again', async ({ desk }) => {
  await openSample(desk.page);
  await find(desk.page, 'имнадзе', /ООН/);
  await results(desk.page).first().click();
  await expect(desk.page.locator('.headline')).toBeVisible();
  await drag(desk.page, 'поддерживать тесные контакты');
  await desk.page.locator('.pencil', { hasText: 'спорно' }).click();
  const note = desk.page.getByRole('textbox', { name: 'Заметка' });
  await note.fill('Сверить с протоколом встречи.');
  await expect(desk.page.getByText('записано')).toBeVisible();
  await desk.restart();
  await desk.page.locator('.mast nav a', { hasText: 'Заметки' }).click();
  await expect(desk.page.getByText('поддерживать тесные контакты')).toBeVisible();
  await expect(desk.page.getByText('Сверить с протоколом встречи.')).toBeVisible();
});

test('by keyboard alone: select a sentence, mark, recolour, note, walk, remove, take back', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.insertText('имнадзе');
  await expect(results(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('article')).toContainText('Имнадзе');
  await page.keyboard.press('Enter');
  await expect(page.locator('.page')).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('#announcements')).toContainText('Выделено');
  await page.keyboard.press('2');
  await expect.poll(() => painted(page, 'pencil-blue')).toBe(1);
  await page.keyboard.press('e');
  await page.keyboard.type('Проверить дату');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press(']');
  await expect(page.locator('#announcements')).toContainText('ваша заметка: Проверить дату');
  await page.keyboard.press('3');
  await expect.poll(() => painted(page, 'pencil-red')).toBe(1);
  await page.getByRole('button', { name: 'Пометка: спорно' }).first().press('Enter');
  await page.getByRole('button', { name: 'Убрать пометку' }).press('Enter');
  await expect.poll(() => painted(page, 'pencil-red')).toBe(0);
  await page.getByRole('button', { name: 'Вернуть' }).press('Enter');
  await expect.poll(() => painted(page, 'pencil-red')).toBe(1);
});

test('find in the text counts what the list marks', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await query(page).fill('регион');
  await results(page).filter({ hasText: 'ООН' }).first().click();
  await expect.poll(() => painted(page, 'hit')).toBeGreaterThan(0);
  const marked = await painted(page, 'hit');
  await page.locator('.page').focus();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Найти в тексте' }).fill('регионов');
  await expect(page.locator('.find-bar [role=status]')).toContainText(String(marked));
});
