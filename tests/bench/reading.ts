import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { describe } from '../../archive/annotations/selector.ts';
import { randomFrom } from '../../archive/entities/chance.ts';
import { Database } from '../../archive/store/database.ts';
import { testBrowser } from '../../build/test-browser.ts';
import { serve } from '../e2e/desk.ts';

/**
 * Reading at its limits, in the built program and a real Chromium, by the Performance API: an article of 300,000
 * characters, 5,000 marks on one article, 100,000 in the archive. Needs `npm run build` first.
 *
 *   node tests/bench/reading.ts [ROUNDS]
 *
 * Beside each time on the clock stands the processor time of the window's main thread, which a busy machine does not
 * lengthen. A time runs from the click, dispatched in the page, to the end of the first frame in which what was asked for is
 * shown. Texts are made up of a small vocabulary; nothing is read from outside.
 */
const rounds = Number(process.argv[2] ?? 5);
const words = 'вода причал озеро министр встреча дорога школа план река мост город область совет работа день год'.split(
  ' ',
);
const random = randomFrom(20261124);
const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
const sentence = (length: number) => {
  const text = Array.from({ length }, () => pick(words)).join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
};
const paragraph = () => Array.from({ length: 4 }, () => sentence(9)).join(' ');

function bodyOf(characters: number): string {
  const parts: string[] = [];
  for (let length = 0; length < characters; length += parts.at(-1)!.length + 1) parts.push(paragraph());
  return parts.join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'podshivka-bench-'));
const archive = join(folder, 'archive');
const stories = [
  { key: 'long', title: 'Длинная статья', body: bodyOf(300_000), source: 'Вестник', date: '2024-03-14' },
  { key: 'noted', title: 'Исчёрканная статья', body: bodyOf(40_000), source: 'Вестник', date: '2024-03-13' },
  ...Array.from({ length: 500 }, (_, at) => ({
    key: `s${at}`,
    title: `Заметка номер ${at}`,
    body: bodyOf(800),
    source: pick(['Известия', 'Край', 'Берег']),
    date: `2023-${String(1 + (at % 12)).padStart(2, '0')}-10`,
  })),
];
const file = join(folder, 'stories.json');
writeFileSync(file, JSON.stringify(stories));
const cli = join(import.meta.dirname, '../../dist/host/cli.mjs');
execFileSync(process.execPath, [cli, 'import', file, '--archive', archive], { stdio: 'ignore' });
annotate();

/** 5,000 marks on the second article, and on the others as many as make 100,000. */
function annotate(): void {
  const database = new Database(join(archive, 'archive.sqlite'));
  const articles = database.all<{ id: number; key: string; body: string }>(
    'SELECT id, key, body FROM article JOIN article_text ON article = id ORDER BY id',
  );
  const [noted, ...others] = [
    ...articles.filter(({ key }) => key === 'noted'),
    ...articles.filter(({ key }) => key[0] === 's'),
  ];
  database.transaction(() => {
    for (let at = 0; at < 100_000; at++) {
      const { id, body } = at < 5000 ? noted! : others[at % others.length]!;
      const start = Math.floor(random() * (body.length - 60));
      const { quote, position } = describe(body, { start, end: start + 10 + Math.floor(random() * 40) });
      database.run(
        `INSERT INTO annotation (article, field, exact, prefix, suffix, start, "end", placement, pencil, note, tags, created_at, changed_at)
         VALUES (?, 'body', ?, ?, ?, ?, ?, 'exact', ?, ?, ?, ?, ?)`,
        id,
        quote.exact,
        quote.prefix,
        quote.suffix,
        position.start,
        position.end,
        pick(['ochre', 'blue', 'red', 'lead']),
        at % 3 === 0 ? sentence(6) : '',
        JSON.stringify(at % 4 === 0 ? [pick(words)] : []),
        1_700_000_000_000 + at * 1000,
        1_700_000_000_000 + at * 1000,
      );
    }
  });
  database.close();
}

/** Milliseconds from a click on an element to the end of the first frame in which the selector shows the text. */
function clicked(page: Page, selector: string, shown: string, text = ''): Promise<number> {
  return page.evaluate(
    ([from, to, wanted]) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        document.querySelector<HTMLElement>(from!)!.click();
        const look = () => {
          if (!document.querySelector(to!)?.textContent?.includes(wanted!)) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
        };
        look();
      }),
    [selector, shown, text] as const,
  );
}

/** Takes the marks off an open article and paints them again: those near the visible part, as the reader does. */
const paintedAgain = (page: Page) =>
  page.evaluate(async () => {
    const names = ['ochre', 'blue', 'red', 'lead'].flatMap((one) => [`pencil-${one}`, `under-${one}`]);
    const ranges = names.map((name) => [...(CSS.highlights.get(name) ?? [])]);
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    for (const name of names) CSS.highlights.delete(name);
    await frame();
    const begun = performance.now();
    names.forEach((name, at) => {
      CSS.highlights.set(name, new Highlight(...ranges[at]!));
    });
    await frame();
    return performance.now() - begun;
  });

const scrolled = (page: Page) =>
  page.evaluate(async () => {
    const begun = performance.now();
    document.querySelector<HTMLElement>('.page')!.scrollTop += 120;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - begun;
  });

/** Milliseconds on the clock, and of the main thread's processor time. */
interface Took {
  clock: number;
  busy: number;
}

async function busyDuring(client: CDPSession, work: () => Promise<number>): Promise<Took> {
  const busy = async () =>
    (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  const before = await busy();
  const clock = await work();
  return { clock, busy: (await busy()) - before };
}

const middle = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]!;
const rows: string[] = [];
const row = (what: string, times: readonly Took[], goal: string) => {
  const [clock, busy] = [middle(times.map((one) => one.clock)), middle(times.map((one) => one.busy))];
  rows.push(`| ${what} | ${clock.toFixed(0)} | ${busy.toFixed(0)} | ${goal} |`);
  console.error(rows.at(-1));
};

const { address, end } = await serve(archive);
const browser = await chromium.launch({ ...testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
try {
  const page = await browser.newPage({ viewport: { width: 1680, height: 1050 }, locale: 'ru-RU' });
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address);
  await page.locator('.mast nav').getByText('Поиск').click();
  const query = page.getByRole('combobox', { name: 'Поиск в архиве' });
  const to = async (words: string, title: string) => {
    await query.fill(words);
    await page.locator('.results [role=option]', { hasText: title }).first().waitFor();
  };
  /** Opens an article and leaves it again by opening the other. */
  const opened = async (title: string) => {
    const times: Took[] = [];
    await to('заголовок:статья', title);
    for (let round = 0; round <= rounds; round++) {
      for (const one of ['Длинная', 'Исчёрканная']) {
        await page.evaluate((text) => {
          for (const old of document.querySelectorAll('[data-bench]')) old.removeAttribute('data-bench');
          const rows = [...document.querySelectorAll('.results [role=option]')];
          rows.find((option) => option.textContent?.includes(text))?.setAttribute('data-bench', '');
        }, one);
        const took = await busyDuring(client, () =>
          clicked(page, '[data-bench]', '.text:has(.body .p) .headline', one),
        );
        // The first round fills the caches: it is not counted.
        if (round > 0 && title.startsWith(one)) times.push(took);
        await page.waitForTimeout(600);
      }
    }
    return times;
  };
  row('article of 300,000 characters: click to text', await opened('Длинная статья'), '≤ 200');
  row('article with 5,000 marks: click to text', await opened('Исчёрканная статья'), '≤ 200');
  const scrolling = async () => {
    const steps: Took[] = [];
    for (let step = 0; step < 60; step++) steps.push(await busyDuring(client, () => scrolled(page)));
    return steps;
  };
  const painting: Took[] = [];
  for (let round = 0; round < rounds; round++) painting.push(await busyDuring(client, () => paintedAgain(page)));
  row('its marks near the visible part painted anew, with the frame', painting, '≤ 50');
  row('scrolling it by 120 pixels, a frame', await scrolling(), '≤ 17');
  await page.locator('.results [role=option]', { hasText: 'Длинная' }).click();
  await page.locator('.text .headline', { hasText: 'Длинная' }).waitFor();
  await page.waitForTimeout(600);
  row('scrolling 300,000 characters by 120 pixels, a frame', await scrolling(), '≤ 17');
  const notes: Took[] = [];
  for (let round = 0; round <= rounds; round++) {
    const took = await busyDuring(client, () => clicked(page, '.mast nav a[href*="notes"]', '.ni'));
    if (round > 0) notes.push(took);
    else row('notes page of 100,000, the first time', [took], '');
    await page.locator('.mast nav').getByText('Поиск').click();
    await page.waitForTimeout(300);
  }
  row('notes page of 100,000, then', notes, '≤ 100');
} finally {
  await browser.close();
  await end();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`load ${loadavg()[0]!.toFixed(1)}, ${rounds} rounds, milliseconds\n
| what | clock | main thread | goal |
| --- | --- | --- | --- |
${rows.join('\n')}`);
