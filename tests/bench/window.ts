import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { testBrowser } from '../../build/test-browser.ts';
import { serve } from '../e2e/desk.ts';
import { randomFrom } from './monkey.ts';

/**
 * The window over a large archive: `npm run bench:window -- --corpus FILE [--words 60]`. From a new process to the first result on the
 * screen; from a key to the painted result, by the page's own clock; memory of the archive's process.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    words: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.corpus === undefined) throw new Error('--corpus FILE: articles as JSON Lines');
const random = randomFrom(Number(values.seed));

const folder = mkdtempSync(join(tmpdir(), 'podshivka-window-'));
const archive = join(folder, 'Архив');
const cli = join(import.meta.dirname, '../../dist/host/cli.mjs');
execFileSync(process.execPath, [cli, 'import', values.corpus, '--archive', archive, '--json'], {
  stdio: 'ignore',
  env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
});
const words = titleWords(values.corpus).filter(() => random() < 0.2);

const browser = await chromium.launch({ ...testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
const page = await (await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } })).newPage();
const begun = performance.now();
const { address, end } = await serve(archive);
const served = performance.now() - begun;
await page.goto(address);
await page.locator('.results [role=option]').first().waitFor();
const usable = performance.now() - begun;
const { pid } = JSON.parse(readFileSync(join(archive, 'owner.json'), 'utf8')) as { pid: number };
const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1e3;
const atRest = resident();

await watchPaints(page);
for (let n = 0; n < Number(values.words); n++) {
  await page.locator('#query').fill('');
  await page.waitForTimeout(250);
  await page.locator('#query').pressSequentially(words[n % words.length]!, { delay: 140 });
  await page.waitForTimeout(250);
}
const paints = (await page.evaluate(() => (globalThis as unknown as { paints: number[] }).paints)).toSorted(
  (a, b) => a - b,
);
const at = (share: number) =>
  Math.round(paints[Math.min(paints.length - 1, Math.floor(share * paints.length))] ?? Number.NaN);
console.log(
  JSON.stringify(
    {
      served: Math.round(served),
      usable: Math.round(usable),
      memory: { atRest: Math.round(atRest), afterTyping: Math.round(resident()) },
      keyToPaint: { keys: paints.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    },
    null,
    2,
  ),
);
await browser.close();
await end();
rmSync(folder, { recursive: true, force: true });

/** From each key in the field to the frame in which the result of exactly that text stands, milliseconds. */
async function watchPaints(on: Page): Promise<void> {
  await on.evaluate(() => {
    const paints: number[] = [];
    (globalThis as unknown as { paints: number[] }).paints = paints;
    let pressed: number | undefined;
    document.getElementById('query')!.addEventListener('input', (event) => {
      pressed = (event.target as HTMLInputElement).value === '' ? undefined : performance.now();
    });
    const list = document.querySelector('.results')!;
    new MutationObserver(() => {
      if (pressed === undefined) return;
      const key = pressed;
      pressed = undefined;
      requestAnimationFrame(() => setTimeout(() => paints.push(performance.now() - key)));
    }).observe(list, { childList: true, characterData: true, subtree: true });
  });
}

function titleWords(file: string): string[] {
  const head = readFileSync(file, 'utf8').slice(0, 4_000_000).split('\n').slice(0, 400);
  const titles = head.flatMap((line) => {
    try {
      return [(JSON.parse(line) as { title: string }).title];
    } catch {
      return []; // the last line, cut
    }
  });
  return [...new Set(titles.flatMap((title) => title.match(/[\p{L}]{5,9}/gu) ?? []))];
}
