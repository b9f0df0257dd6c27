import type { CorpusArticle } from './corpus.ts';
import { articleBatches } from './search-corpus.ts';
import type { Engine } from './search-engine.ts';
import { ENGINES, folderSize } from './search-engines.ts';
import type { BenchQuery } from './search-queries.ts';

/**
 * One engine in a process of its own: `search-run.ts build|query|analyse ENGINE CORPUS COUNT FOLDER`. Prints one JSON
 * object. In `query` the first line, `first`, is printed when the first result is there, for the parent's clock.
 */
const [mode, name = '', corpus = '', count = '0', folder = ''] = process.argv.slice(2);
const REPEATS = 3;
/** Articles that queries are drawn from. */
const DRAWN_FROM = 1000;

const megabytes = (bytes: number) => bytes / 2 ** 20;
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The corpus, with the time that reading it took, which no engine is charged with. */
const reading = { wall: 0, cpu: 0 };
async function* articles(limit: number): AsyncGenerator<CorpusArticle[]> {
  const batches = articleBatches(corpus, limit);
  for (;;) {
    const cpu = cpuSeconds();
    const start = performance.now();
    const { value, done } = await batches.next();
    reading.cpu += cpuSeconds() - cpu;
    reading.wall += (performance.now() - start) / 1000;
    if (done) return;
    yield value;
  }
}

if (mode === 'build') await build();
else if (mode === 'analyse') await analyse();
else await query();

async function build(): Promise<void> {
  const engine = await ENGINES[name]!();
  const before = megabytes(process.memoryUsage().rss);
  const cpu = cpuSeconds();
  const start = performance.now();
  await engine.build(articles(Number(count)), folder);
  print({
    seconds: (performance.now() - start) / 1000 - reading.wall,
    cpu: cpuSeconds() - cpu - reading.cpu,
    peak: process.resourceUsage().maxRSS / 1024 - before,
    size: megabytes(folderSize(folder)),
  });
}

/** The analysis alone: every token's surface and its terms, as the index asks for them. */
async function analyse(): Promise<void> {
  const { analyzerOf } = await import('./search-ours.ts');
  const analyzer = analyzerOf(name.includes('stems') ? 'stems' : 'forms');
  const cpu = cpuSeconds();
  let known = 0;
  for await (const some of articles(Number(count))) {
    for (const { title, body } of some) for (const text of [title, body]) analyzer.tokens(text);
    for (; known < analyzer.surfaces; known++) analyzer.surface(known);
  }
  print({ cpu: cpuSeconds() - cpu - reading.cpu, surfaces: known });
}

async function query(): Promise<void> {
  const engine = await ENGINES[name]!();
  await engine.open(folder);
  await engine.search({ group: 'two', words: ['президент', 'встреча'] });
  process.stdout.write('first\n');
  const rss = megabytes(process.memoryUsage().rss);
  const { benchQueries } = await import('./search-queries.ts');
  const drawn: CorpusArticle[] = [];
  for await (const some of articles(Math.min(DRAWN_FROM, Number(count)))) drawn.push(...some);
  const groups: Record<string, { first: number[]; best: number[]; found: number; cpu: number }> = {};
  for (const asked of benchQueries(drawn)) {
    const times: number[] = [];
    const cpu = cpuSeconds();
    let found: number | undefined;
    for (let i = 0; i < REPEATS; i++) {
      const { time, hits } = await timed(engine, asked);
      times.push(time);
      found = hits;
    }
    if (found === undefined) continue;
    groups[asked.group] ??= { first: [], best: [], found: 0, cpu: 0 };
    const group = groups[asked.group]!;
    group.first.push(times[0]!);
    group.best.push(times.toSorted((a, b) => a - b)[REPEATS >> 1]!);
    group.cpu += ((cpuSeconds() - cpu) * 1000) / REPEATS;
    if (found > 0) group.found++;
  }
  const awkward: number[] = [];
  if (engine.ask !== undefined) {
    const { awkwardQueries, fuzzedQueries } = await import('../archive/index/awkward-queries.ts');
    const page = drawn.slice(0, 10).map(({ body }) => body);
    for (const text of [...fuzzedQueries(250), ...awkwardQueries(page.join(' '))]) {
      const start = performance.now();
      await engine.ask(text);
      awkward.push(performance.now() - start);
    }
  }
  const adding: number[] = [];
  if (engine.add !== undefined) {
    for (const article of drawn.slice(0, 20)) {
      const start = performance.now();
      await engine.add(article);
      adding.push(performance.now() - start);
    }
  }
  print({ rss, groups, awkward, add: adding.toSorted((a, b) => a - b)[adding.length >> 1] ?? null });
}

async function timed(engine: Engine, asked: BenchQuery): Promise<{ time: number; hits: number | undefined }> {
  const start = performance.now();
  const hits = await engine.search(asked);
  return { time: performance.now() - start, hits };
}

function print(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
