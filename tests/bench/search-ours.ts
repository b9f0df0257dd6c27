import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { openArchiveIndex } from '../../archive/index/archive-index.ts';
import type { ArchiveIndex, BuiltSegment } from '../../archive/index/archive-index-types.ts';
import { createSegmentBuilder } from '../../archive/index/segment-builder.ts';
import { segmentFolder } from '../../archive/store/segment-files.ts';
import type { Analyzer } from '../../archive/text/analysis.ts';
import { createAnalyzer } from '../../archive/text/analyzer.ts';
import { openDictionary } from '../../archive/text/word-parses.ts';
import type { CorpusArticle } from './corpus.ts';
import type { Engine } from './search-engine.ts';
import type { BenchQuery } from './search-queries.ts';

/** Memory of a worker for what lives shortly, as the import's workers have it. */
const YOUNG_MEGABYTES = 12;
/** Articles of one segment. */
export const SEGMENT = 10_000;
/** The dictionary file that the build makes is taken from DICTIONARY; stems alone need none. */
export function analyzerOf(words: 'forms' | 'stems'): Analyzer {
  const path = process.env.DICTIONARY;
  const dictionary = words === 'forms' && path !== undefined ? openDictionary(readFileSync(path)) : undefined;
  return createAnalyzer(dictionary);
}

/** The archive's index. @param words with the dictionary of word forms, or with stems alone, as the peers have them */
export function ours(words: 'forms' | 'stems', workers = 1): Engine {
  const analyzer = analyzerOf(words);
  let index: ArchiveIndex | undefined;
  let next = 1;
  return {
    async build(articles, folder) {
      index = openArchiveIndex(segmentFolder(folder), analyzer);
      for await (const segment of workers > 1
        ? builtByWorkers(articles, words, workers)
        : builtHere(articles, analyzer)) {
        const ids = Uint32Array.from({ length: segment.articles }, () => next++);
        await index.commit({ add: [{ segment, ids }] });
      }
      for (let more = true; more; ) more = await index.merge();
    },
    async open(folder) {
      index = openArchiveIndex(segmentFolder(folder), analyzer);
      next = index.articles + 1;
    },
    ask: (query) => index!.search({ query, limit: 10 }),
    search: async (query) => (await index!.search({ query: text(query), limit: 10 })).hits.length,
    async add({ title, body }) {
      const builder = createSegmentBuilder(analyzer);
      builder.add({ title, body });
      await index!.commit({ add: [{ segment: builder.finish(), ids: [next++] }] });
    },
  };
}

function text({ group, words }: BenchQuery): string {
  if (group === 'prefix') return `${words[0]}*`;
  if (group === 'fuzzy') return `${words[0]}~1`;
  if (group === 'boolean') return `${words[0]} ${words[1]} -${words[2]}`;
  return group === 'phrase' ? `"${words.join(' ')}"` : words.join(' ИЛИ ');
}

async function* builtHere(
  articles: AsyncIterable<readonly CorpusArticle[]>,
  analyzer: Analyzer,
): AsyncGenerator<BuiltSegment> {
  const builder = createSegmentBuilder(analyzer);
  for await (const some of articles) {
    for (const article of some) builder.add(article);
    if (builder.articles >= SEGMENT) yield builder.finish();
  }
  if (builder.articles > 0) yield builder.finish();
}

/** Segments built on threads, each with an analyzer of its own, as the import's workers do. */
async function* builtByWorkers(
  articles: AsyncIterable<readonly CorpusArticle[]>,
  words: 'forms' | 'stems',
  workers: number,
): AsyncGenerator<BuiltSegment> {
  const done: BuiltSegment[] = [];
  let wake: () => void = () => undefined;
  let waiting = 0;
  const crew = Array.from({ length: workers }, () => {
    const worker = new Worker(new URL('./search-build-worker.ts', import.meta.url), {
      workerData: words,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    const member = { worker, inHand: 0 };
    worker.on('message', (segment: BuiltSegment | null) => {
      member.inHand--;
      waiting--;
      if (segment !== null) done.push(segment);
      wake();
    });
    return member;
  });
  const answered = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const send = (message: readonly CorpusArticle[] | null) => {
    const free = crew.reduce((a, b) => (b.inHand < a.inHand ? b : a));
    free.inHand++;
    waiting++;
    free.worker.postMessage(message);
  };
  for await (const some of articles) {
    while (crew.every(({ inHand }) => inHand >= 4)) await answered();
    send(some);
    while (done.length > 0) yield done.shift()!;
  }
  for (const { worker } of crew) {
    waiting++;
    worker.postMessage(null);
  }
  while (waiting > 0 || done.length > 0) {
    if (done.length === 0) await answered();
    while (done.length > 0) yield done.shift()!;
  }
  await Promise.all(crew.map(({ worker }) => worker.terminate()));
}
