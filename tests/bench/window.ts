import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { randomFrom } from '../../archive/entities/chance.ts';
import { testBrowser } from '../../build/test-browser.ts';
import { serve } from '../e2e/desk.ts';
import { largeArchive } from './large-archive.ts';

/**
 * The window over a large archive: `npm run bench:window -- --corpus FILE [--archive DIR] [--words 60] [--starts 5]`. From a new
 * process to the first result on the screen; memory of the archive's process; from a key to the painted result, by the page's own
 * clock; and the processor's time of server and page for both, which a busy machine does not lengthen.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    archive: { type: 'string' },
    words: { type: 'string', default: '60' },
    starts: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.corpus === undefined) throw new Error('--corpus FILE: articles as JSON Lines');
const random = randomFrom(Number(values.seed));
const archive = largeArchive(values.corpus, values.archive);
const words = archive.words.filter(({ length }) => length > 4 && length < 10 && random() < 0.2);

const browser = await chromium.launch({ ...testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });

/** Starts the program anew and waits for its first result. */
async function start() {
  const context = await browser.newContext({ locale: 'ru-RU', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const begun = performance.now();
  const { address, end } = await serve(archive.folder);
  const served = performance.now() - begun;
  await page.goto(address);
  await page.locator('.results [role=option]').first().waitFor();
  const usable = performance.now() - begun;
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** Processor's time of server and page since they began, milliseconds. */
  const processor = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const page = 1e3 * metrics.find(({ name }) => name === 'ProcessTime')!.value;
    return { server: archive.processor(), page };
  };
  return { page, served, usable, processor, started: await processor(), end: () => context.close().then(end) };
}

const starts: Pick<Awaited<ReturnType<typeof start>>, 'served' | 'usable' | 'started'>[] = [];
let running = await start();
for (let n = 1; n <= Number(values.starts); n++) {
  await running.end();
  running = await start();
  starts.push(running);
}
const { page, end, processor } = running;
await page.waitForTimeout(5000);
const atRest = archive.memory();

await watchPaints(page);
const before = await processor();
for (let n = 0; n < Number(values.words); n++) {
  await page.locator('#query').fill('');
  await page.waitForTimeout(250);
  await page.locator('#query').pressSequentially(words[n % words.length]!, { delay: 300 });
  await page.waitForTimeout(250);
}
const paints = await page.evaluate(() => (globalThis as unknown as { paints: number[] }).paints);
const worked = await processor();
const after = archive.memory();
const articles = await page.locator('.strip .num').last().innerText();

/** The value that this share of the sample does not exceed, rounded. */
const at = (sample: readonly number[], share: number) =>
  Math.round(sample.toSorted((a, b) => a - b)[Math.min(sample.length - 1, Math.floor(share * sample.length))]!);
const spread = (sample: readonly number[]) => ({ least: at(sample, 0), median: at(sample, 0.5), most: at(sample, 1) });
console.log(
  JSON.stringify(
    {
      articles,
      served: spread(starts.map(({ served }) => served)),
      usable: spread(starts.map(({ usable }) => usable)),
      processorUntilUsable: {
        server: spread(starts.map(({ started }) => started.server)),
        page: spread(starts.map(({ started }) => started.page)),
      },
      memory: {
        atRest: Math.round(atRest.now),
        afterTyping: Math.round(after.now),
        peak: Math.round(after.peak),
      },
      keyToPaint: { keys: paints.length, p50: at(paints, 0.5), p95: at(paints, 0.95), p99: at(paints, 0.99) },
      processorPerKey: {
        server: Math.round((worked.server - before.server) / paints.length),
        page: Math.round((worked.page - before.page) / paints.length),
      },
    },
    null,
    2,
  ),
);
await end();
await browser.close();
archive.remove();

/**
 * From each key in the field to the frame in which the list has changed for it, milliseconds. Keys come slower than answers, so that
 * no change is of an earlier key.
 */
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
