import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './desk.ts';
import { openSample, query, results } from './sample.ts';

/** What holds for a window of either shell. */

test.use({ archive: 'sample' });

test('the window asks nobody but its own archive', async ({ desk }) => {
  const { page } = desk;
  const own = new URL(page.url()).origin;
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await openSample(page);
  await query(page).fill('вода');
  await expect(results(page).first()).toBeVisible();
  await page.reload();
  await expect(query(page)).toBeVisible();
  expect(asked.filter((url) => !url.startsWith(own) && !/^(blob|data):/.test(url))).toEqual([]);
});

test('the content policy refuses inline code and other hosts', async ({ desk }) => {
  const { page } = desk;
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    const fetched = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    return { ran: 'ran' in window, fetched };
  });
  expect(outcome).toEqual({ ran: false, fetched: false });
});

test('signs of a query are answered, never an error', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  for (const signs of ['+', '"', 'т:Мурат', '((', '-', '«', 'заголовок:', '*', '~2', '\\']) {
    await query(page).fill(signs);
    await page.waitForTimeout(300);
    await expect(page.getByText('Внутренняя ошибка')).toHaveCount(0);
  }
  await query(page).fill('вода');
  await expect(results(page).first()).toBeVisible();
  expect(desk.complaints).toEqual([]);
});

test('an archive that no longer answers is said so, and what is on the page stays', async ({ desk }) => {
  test.skip(desk.shell !== 'browser', 'the desktop starts the archive’s process again');
  const { page } = desk;
  await openSample(page);
  await query(page).fill('вода');
  await expect(results(page).first()).toBeVisible();
  const { pid } = JSON.parse(readFileSync(join(desk.archive, 'owner.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
  await expect(page.getByRole('alert')).toContainText('Нет связи с архивом');
  await expect(results(page).first()).toBeVisible();
});
