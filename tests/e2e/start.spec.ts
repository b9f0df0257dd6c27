import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** The commands of README.md as a person types them. */
const root = join(import.meta.dirname, '../..');
let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podshivka-start-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, XDG_STATE_HOME: join(folder, 'state') });

test('`npm start` without a display prints an address that serves the program, and ends when it is told to', async ({
  page,
}) => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...without } = environment();
  test.skip(process.platform !== 'linux', 'elsewhere there is always a display');
  const child = spawn(process.execPath, ['build/start.ts', '--archive', join(folder, 'Архив')], {
    cwd: root,
    env: without,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const found = /http:\/\/127\.0\.0\.1:\S+/.exec(text);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`ended without an address: ${text}`)));
  });
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Архив пока пуст' })).toBeVisible();
  expect(page.url()).not.toContain('key');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(existsSync(join(folder, 'Архив', 'owner.json'))).toBe(false);
});

test('the command line imports, searches and refuses, and connects to nobody', () => {
  const record = join(folder, 'connections');
  const hook = join(folder, 'hook.mjs');
  writeFileSync(
    hook,
    `import { appendFileSync } from 'node:fs';
     import net from 'node:net';
     const { connect } = net.Socket.prototype;
     net.Socket.prototype.connect = function (...to) {
       appendFileSync(${JSON.stringify(record)}, JSON.stringify(to[0]) + '\\n');
       return connect.apply(this, to);
     };`,
  );
  const command = (...args: string[]) => {
    const env = { ...environment(), NODE_OPTIONS: `--import=${hook}` };
    try {
      const out = execFileSync(process.execPath, ['build/podshivka.mjs', ...args, '--archive', join(folder, 'Архив')], {
        cwd: root,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return { code: 0, out };
    } catch (error) {
      return { code: (error as { status: number }).status, out: '' };
    }
  };
  const taken = command('import', join(root, 'build/resources/sample'), '--json');
  expect(JSON.parse(taken.out)).toMatchObject({ added: 13, known: 0, rejected: [] });
  expect(JSON.parse(command('import', join(root, 'build/resources/sample'), '--json').out)).toMatchObject({
    added: 0,
    known: 13,
  });
  const found = JSON.parse(command('search', 'нуртлеу', '--json').out) as {
    total: number;
    hits: { id: number; snippet: { text: string; marks: { start: number; end: number }[] } }[];
  };
  expect(found.total).toBe(1);
  const [{ id, snippet }] = found.hits as [(typeof found.hits)[number]];
  expect(snippet.marks.map(({ start, end }) => snippet.text.slice(start, end))).toContain('Нуртлеу');
  const shown = JSON.parse(command('show', String(id), '--json').out) as { mentions: { text: string }[] };
  expect(shown.mentions.map(({ text }) => text)).toContain('Кахой Имнадзе');
  const pdf = join(folder, 'digest.pdf');
  expect(command('export', '--ids', String(id), '--out', pdf).code).toBe(0);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect(command('show', '999').code).toBe(1);
  expect(command('search').code).toBe(2);
  expect(command('pechatat').code).toBe(2);
  expect(existsSync(record) ? readFileSync(record, 'utf8') : '').toBe('');
});
