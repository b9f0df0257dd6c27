import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { CorpusArticle } from './corpus.ts';
import { ENGINES, folderSize } from './search-engines.ts';
import { type BenchQuery, benchQueries } from './search-queries.ts';

/**
 * One engine in a process of its own: `search-run.ts build|query ENGINE CORPUS COUNT FOLDER`. Prints one JSON object.
 * In `query` the first line, `first`, is printed when the first result is there, for the parent's clock.
 */
const [mode, name = '', corpus = '', count = '0', folder = ''] = process.argv.slice(2);
const REPEATS = 3;

/** The first articles of the corpus. Lines end at `\n` alone: `node:readline` also cuts at U+2028, which texts contain. */
async function readArticles(limit: number): Promise<CorpusArticle[]> {
  const file = createReadStream(corpus);
  const decoder = new TextDecoder();
  const articles: CorpusArticle[] = [];
  let rest = '';
  for await (const chunk of corpus.endsWith('.gz') ? file.pipe(createGunzip()) : file) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      if (articles.length === limit) break;
      const { title, body } = JSON.parse(line) as CorpusArticle;
      articles.push({ title, body });
    }
    if (articles.length === limit) break;
  }
  file.destroy();
  return articles;
}

const engine = ENGINES[name]!();
const megabytes = (bytes: number) => bytes / 2 ** 20;

if (mode === 'build') {
  const articles = await readArticles(Number(count));
  const before = megabytes(process.memoryUsage().rss);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await engine.build(articles, folder);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const peak = process.resourceUsage().maxRSS / 1024 - before;
  print({ seconds, cpu: (user + system) / 1e6, peak, size: megabytes(folderSize(folder)) });
} else {
  await engine.open(folder);
  await engine.search({ group: 'two', words: ['президент', 'встреча'] });
  process.stdout.write('first\n');
  const articles = await readArticles(1000);
  const before = megabytes(process.memoryUsage().rss);
  const groups: Record<string, { first: number[]; best: number[]; found: number }> = {};
  for (const query of benchQueries(articles)) {
    const times: number[] = [];
    let found: number | undefined;
    for (let i = 0; i < REPEATS; i++) {
      const { time, hits } = await timed(query);
      times.push(time);
      found = hits;
    }
    if (found === undefined) continue;
    groups[query.group] ??= { first: [], best: [], found: 0 };
    const group = groups[query.group]!;
    group.first.push(times[0]!);
    group.best.push(times.toSorted((a, b) => a - b)[REPEATS >> 1]!);
    if (found > 0) group.found++;
  }
  const adding: number[] = [];
  if (engine.add !== undefined) {
    for (const article of articles.slice(0, 20)) {
      const start = performance.now();
      await engine.add(article);
      adding.push(performance.now() - start);
    }
  }
  print({ rss: before, groups, add: adding.toSorted((a, b) => a - b)[adding.length >> 1] ?? null });
}

async function timed(query: BenchQuery): Promise<{ time: number; hits: number | undefined }> {
  const start = performance.now();
  const hits = await engine.search(query);
  return { time: performance.now() - start, hits };
}

function print(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
