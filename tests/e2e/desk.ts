import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Browser, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { electronRuntime } from '../../build/electron-runtime.ts';
import nodeFlags from '../../build/node-flags.json' with { type: 'json' };

/** The shell a spec runs in; the same specs run in both. */
export type Shell = 'browser' | 'electron';

const root = join(import.meta.dirname, '../..');

/** The program, started on an archive of its own. */
export interface Desk {
  readonly shell: Shell;
  readonly folder: string;
  readonly archive: string;
  /** The window as it is now; another one after `restart`. */
  readonly page: Page;
  /** The desktop shell's main process. */
  readonly app: ElectronApplication | undefined;
  /** Everything the window complained of. */
  readonly complaints: string[];
  /** Ends the program and starts it again on the same archive. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  page: Page;
  app?: ElectronApplication;
  address?: string;
  end(): Promise<void>;
}

/** The command `serve` as a process of its own. @returns its address, when it answers */
export async function serve(archive: string, ...more: string[]): Promise<{ address: string; end(): Promise<void> }> {
  const cli = join(root, 'dist/host/cli.mjs');
  const child = spawn(process.execPath, [...nodeFlags, cli, 'serve', '--json', '--archive', archive, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, XDG_STATE_HOME: join(archive, '..', 'state') },
  });
  // Whoever started it may fail before its end.
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const line = await firstLine(child);
  const { address } = JSON.parse(line) as { address: string };
  return { address, end: () => ended(child) };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('\n')) resolve(text);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${text}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function inBrowser(archive: string, browser: Browser): Promise<Running> {
  const { address, end } = await serve(archive);
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(address);
  return {
    page,
    address,
    async end() {
      await context.close();
      await end();
    },
  };
}

async function inElectron(archive: string, folder: string): Promise<Running> {
  const app = await _electron.launch({
    args: ['.', `--archive=${archive}`],
    cwd: root,
    env: { ...(process.env as Record<string, string>), XDG_CONFIG_HOME: folder, XDG_STATE_HOME: join(folder, 'state') },
  });
  return { page: await app.firstWindow(), app, end: () => app.close() };
}

/** @param begun the archive to begin with, copied; undefined: an empty one */
async function openDesk(shell: Shell, browser: Browser, begun: string | undefined): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'podshivka-e2e-'));
  const archive = join(folder, 'Архив');
  if (begun !== undefined) cpSync(begun, archive, { recursive: true });
  const complaints: string[] = [];
  const start = async () => {
    const running = await (shell === 'browser' ? inBrowser(archive, browser) : inElectron(archive, folder));
    running.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    running.page.on('pageerror', (error) => complaints.push(error.message));
    await expect(running.page.locator('#root > *').first()).toBeVisible();
    return running;
  };
  let running = await start();
  return {
    shell,
    folder,
    archive,
    complaints,
    get page() {
      return running.page;
    },
    get app() {
      return running.app;
    },
    async restart() {
      await running.end();
      running = await start();
    },
    async close() {
      await running.end();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What a spec begins with: nothing, or the sample already taken in (`test.use({ archive: 'sample' })`). */
type Begun = 'empty' | 'sample';

export const test = base.extend<{ archive: Begun; desk: Desk }, { shell: Shell; sample: string }>({
  shell: ['browser', { option: true, scope: 'worker' }],
  archive: ['empty', { option: true }],
  // Taken in once, by the command line; every desk gets a copy.
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'podshivka-sample-'));
      const archive = join(folder, 'Архив');
      const cli = join(root, 'dist/host/cli.mjs');
      execFileSync(process.execPath, [cli, 'import', join(root, 'dist/data/sample'), '--archive', archive, '--json'], {
        stdio: 'ignore',
        env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
      });
      await use(archive);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  desk: async ({ shell, browser, archive, sample }, use, info) => {
    if (!existsSync(join(root, 'dist', 'built'))) throw new Error('Not built: npm run build');
    info.skip(
      shell === 'electron' && electronRuntime(root) === undefined,
      "Electron's runtime is not here: npx install-electron, or a folder named by ELECTRON_OVERRIDE_DIST_PATH",
    );
    const desk = await openDesk(shell, browser, archive === 'sample' ? sample : undefined);
    await use(desk);
    await desk.close();
  },
});

export { expect };
