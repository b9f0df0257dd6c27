import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { serve } from '../tests/e2e/desk.ts';
import { find, openSample, query, section, selectPassage } from '../tests/e2e/sample.ts';
import { testBrowser } from './test-browser.ts';

/** Pictures of the built program with the sample archive: `npm run screens` writes docs/screens/NAME-THEME-WIDTH.png. */
const folder = join(import.meta.dirname, '..', 'docs', 'screens');
const sizes = [
  { width: 900, height: 700 },
  { width: 1280, height: 800 },
  { width: 1680, height: 1050 },
];

mkdirSync(folder, { recursive: true });
const home = mkdtempSync(join(tmpdir(), 'podshivka-screens-'));
const { address, end } = await serve(join(home, 'Вода и соседи'));
const browser = await chromium.launch({ ...testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
const context = await browser.newContext({ locale: 'ru-RU', viewport: sizes[1]! });
const page = await context.newPage();
await page.goto(address);

/** Paints what the window shows now in both themes and all sizes. */
async function paint(name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => {
      document.documentElement.dataset.theme = value;
    }, theme);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(folder, `${name}-${theme}-${size.width}.png`) });
    }
  }
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'light';
  });
  await page.setViewportSize(sizes[1]!);
}

async function annotate(on: Page): Promise<void> {
  await selectPassage(on, 'ведущую роль ООН');
  const editor = on.getByRole('dialog', { name: 'Пометка' });
  await editor.locator('.pencil').first().click();
  await editor.getByRole('textbox', { name: 'Заметка' }).fill('Повторяется в каждом заявлении с весны');
  await editor.getByRole('button', { name: 'Записать' }).click();
  await on.getByRole('button', { name: 'В подборку', exact: true }).click();
}

await page.getByRole('heading', { name: 'Архив пока пуст' }).waitFor();
await paint('first-start');
await openSample(page);
await find(page, 'превентивная дипломатия', /ООН укрепляет/);
await page.locator('.results [role=option]').first().click();
await page.getByRole('article').waitFor();
await annotate(page);
await query(page).blur();
const toast = page.getByText('Подшито в');
await toast.waitFor();
await toast.waitFor({ state: 'hidden', timeout: 30_000 });
await page.locator('.sheet .page').evaluate((sheet) => sheet.scrollTo({ top: 0 }));
await paint('search');
for (const [name, title] of [
  ['names', 'Имена'],
  ['notes', 'Заметки'],
  ['selections', 'Подборки'],
  ['archive', 'Архив'],
] as const) {
  await section(page, title).first().click();
  if (name === 'selections') await page.locator('.tray').getByText('Открыть').click();
  if (name === 'names') await page.getByText('Мурат Нуртлеу').first().click();
  await page.waitForTimeout(600);
  await paint(name);
}
await page.getByRole('button', { name: 'Подшивка', exact: true }).click();
await page.waitForTimeout(600);
await paint('home');
await browser.close();
await end();
rmSync(home, { recursive: true, force: true });
