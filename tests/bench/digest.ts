import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { testBrowser } from '../../build/test-browser.ts';

/**
 * Time and peak memory of a digest: `npm run bench:digest -- ARCHIVE [ARTICLES…]`. The archive is one with enough articles; the
 * built command line makes the PDF, then the HTML of the same articles, which headless Chromium prints for comparison.
 * Every figure is that of a process of its own, started cold.
 */
const [archive, ...counts] = process.argv.slice(2);
if (archive === undefined || !existsSync(join(archive, 'archive.sqlite'))) {
  console.error('npm run bench:digest -- ARCHIVE [ARTICLES…]');
  process.exit(2);
}
const root = join(import.meta.dirname, '../..');
/** With these the program is started. */
const flags = JSON.parse(readFileSync(join(root, 'build/node-flags.json'), 'utf8')) as string[];
const folder = mkdtempSync(join(tmpdir(), 'podshivka-digest-'));

interface Run {
  seconds: number;
  /** Processor time of the process and its threads, seconds. */
  processor: number;
  /** Megabytes. */
  peak: number;
}

const ticks = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout) || 100;
/** How often a process is looked at, milliseconds. */
const rhythm = 40;

/** Kilobytes and processor ticks of a process, as Linux tells them; nothing when it is gone. */
function look(pid: number): { memory: number; ticks: number } | undefined {
  const memory = Number(/VmHWM:\s+(\d+)/.exec(readFirst(`/proc/${pid}/status`) ?? '')?.[1]);
  const fields = readFirst(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ');
  return fields === undefined ? undefined : { memory, ticks: Number(fields[11]) + Number(fields[12]) };
}

function measured(command: string, args: string[]): Promise<Run> {
  const begun = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let last = { memory: 0, ticks: 0 };
  const timer = setInterval(() => {
    const seen = look(child.pid!);
    if (seen !== undefined && !Number.isNaN(seen.memory)) last = seen;
  }, rhythm);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      clearInterval(timer);
      if (code !== 0) return reject(new Error(`${command} ended with ${code}`));
      resolve({ seconds: (performance.now() - begun) / 1000, processor: last.ticks / ticks, peak: last.memory / 1024 });
    });
  });
}

const exported = (count: number, out: string, ...more: string[]) =>
  measured(process.execPath, [
    ...flags,
    join(root, 'dist/host/cli.mjs'),
    'export',
    '--query',
    '',
    '--limit',
    String(count),
    '--out',
    out,
    '--archive',
    archive,
    ...more,
  ]);

/** Megabytes of all processes that this one began, what they share counted once. */
function offspring(): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readFirst(`/proc/${name}/stat`);
    if (stat !== undefined) parents.set(Number(name), Number(stat.split(') ')[1]?.split(' ')[1]));
  }
  const ours = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === process.pid || (parent !== undefined && parent > 1 && ours(parent));
  };
  return [...parents.keys()]
    .filter(ours)
    .map((pid) => Number(/Pss:\s+(\d+)/.exec(readFirst(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0) / 1024)
    .reduce((sum, megabytes) => sum + megabytes, 0);
}

function readFirst(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Prints a page by a headless browser. */
async function printed(html: string, out: string): Promise<{ seconds: number; peak: number }> {
  const begun = performance.now();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, offspring());
  }, 5 * rhythm);
  const browser = await chromium.launch({ ...testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });
  const page = await browser.newPage();
  await page.goto(`file://${html}`);
  await page.pdf({ path: out, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await browser.close();
  clearInterval(timer);
  return { seconds: (performance.now() - begun) / 1000, peak };
}

const pages = (file: string) =>
  /Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? '–';
const size = (file: string) => `${(statSync(file).size / 1e6).toFixed(1)} MB`;

console.log(`${new Date().toISOString().slice(0, 10)} · ${cpus().length} cores · Node ${process.versions.node}`);
console.log('| articles | made by | seconds | processor s | peak memory, MB | pages | file | load |');
console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
for (const count of counts.length > 0 ? counts.map(Number) : [200, 1000]) {
  const [pdf, html, print] = ['a.pdf', 'a.html', 'b.pdf'].map((name) => join(folder, name)) as [string, string, string];
  const line = (who: string, run: Partial<Run>, file: string, sheets: string) =>
    console.log(
      `| ${count} | ${who} | ${run.seconds?.toFixed(1)} | ${run.processor?.toFixed(1) ?? '–'} | ${run.peak?.toFixed(0) ?? '–'} | ${sheets} | ${size(file)} | ${loadavg()[0]!.toFixed(1)} |`,
    );
  line('podshivka export, PDF', await exported(count, pdf), pdf, pages(pdf));
  line('podshivka export, HTML', await exported(count, html), html, '–');
  line('Chromium, that HTML to PDF', await printed(html, print), print, pages(print));
  const docx = join(folder, 'a.docx');
  line('podshivka export, DOCX', await exported(count, docx), docx, '–');
}
rmSync(folder, { recursive: true });
