import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { ShellItems } from './menu.ts';

const choice = () => join(app.getPath('userData'), 'updates.json');

/** Whoever packs the program may name a place for updates (`build/electron-builder.mjs`); it is then written here. */
const feed = () => join(process.resourcesPath, 'app-update.yml');

function switchedOn(): boolean {
  try {
    return (JSON.parse(readFileSync(choice(), 'utf8')) as { on?: unknown }).on === true;
  } catch {
    return false; // never asked for
  }
}

/**
 * Updates are silent until the person switches them on in the menu: nothing is asked of the network before. A version found
 * is loaded and put in place when the program ends. Undefined where there is no place to ask.
 */
export function updates(): ShellItems['updates'] {
  if (!app.isPackaged || !existsSync(feed())) return undefined;
  return {
    on: switchedOn(),
    set(on) {
      writeFileSync(choice(), JSON.stringify({ on }));
      if (on) void lookForUpdate();
    },
  };
}

/** At start: looks for a new version if that is switched on. */
export async function updateIfWished(): Promise<void> {
  if (updates()?.on === true) await lookForUpdate();
}

async function lookForUpdate(): Promise<void> {
  const { autoUpdater } = (await import('electron-updater')).default;
  autoUpdater.logger = null;
  autoUpdater.autoInstallOnAppQuit = true;
  try {
    await autoUpdater.checkForUpdatesAndNotify();
  } catch {
    // No network, or no answer: the present version goes on; the next start asks again.
  }
}
