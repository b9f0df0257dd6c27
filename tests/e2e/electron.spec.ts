import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Desk, expect, test } from './desk.ts';
import { choose as chooseFrom, saved } from './dialogs.ts';
import { openSample, query, results } from './sample.ts';

/** What only the desktop shell does. */

test('the window is sandboxed, apart from Node, and gets one small bridge', async ({ desk }) => {
  const { page } = desk;
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.podshivka ?? {}).sort(),
    node: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
  }));
  expect(seen.bridge).toEqual([
    'choosePaths',
    'chooseSave',
    'connect',
    'newWindow',
    'onCommand',
    'onOpen',
    'pathOf',
    'platform',
    'setMenu',
  ]);
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

test('the menu has every command in the language of the window, and presses its key', async ({ desk }) => {
  const { page, app } = desk;
  await openSample(page);
  const labels = () => app!.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map((item) => item.label));
  await expect.poll(labels).toEqual(['Файл', 'Правка', 'Статья', 'Вид', 'Переход', 'Окно', 'Справка']);
  await choose(desk, 'Переход', 'Имена');
  await expect(page).toHaveURL(/#\/names/);
  await choose(desk, 'Справка', 'Палитра команд');
  await expect(page.getByRole('combobox', { name: 'Палитра команд' })).toBeFocused();
});

test('a second window shows the same archive; both are opened again at the next start', async ({ desk }) => {
  const { page, app } = desk;
  await openSample(page);
  await choose(desk, 'Переход', 'Имена');
  await choose(desk, 'Файл', 'Новое окно');
  await expect.poll(() => app!.windows().length).toBe(2);
  const other = app!.windows().find((window) => window !== page)!;
  await expect(other).toHaveURL(/#\/names/);
  await expect(other.locator('.strip')).toContainText('13 статей');
  await desk.restart();
  await expect.poll(() => desk.app!.windows().length).toBe(2);
});

test('a link opens its place in the running program', async ({ desk }) => {
  const { page, app } = desk;
  await openSample(page);
  await app!.evaluate(({ app }) => {
    app.emit('second-instance', {}, ['podshivka', 'podshivka://names'], '');
  });
  await expect(page).toHaveURL(/#\/names/);
  await app!.evaluate(({ app }) => {
    app.emit('second-instance', {}, ['podshivka', 'podshivka://elsewhere'], '');
  });
  await expect(page).toHaveURL(/#\/names/);
});

test('files are chosen in the dialog of the system', async ({ desk }) => {
  await chooseFrom(desk, 'Выбрать папку…', join(import.meta.dirname, '../../build/resources/sample'), 'folder');
  await expect(desk.page.locator('.strip')).toContainText('13 статей', { timeout: 30_000 });
});

test('the place of the window is kept', async ({ desk }) => {
  await desk.app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(1111, 777));
  const data = await desk.app!.evaluate(({ app }) => app.getPath('userData'));
  await desk.restart();
  const [kept] = JSON.parse(readFileSync(join(data, 'windows.json'), 'utf8')) as { bounds: { width: number } }[];
  expect(kept?.bounds.width).toBe(1111);
  const width = await desk.app!.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds().width);
  expect(width).toBe(1111);
});

test('the archive’s process is killed while one types: the page stays, nothing typed is lost, the journal knows', async ({
  desk,
}) => {
  const { page } = desk;
  await openSample(page);
  await page.evaluate(() => Object.assign(window, { sameWindow: true }));
  await query(page).pressSequentially('вода');
  const pid = hostPid(desk.archive);
  process.kill(pid, 'SIGKILL');
  await query(page).pressSequentially(' река');
  await expect.poll(() => hostPid(desk.archive), { timeout: 15_000 }).not.toBe(pid);
  await expect(query(page)).toHaveValue('вода река');
  await query(page).fill('превентивная дипломатия');
  await expect(results(page).first()).toContainText(/ООН укрепляет|Спор о реках/);
  expect(await page.evaluate(() => 'sameWindow' in window)).toBe(true);
  const journal = readFileSync(join(desk.folder, 'state/podshivka/host.jsonl'), 'utf8');
  expect(journal).toMatch(/"event":"crash","name":"podshivka-archive"/);
});

test('the menu opens the page about the program', async ({ desk }) => {
  const { page } = desk;
  await openSample(page);
  await choose(desk, 'Справка', 'О программе');
  await expect(page.locator('.about .sub')).toContainText(/Версия \d+\.\d+\.\d+/);
  await expect(page.getByText('OpenCorpora')).toBeVisible();
});

/** The process that holds an archive, by the note it leaves there; 0 while there is none. */
function hostPid(archive: string): number {
  try {
    return (JSON.parse(readFileSync(join(archive, 'owner.json'), 'utf8')) as { pid: number }).pid;
  } catch {
    return 0;
  }
}

/** Chooses an item of the program's menu. */
async function choose(desk: Desk, menu: string, label: string): Promise<void> {
  const chosen = () =>
    desk.app!.evaluate(
      ({ Menu }, [title, text]) => {
        const menus = Menu.getApplicationMenu()?.items ?? [];
        const found = menus
          .find((one) => one.label === title)
          ?.submenu?.items.find((one) => one.label.replaceAll('\u00a0', ' ') === text);
        if (found?.enabled) found.click();
        return found?.enabled ?? false;
      },
      [menu, label] as const,
    );
  await expect.poll(chosen).toBe(true);
}

test('a packed archive opened from the desktop is looked at before it is merged', async ({ desk }) => {
  const { page, app } = desk;
  await openSample(page);
  await app!.evaluate(({ app }) => {
    app.emit('second-instance', {}, ['podshivka', 'podshivka://keeping'], '');
  });
  const packed = await saved(desk, () => page.getByRole('button', { name: 'Вынести архив в файл…' }).click());
  await app!.evaluate(({ app }, path) => {
    app.emit('second-instance', {}, ['podshivka', path], '');
  }, packed);
  await expect(page.getByRole('dialog')).toContainText('Принять архив', { timeout: 30_000 });
  await expect(page.getByRole('dialog')).toContainText('13');
});
