import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { randomFrom } from '../../archive/entities/chance.ts';
import { quiet } from '../../archive/host/browser-window.ts';
import { testBrowser } from '../../build/test-browser.ts';
import { serve } from './desk.ts';
import { results } from './sample.ts';

/** Articles that try to run, to load and to tell: none of it happens, in a browser with the switches of our own window, every connection of which is recorded. */

/** So many random pages besides the known ones; more by `HOSTILE=500`. */
const fuzzed = Number(process.env.HOSTILE ?? 40);

/** Ways to run a script or to reach out; `@` stands for the address that listens. */
const known = [
  '<script>window.hit=1;fetch("@/script")</script>',
  '<img src="@/img" onerror="window.hit=1">',
  '<img src=x onerror="window.hit=1;fetch(\'@/err\')">',
  '<svg onload="window.hit=1"><image href="@/svg"/></svg>',
  '<iframe src="@/frame"></iframe><iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<link rel="stylesheet" href="@/css"><style>@import "@/import";body{background:url(@/bg)}</style>',
  '<a href="javascript:window.hit=1" ping="@/ping">ссылка</a>',
  '<form action="@/form"><button autofocus onfocus="window.hit=1">кнопка</button></form>',
  '<meta http-equiv="refresh" content="0;url=@/refresh">',
  '<base href="@/"><img src="based.png">',
  '<object data="@/object"></object><embed src="@/embed">',
  '<video src="@/video" autoplay onloadstart="window.hit=1"></video><audio src="@/audio" autoplay></audio>',
  '<details open ontoggle="window.hit=1"><summary>да</summary></details>',
  '<math><mtext><table><mglyph><style><img src=x onerror="window.hit=1"></style></mglyph></table></mtext></math>',
  '<noscript><p title="</noscript><img src=x onerror=window.hit=1>"></noscript>',
  '<template><script>window.hit=1</script></template><portal src="@/portal"></portal>',
];

/** Pieces of the known ways, cut and joined anew; also as text that says it is HTML. Its number makes the page again. */
function page(seed: number): string {
  const random = randomFrom(seed);
  const next = (below: number) => Math.floor(random() * below);
  const piece = () => {
    const way = known[next(known.length)]!;
    const from = next(4) === 0 ? next(way.length) : 0;
    return next(3) === 0 ? way.slice(from).replaceAll('<', '&lt;') : way.slice(from);
  };
  return Array.from({ length: 1 + next(4) }, piece).join(' ');
}

let folder: string;
let listener: Server;
/** Everything that asked for the listening address. */
const reached: string[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'podshivka-hostile-'));
  listener = createServer((request, response) => {
    reached.push(`listener ${request.url}`);
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((done) => listener.once('listening', done));
});
test.afterAll(() => {
  listener.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The addresses that Chromium tried to connect to, by its own record of everything its network does. */
function connections(record: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(record, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number; params?: { address?: string; address_list?: string[] } }[];
  };
  const connecting = constants.logEventTypes.TCP_CONNECT_ATTEMPT;
  const tried = events.filter(({ type }) => type === connecting).flatMap(({ params }) => params?.address ?? []);
  return [...new Set(tried)];
}

test('hostile articles are read as text: no script runs and no request goes out', async ({ browserName: _ }, info) => {
  test.skip(
    info.project.name !== 'browser',
    'the pages are the same in both shells; the connections of this one are recorded',
  );
  test.setTimeout(300_000);
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const pages = join(folder, 'pages');
  mkdirSync(pages);
  const all = [...known, ...Array.from({ length: fuzzed }, (_, seed) => page(seed))];
  for (const [at, way] of all.entries()) {
    const html = way.replaceAll('@', address);
    const body = `<p>Заметка номер ${at} о погоде над озером, довольно длинная, чтобы её приняли за статью.</p>${html}<p>Конец заметки ${at}.</p>`;
    const title = at % 3 === 0 ? `Проба ${at} ${html}` : `Проба ${at}`;
    writeFileSync(
      join(pages, `${at}.html`),
      `<!doctype html><title>${title}</title><article><h1>${title}</h1>${body}</article>`,
    );
    writeFileSync(
      join(pages, `${at}.txt`),
      `Проба текста ${at}\n\n${html}\n\nЗаметка о погоде над озером номер ${at}.`,
    );
  }
  const archive = join(folder, 'Архив');
  const imported = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../dist/host/cli.mjs'), 'import', pages, '--archive', archive],
    {
      stdio: 'ignore',
      env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
    },
  );
  expect(await new Promise((done) => imported.once('exit', done))).toBe(0);
  const program = await serve(archive);
  const own = new URL(program.address).origin;
  const record = join(folder, 'network.json');
  const browser = await chromium.launch({
    ...testBrowser(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...quiet, `--log-net-log=${record}`],
  });
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1280, height: 800 } });
  const window = await context.newPage();
  context.on('request', (request) => {
    const { url } = { url: request.url() };
    if (!url.startsWith(own) && !/^(data|blob):/.test(url)) reached.push(`browser ${url}`);
  });
  const dialogs: string[] = [];
  window.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await window.goto(program.address);
  await window.getByText('Поиск', { exact: true }).first().click();
  await expect(results(window).first()).toBeVisible();
  const list = window.getByRole('listbox', { name: 'Статьи' });
  await list.focus();
  for (let at = 0; at < all.length; at++) {
    await window.keyboard.press('ArrowDown');
    if (at % 20 === 0) await expect(window.locator('.headline')).toBeVisible();
  }
  await expect(window.locator('.headline')).toBeVisible();
  expect(await window.evaluate(() => (globalThis as { hit?: number }).hit)).toBeUndefined();
  expect(await window.locator('article script, article iframe, article img[src^=http], article object').count()).toBe(
    0,
  );
  expect(dialogs).toEqual([]);
  expect(context.pages()).toHaveLength(1);
  expect(new URL(window.url()).origin).toBe(own);
  await browser.close();
  await program.end();
  expect(reached).toEqual([]);
  expect(connections(record)).toEqual([new URL(own).host]);
});
