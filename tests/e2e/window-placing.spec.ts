import type { Page } from '@playwright/test';
import { checkAccessibility } from './axe.ts';
import { expect, test } from './desk.ts';
import { laterPrint, takeLake, takeStories } from './reader-lake.ts';
import { find, results, section, selectPassage } from './sample.ts';

const said = (page: Page) => page.locator('#announcements');
const pencil = (page: Page, name: string) => page.locator('.pencil', { hasText: name });

/** The words that a layer is painted over, piece by piece. */
const covered = (page: Page, layer: string) =>
  page.evaluate(
    (name) =>
      [...(CSS.highlights.get(name) ?? [])]
        .map((one) => {
          const range = document.createRange();
          range.setStart(one.startContainer, one.startOffset);
          range.setEnd(one.endContainer, one.endOffset);
          return range.toString();
        })
        .join('|'),
    layer,
  );

test('a text read anew: notes follow it, a lost one is placed by one press, by mouse and by keyboard', async ({
  desk,
}) => {
  const { page } = desk;
  await takeLake(desk);
  await find(page, 'деревянный', /Белом озере/);
  await results(page).first().click();
  for (const [words, name] of [
    ['Работы осмотрел', 'факт'],
    ['Причал будет деревянным', 'спорно'],
  ] as const) {
    await selectPassage(page, words);
    await pencil(page, name).click();
    await page.getByRole('button', { name: 'Записать' }).click();
  }
  await takeStories(desk, [
    laterPrint(
      'Причал на Белом озере начали строить раньше срока. Работы вчера осмотрел Тимур Касенов.\n' +
        'Настил положат к осени, сваи забиты ещё весной, и лёд им не помешал. В январе писали: «Причал будет деревянным», а в феврале: «Причал будет деревянным», и ошиблись оба раза.',
    ),
  ]);
  // The open article follows: one note was found again, the other is not put on either of two equal places.
  await expect.poll(() => covered(page, 'pencil-lead')).toBe('Работы вчера осмотрел');
  await expect.poll(() => covered(page, 'pencil-red')).toBe('');
  await section(page, 'Заметки').click();
  await page.getByRole('button', { name: 'Разобрать' }).click();
  await expect(page.locator('.ni-open')).toHaveCount(1);
  await page.locator('.ni-open', { hasText: 'деревянным' }).press('Enter');
  const lost = page.getByRole('region', { name: /^Не нашла своего места/ });
  await expect(lost.locator('.lost-mark')).toBeFocused();
  const places = lost.getByRole('list', { name: 'Похожие места' }).getByRole('listitem');
  await expect(places).toHaveCount(2);
  await checkAccessibility(page, 'a note without a place');
  await lost.locator('.lost-mark').focus();
  // By keyboard from where the focus stands: the words of a place, then what puts the note there.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Заметка поставлена')).toBeVisible();
  await expect.poll(() => covered(page, 'pencil-red')).toBe('Причал будет деревянным');
  await expect(lost).toHaveCount(0);
  await page.locator('.page').focus();
  await page.keyboard.press('Control+z');
  await expect(places).toHaveCount(2);
  // By mouse: on what is selected in the text.
  await selectPassage(page, 'ошиблись оба раза');
  await lost.getByRole('button', { name: 'Поставить на выделенное' }).click();
  await expect.poll(() => covered(page, 'pencil-red')).toBe('ошиблись оба раза');
  expect(desk.complaints).toEqual([]);
});

test('the title and two paragraphs are marked by key; bounds are moved by key and by mouse', async ({ desk }) => {
  const { page } = desk;
  await takeLake(desk);
  await find(page, 'понедельник', /Министр/);
  await results(page).first().click();
  await expect(page.locator('.headline')).toBeVisible();
  await page.locator('.page').focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowUp');
  await expect(said(page)).toContainText('Выделено: Министр встретился');
  await page.keyboard.press('1');
  await expect.poll(() => covered(page, 'pencil-ochre')).toMatch(/^Министр встретился\s+с\s+рыбаками$/);
  // The sentence of the found word again, and on with its edge into the next paragraph.
  await page.keyboard.press('Shift+ArrowDown');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('3');
  await expect.poll(() => covered(page, 'pencil-red')).toMatch(/понедельник\..*Рыбаки/s);
  // The mark at hand is where the edge begins to move.
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+H');
  await expect(said(page)).toContainText('Границы пометки сдвинуты');
  await expect.poll(() => covered(page, 'pencil-red')).toMatch(/понедельник\..*Рыбаки\s+просили/s);
  await selectPassage(page, 'Встреча прошла');
  await page.getByRole('button', { name: 'Сдвинуть границы' }).click();
  await expect.poll(() => covered(page, 'pencil-red')).toBe('Встреча прошла');
  await page.locator('.page').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => covered(page, 'pencil-red')).toMatch(/Рыбаки\s+просили/);
  expect(desk.complaints).toEqual([]);
});
