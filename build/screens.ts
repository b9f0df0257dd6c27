import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../tests/e2e/desk.ts';
import { find, openSample, query, results, section, selectPassage } from '../tests/e2e/sample.ts';
import { testBrowser } from './test-browser.ts';

/**
 * Pictures of the built program over the sample archive: `npm run screens` writes NAME-THEME-WIDTH.png, every screen in both themes at
 * three sizes, into `docs/screens`; `-- --into DIR --only search,home` paints elsewhere, and some of them.
 */
const options = new Map(
  process.argv.slice(2).flatMap((word, at, all) => (word.startsWith('--') ? [[word.slice(2), all[at + 1] ?? '']] : [])),
);
const folder = options.get('into') ?? join(import.meta.dirname, '..', 'docs', 'screens');
const only = options.get('only')?.split(',');
const sizes = [
  { width: 900, height: 700 },
  { width: 1280, height: 800 },
  { width: 1680, height: 1050 },
];

mkdirSync(folder, { recursive: true });
const home = mkdtempSync(join(tmpdir(), 'podshivka-screens-'));
const { address, end } = await serve(join(home, 'Вода и соседи'));
const browser = await chromium.launch({ ...testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
const page = await (await browser.newContext({ locale: 'ru-RU', viewport: sizes[1]! })).newPage();
await page.goto(address);

/** Paints what the window shows now in both themes and all sizes. @param turn what is to be done at each size before */
async function paint(name: string, turn = async () => {}): Promise<void> {
  if (only !== undefined && !only.includes(name)) return;
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => {
      document.documentElement.dataset.theme = value;
    }, theme);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await turn();
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(folder, `${name}-${theme}-${size.width}.png`) });
    }
  }
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'light';
  });
  await page.setViewportSize(sizes[1]!);
}

/** Goes to a place of the window by its address, as a link would. */
async function go(hash: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.getByRole('heading', { name: heading }).first().waitFor();
  await page.waitForTimeout(600);
}

/** A note to the words of the open article. */
async function annotate(passage: string, pencil: number, note: string): Promise<void> {
  await selectPassage(page, passage);
  const editor = page.getByRole('dialog', { name: 'Пометка' });
  await editor.locator('.pencil').nth(pencil).click();
  await editor.getByRole('textbox', { name: 'Заметка' }).fill(note);
  await editor.getByRole('button', { name: 'Записать' }).click();
  await editor.waitFor({ state: 'hidden' });
}

/** Waits until nothing floats above the strip: a message that is about to come, and its time. */
async function calm(): Promise<void> {
  await page.waitForTimeout(500);
  await page.locator('.toast').first().waitFor({ state: 'hidden', timeout: 30_000 });
}

await page.getByRole('heading', { name: 'Архив пока пуст' }).waitFor();
await paint('first-start');
await openSample(page);
await find(page, 'превентивная дипломатия', /ООН укрепляет/);
await results(page).first().click();
await page.getByRole('article').waitFor();
await annotate('ведущую роль ООН', 0, 'Повторяется в каждом заявлении с весны');
await annotate('превентивной дипломатии', 1, 'Сверить с мартовским докладом');
await page.getByRole('button', { name: 'В подборку', exact: true }).click();
await query(page).blur();
await calm();
await page.locator('.sheet .page').evaluate((sheet) => sheet.scrollTo({ top: 0 }));
await paint('search');

await page.keyboard.press('Control+Enter');
await page.waitForTimeout(600);
await paint('reading');
await page.keyboard.press('Escape');

await find(page, 'паводок', /./);
// Until the list is of this query: S takes out again what the selection has.
await page.waitForTimeout(1000);
for (const _ of [1, 2]) {
  await page.getByRole('listbox', { name: 'Статьи' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await page.waitForTimeout(300);
}
await calm();
await page.keyboard.press('Control+k');
await page.getByRole('combobox', { name: 'Палитра команд' }).fill('под');
await page.waitForTimeout(500);
await paint('palette');
await page.keyboard.press('Escape');
await page.keyboard.press('F1');
await page.waitForTimeout(400);
await paint('help');
await page.keyboard.press('Escape');

await section(page, 'Имена').first().click();
await page.getByRole('heading', { name: 'Имена' }).waitFor();
await page.waitForTimeout(500);
await paint('names');
await page.getByRole('radio', { name: /^Похожие/ }).click({ force: true });
await page.locator('.alike li').first().waitFor();
await paint('alike');
await page.getByRole('radio', { name: 'Все', exact: true }).click({ force: true });
await page.getByRole('textbox', { name: 'Найти имя' }).fill('нуртл');
await page.locator('.names-list button').first().click();
await page.waitForTimeout(600);
await paint('person');
await page.getByRole('button', { name: 'Объединить…' }).click();
await page.getByRole('radio').first().click({ force: true });
await paint('merge');
await page.keyboard.press('Escape');
await page.getByRole('link', { name: 'Имена' }).click();
await page.getByRole('textbox', { name: 'Найти имя' }).fill('Тимур');
await page.locator('.names-list button').first().click();
await page.waitForTimeout(600);
await paint('minister');
await page.getByRole('button', { name: 'Ещё', exact: true }).first().click();
await page.getByRole('menuitem', { name: 'Отделить статьи…' }).click();
await page.getByRole('dialog').getByRole('checkbox').first().click({ force: true });
await paint('split');
await page.keyboard.press('Escape');
await section(page, 'Заметки').first().click();
await page.waitForTimeout(600);
await paint('notes');
await section(page, 'Подборки').first().click();
await page.locator('.tray').getByText('Открыть').click();
await page.waitForTimeout(600);
await paint('selection');
await page.locator('.preview img').first().waitFor();
await page.getByText('Лист и обложка').click();
for (const _ of [1, 2]) await page.getByRole('button', { name: 'Следующая страница' }).click();
await page.waitForTimeout(800);
await paint('export', () => page.locator('.pager').scrollIntoViewIfNeeded());
await section(page, 'Архив').first().click();
await page.waitForTimeout(600);
await paint('archive');

const clippings = join(home, 'Вырезки августа');
mkdirSync(clippings);
for (const [at, title] of ['Паром встал до четверга', 'Маяк зажгут снова', 'Рыбаки просят причал'].entries()) {
  writeFileSync(
    join(clippings, `${at}.txt`),
    `${title}\n\nВода в озере прибывает вторую неделю. Берег у старой пристани ушёл под воду.`,
  );
}
writeFileSync(join(clippings, 'пустой.txt'), '');
writeFileSync(join(clippings, 'оборванный.docx'), 'PK');
await page.getByRole('button', { name: 'Выбрать папку…' }).click();
const places = page.getByRole('dialog', { name: 'Какую папку прочесть?' });
await places.getByRole('textbox', { name: 'Путь' }).fill(clippings);
await page.keyboard.press('Enter');
await places.getByRole('button', { name: 'Прочесть эту папку' }).click();
await page.getByRole('heading', { name: 'Не прочитаны' }).waitFor();
await calm();
await paint('import');
for (const [name, hash, heading] of [
  ['keeping', '#/keeping', 'Сохранность'],
  ['folders', '#/folders', /папк/i],
  ['review', '#/review', /./],
  ['charts', `#/charts?lines=${encodeURIComponent('["q:вода","q:паводок"]')}`, 'Графики'],
  ['settings', '#/settings', 'Настройки'],
  ['about', '#/about', 'Подшивка'],
  ['journal', '#/journal', 'Журнал'],
] as const) {
  await go(hash, heading);
  await paint(name);
}
await go('#/search', /./);
await find(page, 'паводок', /./);
await results(page).first().click();
await page.waitForTimeout(800);
await page.getByRole('listbox', { name: 'Статьи' }).focus();
await page.keyboard.press('Delete');
await page.locator('.strip', { hasText: '15 статей' }).waitFor();
await calm();
await go('#/bin', 'Корзина');
await paint('bin');
await page.getByRole('button', { name: 'Подшивка', exact: true }).click();
await page.waitForTimeout(600);
await paint('home');
await browser.close();
await end();
rmSync(home, { recursive: true, force: true });
