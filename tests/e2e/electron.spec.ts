import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './desk.ts';
import { openSample, query } from './sample.ts';

/** What only the desktop shell does. */

test('the window is sandboxed, apart from Node, and gets one small bridge', async ({ desk }) => {
  const { page } = desk;
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.podshivka ?? {}).sort(),
    node: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
  }));
  expect(seen.bridge).toEqual(['choosePaths', 'chooseSave', 'connect', 'pathOf', 'platform']);
  expect([seen.node, seen.process]).toEqual(['undefined', 'undefined']);
});

test('the window cannot leave its pages, open others, or be granted anything', async ({ desk }) => {
  const { page, app } = desk;
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await page.evaluate(() => void window.open('https://example.org/'));
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  expect(await app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const granted = await page.evaluate(() =>
    navigator.permissions.query({ name: 'geolocation' }).then((one) => one.state),
  );
  expect(granted).not.toBe('granted');
});

test('the program has a Russian menu', async ({ desk }) => {
  const labels = await desk.app!.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
  expect(labels).toEqual(expect.arrayContaining(['Правка', 'Вид', 'Окно']));
});

test('files are chosen in the dialog of the system', async ({ desk }) => {
  const { page, app } = desk;
  const folder = join(import.meta.dirname, '../../build/resources/sample');
  await app!.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, folder);
  await page.getByRole('button', { name: 'Выбрать папку…' }).click();
  await expect(page.locator('.strip')).toContainText('13 статей', { timeout: 30_000 });
});

test('the place of the window is kept', async ({ desk }) => {
  await desk.app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(1111, 777));
  const kept = await desk.app!.evaluate(({ app }) => app.getPath('userData'));
  await desk.restart();
  const { bounds } = JSON.parse(readFileSync(join(kept, 'window.json'), 'utf8')) as { bounds: { width: number } };
  expect(bounds.width).toBe(1111);
  const width = await desk.app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds().width);
  expect(width).toBe(1111);
});

test('a host that crashes is started again, and the window goes on', async ({ desk }) => {
  const { page, app } = desk;
  await openSample(page);
  const pid = await hostPid(desk.archive);
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => hostPid(desk.archive), { timeout: 15_000 }).not.toBe(pid);
  await expect(query(page)).toBeVisible();
  await expect(page.locator('.strip')).toContainText('13 статей');
  expect(await app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

/** The process that holds an archive, by the note it leaves there. */
async function hostPid(archive: string): Promise<number> {
  return (JSON.parse(readFileSync(join(archive, 'owner.json'), 'utf8')) as { pid: number }).pid;
}
