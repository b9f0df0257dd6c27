import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import nodeFlags from '../../build/node-flags.json' with { type: 'json' };
import { ENGINES } from './search-engines.ts';
import { type Measured, quantiles, tables, writeSection } from './search-report.ts';

/**
 * Search engines side by side on one corpus, each in processes of its own:
 * `npm run bench -- --articles 10000 [--corpus articles.jsonl] [--engines podshivka,sqlite-fts5] [--index-only] [--write]`.
 * The corpus is JSON Lines with `title` and `body`, read as a stream; without one, articles are made up. With
 * `--index-only` nothing is asked through the contract, whose archive of a million articles would take hours. With `--write`
 * the tables go into RESULTS.md. Queries run from bundled files, as the product does, so that the time to the first
 * result is not that of reading many small sources, and each engine loads nothing of the others.
 */
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    corpus: { type: 'string', default: '' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
    'index-only': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const RUN = path('./search-run.ts');
const CONTRACT = path('./search-contract.ts');
const BUNDLE = path('../../dist/bench/search-run.mjs');
const RESULTS = path('./RESULTS.md');
const DICTIONARY = path('../../dist/data/dictionary.bin');

/** Runs a program; answers its last line, and the milliseconds to its first. Undefined: it failed. */
function run(program: string, ...given: string[]): Promise<{ result: unknown; first: number } | undefined> {
  return new Promise((resolve) => {
    const start = performance.now();
    let first = 0;
    let output = '';
    const child = spawn(
      process.execPath,
      [...nodeFlags, '--max-old-space-size=12000', '--no-warnings', program, ...given],
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

async function measure(engine: string): Promise<Measured | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.stderr.write(`${engine} …\n`);
  try {
    const built = await run(RUN, 'build', engine, values.corpus, values.articles, folder);
    if (built === undefined) return undefined;
    const own = built.result as Measured['built'];
    const queried = await run(BUNDLE, 'query', engine, values.corpus, values.articles, folder);
    if (queried === undefined) return undefined;
    const answers = queried.result as Omit<Measured['queried'], 'cold'>;
    return { built: own, queried: { ...answers, cold: queried.first } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How the time of our build divides between the analysis of texts and the index. */
async function division(engine: string, { built }: Measured): Promise<string> {
  const analysed = await run(RUN, 'analyse', engine, values.corpus, values.articles, '');
  if (analysed === undefined) return '';
  const { cpu, surfaces } = analysed.result as { cpu: number; surfaces: number };
  const count = Number(values.articles);
  const rate = (seconds: number) => Math.round(count / seconds);
  return `Build of ${engine}: analysis alone ${rate(cpu)} articles per CPU second (${surfaces} spellings), the index on top of it ${rate(Math.max(0.01, built.cpu - cpu))}.`;
}

async function throughContract(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.stderr.write('through the contract …\n');
  try {
    const answered = await run(CONTRACT, values.corpus, values.articles, folder);
    if (answered === undefined) return 'Through the contract: did not finish.';
    const { times } = answered.result as { times: number[] };
    return `Through the contract, first page with all facets, histogram and 20 snippets, each query asked once: ${quantiles(times)} ms.`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await build({
  entryPoints: [RUN],
  outdir: dirname(BUNDLE),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const measured = new Map<string, Measured>();
const remarks: string[] = [];
for (const engine of values.engines.split(',')) {
  if (ENGINES[engine] === undefined) throw new Error(`No engine is called ${engine}`);
  const result = await measure(engine);
  if (result === undefined) remarks.push(`${engine} did not finish.`);
  else measured.set(engine, result);
}
for (const engine of values['index-only'] ? [] : ['podshivka', 'podshivka-stems']) {
  const own = measured.get(engine);
  if (own !== undefined) remarks.push(await division(engine, own));
}
if (measured.has('podshivka') && !values['index-only']) remarks.push(await throughContract());
const report = tables(measured, Number(values.articles), remarks);
process.stdout.write(`${report}\n`);
if (values.write) writeSection(RESULTS, report);
