import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Chromium's own services are off: the program makes no connection except to itself. Some of them heed no switch of their
 * own (filling in forms, accounts), so no name is ever resolved, and no proxy of the system resolves it instead.
 */
export const quiet: readonly string[] = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--no-proxy-server',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-features=AutofillServerCommunication,OptimizationHints,MediaRouter,Translate',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--password-store=basic',
];

const size = '--window-size=1280,840';

/** Without translation offers over a Russian page; a switch does not remove them, the profile's preferences do. */
const preferences = { translate: { enabled: false }, intl: { accept_languages: 'ru,ru-RU,en' } };

/**
 * Opens the address in a window without tabs or an address bar. The profile is private: with the person's own the
 * process would hand over to a running browser and end at once.
 *
 * @returns resolves when the window is closed, or was closed by `stop`
 */
export async function openBrowserWindow(browser: string, address: string, stop: AbortSignal): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'podshivka-window-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  // A superuser's Chromium runs only without its sandbox; elsewhere only an explicit wish takes it away.
  const bare = process.getuid?.() === 0 || process.env.PRESS_NO_SANDBOX === '1' ? ['--no-sandbox', '--test-type'] : [];
  const child = spawn(browser, [`--app=${address}`, `--user-data-dir=${profile}`, ...quiet, size, ...bare], {
    stdio: 'ignore',
    env: { ...process.env, LANGUAGE: 'ru' },
  });
  const close = () => child.kill();
  stop.addEventListener('abort', close, { once: true });
  await ended(child);
  stop.removeEventListener('abort', close);
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}
