import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES } from './search-engines.ts';
import { GROUPS } from './search-queries.ts';

/**
 * Search engines side by side on one corpus, each in processes of its own:
 * `npm run bench -- --articles 10000 --corpus articles.jsonl [--engines podshivka,sqlite-fts5] [--write]`. The corpus is
 * JSON Lines with `title` and `body`. With `--write` the tables go into RESULTS.md; ratios are to stock Lunr when it took
 * part, else to SQLite FTS5.
 */
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    corpus: { type: 'string' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
    write: { type: 'boolean', default: false },
  },
});

interface Built {
  seconds: number;
  cpu: number;
  peak: number;
  size: number;
}
interface Queried {
  cold: number;
  rss: number;
  groups: Record<string, { first: number[]; best: number[]; found: number }>;
  add: number | null;
}

const RUN = fileURLToPath(new URL('./search-run.ts', import.meta.url));
const RESULTS = fileURLToPath(new URL('./RESULTS.md', import.meta.url));
const DICTIONARY = fileURLToPath(new URL('../../dist/data/dictionary.bin', import.meta.url));

/** Runs one engine; answers its last line, and the milliseconds to its first. */
function run(mode: string, engine: string, folder: string): Promise<{ result: unknown; first: number } | undefined> {
  return new Promise((resolve) => {
    const start = performance.now();
    let first = 0;
    let output = '';
    const child = spawn(
      process.execPath,
      ['--max-old-space-size=12000', '--no-warnings', RUN, mode, engine, values.corpus!, values.articles, folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...(existsSync(DICTIONARY) ? { DICTIONARY } : {}) },
      },
    );
    child.stdout.on('data', (data: Buffer) => {
      if (first === 0) first = performance.now() - start;
      output += data.toString('utf8');
    });
    child.on('close', (code) => {
      if (code !== 0) resolve(undefined);
      else resolve({ result: JSON.parse(output.trim().split('\n').at(-1)!), first });
    });
  });
}

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN;

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(2);

async function main(): Promise<void> {
  if (values.corpus === undefined) {
    process.stderr.write('A corpus is needed: --corpus FILE (JSON Lines with title and body).\n');
    process.exitCode = 2;
    return;
  }
  const measured = new Map<string, { built: Built; queried: Queried }>();
  for (const engine of values.engines.split(',')) {
    const folder = mkdtempSync(join(tmpdir(), `bench-${engine}-`));
    mkdirSync(folder, { recursive: true });
    process.stderr.write(`${engine} …\n`);
    const built = await run('build', engine, folder);
    const queried = built === undefined ? undefined : await run('query', engine, folder);
    rmSync(folder, { recursive: true });
    if (built === undefined || queried === undefined) process.stderr.write(`${engine} did not finish\n`);
    else
      measured.set(engine, {
        built: built.result as Built,
        queried: { ...(queried.result as Queried), cold: queried.first },
      });
  }
  const report = tables(measured);
  process.stdout.write(`${report}\n`);
  if (values.write) writeSection(report);
}

function tables(measured: ReadonlyMap<string, { built: Built; queried: Queried }>): string {
  const base = measured.has('lunr') ? 'lunr' : 'sqlite-fts5';
  const reference = measured.get(base);
  const count = Number(values.articles);
  const cell = (value: number, against: number | undefined, inverse = false) =>
    against === undefined || Number.isNaN(against)
      ? short(value)
      : `${short(value)} (×${short(inverse ? against / value : value / against)})`;
  const all = ({ groups }: Queried) => Object.values(groups).flatMap(({ best }) => best);
  const rows = [...measured].map(([name, { built, queried }]) =>
    [
      name,
      cell(count / built.cpu, reference === undefined ? undefined : count / reference.built.cpu),
      cell(built.peak, reference?.built.peak),
      cell(built.size, reference?.built.size),
      cell(queried.cold, reference?.queried.cold),
      cell(queried.rss, reference?.queried.rss),
      [0.5, 0.95, 0.99].map((q) => short(quantile(all(queried), q))).join(' / '),
      queried.add === null ? '–' : short(queried.add),
    ].join(' | '),
  );
  const latencies = [...measured].map(([name, { queried }]) =>
    [name, ...GROUPS.map((group) => latency(queried.groups[group]))].join(' | '),
  );
  const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  return [
    `### ${count} articles (${machine}; ratios to ${base})`,
    '',
    '| engine | articles per CPU second | peak memory above the corpus, MB | on disk, MB | new process → first result, ms | memory at rest, MB | p50 / p95 / p99, ms | one more article, ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
    `| p50 / p99, ms | ${GROUPS.join(' | ')} |`,
    `| --- | ${GROUPS.map(() => '---').join(' | ')} |`,
    ...latencies.map((row) => `| ${row} |`),
  ].join('\n');
}

function latency(group: Queried['groups'][string] | undefined): string {
  return group === undefined ? '–' : `${short(quantile(group.best, 0.5))} / ${short(quantile(group.best, 0.99))}`;
}

/** Puts the tables of this size into RESULTS.md under «Search», in place of those of an earlier run. */
function writeSection(report: string): void {
  const text = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# Measured\n';
  const heading = '## Search';
  const at = text.indexOf(`${heading}\n`);
  const next = at < 0 ? -1 : text.indexOf('\n## ', at + heading.length);
  const before = at < 0 ? `${text.trimEnd()}\n\n` : text.slice(0, at);
  const after = next < 0 ? '' : text.slice(next);
  const section = at < 0 ? '' : text.slice(at + heading.length, next < 0 ? undefined : next).trim();
  const title = report.split(' (')[0]!;
  const kept = section.split(/\n(?=### )/).filter((part) => part !== '' && !part.startsWith(`${title} (`));
  writeFileSync(RESULTS, `${before}${heading}\n\n${[...kept, report].join('\n\n').trim()}\n${after}`);
}

await main();
