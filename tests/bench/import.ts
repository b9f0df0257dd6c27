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

/**
 * Imports files or folders with two workers while somebody searches: `npm run bench:import -- PATH…`. Tells the speed, the
 * memory of the whole process, and how long searches take meanwhile. The archive is made in the system's folder for
 * temporary files, unless `--archive` names one to add to; `--idle` searches nothing.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    archive: { type: 'string' },
    idle: { type: 'boolean', default: false },
    every: { type: 'string', default: '150' },
  },
});
if (positionals.length === 0) throw new Error('What is to be imported? Name files or folders');

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
const made = values.archive === undefined ? mkdtempSync(join(tmpdir(), 'podshivka-bench-')) : undefined;
const archive = openArchive(values.archive ?? join(made!, 'archive'), {
  resources,
  pool: () => createPool({ resources }),
  log: ({ level, name, cause }) => level === 'error' && process.stderr.write(`${name}: ${String(cause)}\n`),
  program: 'bench',
});
const client = createRouterClient(router(archive), { context: { log: () => {} } });

const quantile = (times: readonly number[], q: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN;

let peak = 0;
const sampled: number[] = [];
const memory = setInterval(() => {
  const { rss } = process.memoryUsage();
  peak = Math.max(peak, rss);
  sampled.push(rss);
}, 100);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

const begun = performance.now();
const cpu = process.cpuUsage();
const { job } = await client.imports.start({ paths: positionals });
let going = true;
const ended = archive.jobs.ended(job).then((end) => {
  going = false;
  return end;
});
const times: number[] = [];
for (let i = 0; going && !values.idle; i++) {
  const from = performance.now();
  await client.search.run(searchRequest.parse({ query: queries[i % queries.length], fold: true }));
  times.push(performance.now() - from);
  await new Promise((resolve) => setTimeout(resolve, Number(values.every)));
}
const { state } = await ended;
const alone: number[] = [];
const seconds = (performance.now() - begun) / 1000;
const used = process.cpuUsage(cpu);
const { added, known, updated, rejectedCount } = await client.imports.report({ job });
clearInterval(memory);
delay.disable();
for (let i = 0; i < 100 && !values.idle; i++) {
  const from = performance.now();
  await client.search.run(searchRequest.parse({ query: queries[i % queries.length], fold: true }));
  alone.push(performance.now() - from);
}
const records = added + known + updated + rejectedCount;
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
process.stdout.write(
  `${JSON.stringify(
    {
      state,
      added,
      known,
      updated,
      rejected: rejectedCount,
      seconds: Math.round(seconds),
      'records a second': Math.round(records / seconds),
      'records a second of processor time': Math.round(records / ((used.user + used.system) / 1e6)),
      'memory, MB: peak / middle': `${megabytes(peak)} / ${megabytes(quantile(sampled, 0.5))}`,
      'searches: number, p50 / p95 / p99, ms': `${times.length}, ${[0.5, 0.95, 0.99].map((q) => quantile(times, q).toFixed(0)).join(' / ')}`,
      'searches with nothing else going on, p50 / p95, ms': `${quantile(alone, 0.5).toFixed(0)} / ${quantile(alone, 0.95).toFixed(0)}`,
      'event loop p99 / longest, ms': `${(delay.percentile(99) / 1e6).toFixed(0)} / ${(delay.max / 1e6).toFixed(0)}`,
      'database, MB': megabytes(statSync(archive.folder.database).size),
      'load of the machine': loadavg()
        .map((load) => load.toFixed(1))
        .join(' '),
    },
    undefined,
    2,
  )}\n`,
);
await archive.close();
if (made !== undefined) rmSync(made, { recursive: true, force: true });
