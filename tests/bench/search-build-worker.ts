import { parentPort, workerData } from 'node:worker_threads';
import { createSegmentBuilder } from '../../archive/index/segment-builder.ts';
import type { CorpusArticle } from './corpus.ts';
import { analyzerOf, SEGMENT } from './search-ours.ts';

/** A thread that builds segments: batches of articles in, then null; a segment or null out for each message. */
const port = parentPort!;
const builder = createSegmentBuilder(analyzerOf(workerData as 'forms' | 'stems'));

port.on('message', (articles: readonly CorpusArticle[] | null) => {
  for (const article of articles ?? []) builder.add(article);
  const full = builder.articles >= SEGMENT || (articles === null && builder.articles > 0);
  const segment = full ? builder.finish() : null;
  port.postMessage(segment, segment === null ? [] : [segment.bytes.buffer]);
});
