import { expect, test } from './desk.ts';
import { laterPrint, takeLake, takeStories } from './reader-lake.ts';
import { find, query, results, section } from './sample.ts';

test('around an article: read, tags and stars by mouse; opened beside; back and forth; found and hits by mouse', async ({
  desk,
}) => {
  const { page } = desk;
  await takeLake(desk);
  await find(page, 'Касенов', /./);
  const opened = results(page).filter({ hasText: 'начали строить' });
  await opened.click();
  await expect(page.locator('.headline')).toContainText('начали строить');
  await page.locator('.sheet').getByRole('button', { name: 'Ещё', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Проверить' }).click();
  await expect(page.locator('.src')).toContainText('проверить');
  const tag = page.getByRole('textbox', { name: 'Добавить метку' });
  await tag.fill('озеро');
  await page.locator('.headline').click();
  await page.getByRole('button', { name: 'Убрать метку «озеро»' }).click();
  await expect(page.getByRole('button', { name: 'Убрать метку «озеро»' })).toHaveCount(0);
  await page.getByRole('radio', { name: '4 звезды' }).click();
  await expect(page.getByRole('radio', { name: '4 звезды' })).toBeChecked();
  // From the list of near articles on to another, and back by key and forth.
  const first = page.url();
  await page.getByRole('region', { name: 'О тех же людях' }).getByRole('button').first().click();
  await expect(page.locator('.headline')).not.toContainText('начали строить');
  const second = page.url();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => page.url()).toBe(first);
  await expect(page.locator('.headline')).toContainText('начали строить');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => page.url()).toBe(second);
  // A second article beside this one.
  await page.locator('.sheet').getByRole('button', { name: 'Ещё', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Открыть рядом' }).click();
  await page.getByRole('region', { name: 'О тех же людях' }).getByRole('button').first().press('Enter');
  await expect(page.locator('.headline')).toHaveCount(2);
  await page.getByRole('button', { name: 'Закрыть соседнюю' }).click();
  await expect(page.locator('.headline')).toHaveCount(1);
  // Found words walked by the buttons, and looked for in the text by the button.
  await expect(page.locator('.hit-place')).toHaveText('1 из 1');
  await page.getByRole('button', { name: 'Следующее найденное' }).click();
  await expect(page.locator('.hit-place')).toHaveText('1 из 3');
  await page.getByRole('button', { name: 'Следующее найденное' }).click();
  await expect(page.locator('.hit-place')).toHaveText('2 из 3');
  await page.getByRole('button', { name: 'Найти в тексте' }).click();
  await page.getByRole('textbox', { name: 'Найти в тексте' }).fill('рыбак');
  await expect(page.locator('.find-bar [role=status]')).toHaveText(/\d/);
  expect(desk.complaints).toEqual([]);
});

test('a selection by mouse: bound by dragging, reordered by dragging; a saved search says what is new', async ({
  desk,
}) => {
  const { page } = desk;
  await takeLake(desk);
  await query(page).fill('Касенов');
  await expect(results(page)).not.toHaveCount(0);
  await results(page).first().click();
  await page.getByRole('button', { name: 'В подборку', exact: true }).click();
  await expect(page.locator('.tray')).toContainText(/1\s+стат/);
  await results(page).nth(1).dragTo(page.locator('.tray'));
  await expect(page.locator('.tray')).toContainText(/2\s+стат/);
  await page.getByRole('button', { name: 'Сохранённые запросы' }).click();
  await page.getByRole('button', { name: 'Сохранить запрос' }).click();
  await page.keyboard.press('Enter');
  await page.locator('.tray').getByText('Открыть').click();
  const titles = page.locator('.bound-one h3');
  const [one, two] = await titles.allInnerTexts();
  await page.locator('.grip').first().dragTo(page.locator('.bound-list > li').nth(1));
  await expect(titles).toHaveText([two!, one!]);
  await page
    .getByRole('textbox', { name: /^Комментарий/ })
    .first()
    .fill('Взять первый абзац.');
  await titles.first().getByRole('button').click();
  await takeStories(desk, [{ ...laterPrint('Тимур Касенов открыл новый причал.'), key: 'd', title: 'Причал открыт' }]);
  await page.keyboard.press('Escape');
  await section(page, 'Подборки').click();
  await page.locator('.selections button').first().click();
  await expect(page.getByRole('textbox', { name: /^Комментарий/ }).first()).toHaveValue('Взять первый абзац.');
  await section(page, 'Поиск').click();
  await page.getByRole('button', { name: 'Сохранённые запросы' }).click();
  await expect(page.locator('.saved-one')).toContainText('новая');
  await page.locator('.saved-one').click();
  await expect(results(page).filter({ hasText: 'Причал открыт' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Сохранённые запросы' }).click();
  await expect(page.locator('.saved-one')).not.toContainText('новая');
  expect(desk.complaints).toEqual([]);
});
