import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRouterClient } from '@orpc/server';
import { searchRequest } from '../../archive/contract/search.ts';
import { openArchive } from '../../archive/service/archive.ts';
import { router } from '../../archive/service/router.ts';
import { createPool } from '../../archive/workers/pool.ts';
import { writeLines, writePages } from './import-corpus.ts';

/**
 * Imports with two workers while somebody searches: `npm run bench:import -- CORPUS.jsonl.gz`. Of the corpus are made a file
 * of `--lines` articles and `--pages` saved pages (0 leaves one out), each imported into an archive of its own; instead,
 * `--files` names files and folders to import as they are. `--idle` searches nothing. One table row each: the speed, the
 * memory of the whole process, and how long searches take meanwhile.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lines: { type: 'string', default: '5000' },
    pages: { type: 'string', default: '2000' },
    files: { type: 'boolean', default: false },
    idle: { type: 'boolean', default: false },
    every: { type: 'string', default: '150' },
  },
});
if (positionals.length === 0) throw new Error('Of what? Name a corpus in JSON Lines, or with --files what to import');

const queries = [
  'президент',
  'министр иностранных дел',
  '"совет директоров"',
  'москв*',
  'казахстан нефть',
  'Путин',
  'суд ИЛИ прокурор',
  '',
];
const resources = fileURLToPath(new URL('../../dist/data', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'podshivka-bench-'));

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN;
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
const told = (times: readonly number[], ...shares: number[]) =>
  times.length === 0 ? '–' : shares.map((share) => quantile(times, share).toFixed(0)).join(' / ');

async function measure(what: string, paths: string[]): Promise<string> {
  const archive = openArchive(join(scratch, 'archive'), {
    resources,
    pool: () => createPool({ resources }),
    log: ({ level, name, cause }) => level === 'error' && process.stderr.write(`${name}: ${String(cause)}\n`),
    program: 'bench',
  });
  const client = createRouterClient(router(archive), { context: { log: () => {} } });
  const search = async (i: number): Promise<number> => {
    const from = performance.now();
    await client.search.run(searchRequest.parse({ query: queries[i % queries.length], fold: true }));
    return performance.now() - from;
  };
  let peak = 0;
  const memory = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const { job } = await client.imports.start({ paths });
  let going = true;
  const ended = archive.jobs.ended(job).then((end) => {
    going = false;
    return end;
  });
  const during: number[] = [];
  for (let i = 0; going && !values.idle; i++) {
    during.push(await search(i));
    await new Promise((resolve) => setTimeout(resolve, Number(values.every)));
  }
  const { state } = await ended;
  const seconds = (performance.now() - begun) / 1000;
  const used = process.cpuUsage(cpu);
  clearInterval(memory);
  delay.disable();
  const { added, known, updated, rejectedCount } = await client.imports.report({ job });
  const alone: number[] = [];
  for (let i = 0; i < 100 && !values.idle; i++) alone.push(await search(i));
  const size = statSync(archive.folder.database).size;
  await archive.close();
  rmSync(join(scratch, 'archive'), { recursive: true });
  const records = added + known + updated + rejectedCount;
  return `| ${[
    `${what}${state === 'done' ? '' : ` (${state})`}`,
    `${added} + ${known} + ${updated} + ${rejectedCount}`,
    seconds.toFixed(0),
    (records / seconds).toFixed(0),
    (records / ((used.user + used.system) / 1e6)).toFixed(0),
    megabytes(peak),
    told(during, 0.5, 0.95, 0.99),
    told(alone, 0.5, 0.95),
    `${(delay.percentile(99) / 1e6).toFixed(0)} / ${(delay.max / 1e6).toFixed(0)}`,
    megabytes(size),
  ].join(' | ')} |`;
}

const rows: string[] = [];
if (values.files) rows.push(await measure(positionals.join(', '), positionals));
else {
  const [corpus] = positionals as [string];
  const [lines, pages] = [join(scratch, 'news.jsonl'), join(scratch, 'pages')];
  if (values.lines !== '0') {
    await writeLines(corpus, lines, Number(values.lines));
    rows.push(await measure(`${values.lines} lines of JSON`, [lines]));
  }
  if (values.pages !== '0') {
    writePages(corpus, pages, Number(values.pages));
    rows.push(await measure(`${values.pages} saved pages`, [pages]));
  }
}
rmSync(scratch, { recursive: true });
process.stdout.write(`| what | new + known + updated + rejected | seconds | a second | a second of processor time | peak memory, MB | search during it p50 / p95 / p99, ms | search after it p50 / p95, ms | event loop p99 / longest, ms | database, MB |
|${' --- |'.repeat(10)}
${rows.join('\n')}
Node ${process.versions.node}, load ${loadavg()
  .map((load) => load.toFixed(0))
  .join(' ')}
`);
