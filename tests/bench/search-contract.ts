import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import type { ArchiveClient } from '../../archive/contract/client.ts';
import { searchRequest } from '../../archive/contract/search.ts';
import { createSegmentBuilder } from '../../archive/index/segment-builder.ts';
import { openArchive } from '../../archive/service/archive.ts';
import { router } from '../../archive/service/router.ts';
import { beginImport } from '../../archive/store/imports.ts';
import { createPool } from '../../archive/workers/pool.ts';
import type { CorpusArticle } from './corpus.ts';
import { articleBatches } from './search-corpus.ts';
import { SEGMENT } from './search-ours.ts';
import { benchQueries } from './search-queries.ts';

/**
 * Search through the contract: `search-contract.ts CORPUS COUNT FOLDER` puts articles into an archive (database and index;
 * persons are not recognised), then asks for the first page with all facets, the histogram and 20 snippets. Prints one
 * JSON object with the milliseconds of each query, the first time it is asked.
 */
const [corpus = '', count = '0', folder = ''] = process.argv.slice(2);
const PAGE = 20;
const SOURCES = 12;

const resources = fileURLToPath(new URL('../../dist/data', import.meta.url));
const archive = openArchive(join(folder, 'archive'), {
  resources,
  pool: () => createPool({ resources }),
  log: () => undefined,
  program: 'bench',
});
const client: ArchiveClient = createRouterClient(router(archive), { context: { log: () => undefined } });

const drawn: CorpusArticle[] = [];
const builder = createSegmentBuilder(archive.analyzer);
let ids: number[] = [];
let number = 0;
const { id: importId } = beginImport(
  archive.database,
  { job: 'bench', sources: { paths: [] }, state: 'running' },
  Date.now(),
);
const flush = async () => {
  await archive.index.apply({ add: { segment: builder.finish(), ids } });
  ids = [];
};
for await (const some of articleBatches(corpus, Number(count))) {
  if (drawn.length < 1000) drawn.push(...some);
  archive.database.transaction(() => {
    for (const article of some) ids.push(add(article, number++));
  });
  for (const article of some) builder.add(article);
  if (builder.articles >= SEGMENT) await flush();
}
if (builder.articles > 0) await flush();
while (await archive.index.index.merge());

const times: number[] = [];
for (const { group, words } of benchQueries(drawn)) {
  const query = group === 'phrase' ? `"${words.join(' ')}"` : group === 'prefix' ? `${words[0]}*` : words.join(' ');
  const start = performance.now();
  await client.search.run(searchRequest.parse({ query, limit: PAGE }));
  times.push(performance.now() - start);
}
process.stdout.write(`${JSON.stringify({ times })}\n`);
await archive.close();

/** An article of one of a few sources, on one day of ten years. */
function add({ title, body }: CorpusArticle, at: number): number {
  const day = new Date(Date.UTC(2014, 0, 1 + ((at * 7919) % 3650))).toISOString().slice(0, 10);
  const article = {
    hash: createHash('sha256').update(`${at}\n${title}`).digest('hex'),
    key: null,
    title,
    lead: null,
    body,
    source: `Источник ${at % SOURCES}`,
    author: at % 3 === 0 ? `Автор ${at % 97}` : null,
    rubric: null,
    date: day,
    precision: 'day' as const,
    url: null,
    format: 'jsonl',
    encoding: 'utf-8',
  };
  return archive.articles.add(article, importId, Date.now());
}
