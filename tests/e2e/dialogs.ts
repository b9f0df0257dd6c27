import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { type Desk, expect } from './desk.ts';

/** What a person does in the dialogs for files: the system's in the desktop shell, the window's own in a browser. */

/** Lets the system's dialog for opening answer with a path. */
export async function answerOpening(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** Lets the system's dialog for saving answer with the proposed name in a folder. */
async function answerSaving(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, into) => {
    const save = async (...asked: unknown[]) => {
      const { defaultPath } = asked.at(-1) as { defaultPath: string };
      return { canceled: false, filePath: `${into}/${defaultPath}` };
    };
    dialog.showSaveDialog = save as typeof dialog.showSaveDialog;
  }, folder);
}

/** Presses the button that asks for a file or a folder, and chooses this one. */
export async function choose(
  { app, page }: Desk,
  button: string,
  path: string,
  kind: 'file' | 'folder',
): Promise<void> {
  if (app !== undefined) await answerOpening(app, path);
  await page.getByRole('button', { name: button }).click();
  if (app !== undefined) return;
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Путь' }).fill(kind === 'folder' ? path : dirname(path));
  await page.keyboard.press('Enter');
  if (kind === 'file') await dialog.getByRole('button', { name: basename(path) }).click();
  await dialog.getByRole('button', { name: kind === 'file' ? 'Прочесть 1 файл' : 'Прочесть эту папку' }).click();
}

/** Does what saves a file. @returns where it was saved, when it is whole */
export async function saved({ app, page, folder }: Desk, act: () => Promise<void>): Promise<string> {
  const into = join(folder, 'Сохранённое');
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into);
  if (app === undefined) {
    const download = page.waitForEvent('download');
    await act();
    const file = join(into, (await download).suggestedFilename());
    await (await download).saveAs(file);
    return file;
  }
  await answerSaving(app, into);
  await act();
  const whole = () => readdirSync(into).filter((name) => !name.endsWith('.part'));
  await expect.poll(() => whole().length, { timeout: 30_000 }).toBe(1);
  return join(into, whole()[0]!);
}
