import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { randomFrom } from '../../archive/entities/chance.ts';
import { testBrowser } from '../../build/test-browser.ts';
import { serve } from '../e2e/desk.ts';
import { largeArchive } from './large-archive.ts';
import { act } from './monkey.ts';

/**
 * A soak test: `npm run bench:soak -- --corpus FILE [--archive DIR] [--actions 10000] [--seed 1] [--minutes 120]`. A seeded monkey
 * uses the built program in Chromium over an archive of the corpus. At the end: complaints of the window, faults in the log, growth of memory from a fifth of the
 * way to the end (page's heap after collection; the server's resident set), and whether everything the person made is
 * there after the program was killed and started again.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    archive: { type: 'string' },
    minutes: { type: 'string', default: '120' },
    actions: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.corpus === undefined) throw new Error('--corpus FILE: articles as JSON Lines');
/** The process may grow by so much from a fifth of the way to the end. */
const MOST_GROWTH = 1.2;
const actions = Number(values.actions);
const random = randomFrom(Number(values.seed));

const archive = largeArchive(values.corpus, values.archive);
const { words } = archive;

const browser = await chromium.launch({ ...testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
let { address, end } = await serve(archive.folder);
const page = await (await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } })).newPage();
const complaints: string[] = [];
// A refusal («nothing to undo») is an answer that Chromium calls a failed load; faults of the server stand in its log.
page.on('console', (message) => {
  if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
    complaints.push(message.text());
});
page.on('pageerror', (error) => complaints.push(String(error)));
await page.goto(address);
await page.locator('#query').waitFor();
const home = new URL('/', page.url()).href;
const session = await page.context().newCDPSession(page);

/**
 * The page's heap after a collection and the server's resident set, MB; over the same list of all articles each time, so that what
 * the monkey happens to look at is not counted.
 */
async function memory(): Promise<{ page: number; server: number }> {
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    location.hash = '#/search';
  });
  await page.waitForTimeout(2000);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { page: usedSize / 1e6, server: archive.memory().now };
}

const started = performance.now();
const done: string[] = [];
let early = await memory();
let acted = 0;
for (let n = 1; n <= actions && performance.now() - started < Number(values.minutes) * 60_000; n++) {
  acted = n;
  done.push(await act(page, words, random));
  if (done.length > 20) done.shift();
  // A step back from the first page leaves the program.
  if (!page.url().startsWith(home)) await page.goto(home);
  if (complaints.length > 0) break;
  if (n === Math.round(actions / 5)) early = await memory();
  if (n % 1000 === 0) console.error(n, await memory());
}
const late = await memory();
const minutes = (performance.now() - started) / 60_000;
await page.waitForTimeout(1000);

/** What the archive says of itself to a window. */
const info = () =>
  page.evaluate(async () => {
    const answer = await fetch('/rpc/archive/info', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const { json } = (await answer.json()) as { json: Record<string, unknown> };
    return { articles: json.articles, annotations: json.annotations, selections: json.selections };
  });
const before = await info();
process.kill(archive.pid(), 'SIGKILL');
await end();
({ address, end } = await serve(archive.folder));
await page.goto(address);
const after = await info();
await browser.close();
await end();
const check = archive.podshivka('doctor');
const kept = JSON.stringify(before) === JSON.stringify(after);
const faults = archive.log().filter((line) => line.includes('"level":"error"'));
console.log(
  JSON.stringify(
    {
      actions: acted,
      seed: values.seed,
      minutes: Number(minutes.toFixed(1)),
      complaints,
      last: complaints.length > 0 ? done : [],
      faults: faults.slice(0, 5),
      memory: { early, late, page: late.page / early.page, server: late.server / early.server },
      made: before,
      kept,
      doctor: check.ok,
    },
    null,
    2,
  ),
);
archive.remove();
const grown = late.page > early.page * MOST_GROWTH || late.server > early.server * MOST_GROWTH;
process.exitCode = complaints.length + faults.length > 0 || grown || !kept || check.ok !== true ? 1 : 0;
