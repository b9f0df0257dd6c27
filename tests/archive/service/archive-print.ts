import { createHash } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import { searchRequest } from '../../../archive/contract/search.ts';
import { openArchive } from '../../../archive/service/archive.ts';
import { router } from '../../../archive/service/router.ts';
import { createPool } from '../../../archive/workers/pool.ts';
import { resourcesOfTests } from '../workers/resources-of-tests.ts';

/** What of each table makes an archive: everything but moments and the numbers of jobs. */
const tables: Record<string, string> = {
  article: 'id, hash, key, title, source, author, rubric, format, encoding, date, date_precision, url, removed_at',
  article_text: '*',
  article_place: 'article, file, record',
  article_tag: 'article, tag',
  label: '*',
  recognition: '*',
  entity: '*',
  entity_key: '*',
  proposal: '*',
  import: 'id, added, known, updated, state',
  import_file: 'file, original, size, encoding, format',
  import_rejection: 'file, record, reason',
  import_progress: '*',
  reprint: '*',
  shingle: '*',
  article_doubt: 'article, field, reason',
};

/** A hash for each table of an archive and for what queries find in it: two archives that print alike are the same. */
export async function archivePrint(folder: string, queries: readonly string[]): Promise<Record<string, string>> {
  const resources = resourcesOfTests();
  const archive = openArchive(folder, {
    resources,
    pool: () => createPool({ resources }),
    log: () => {},
    program: 'test',
  });
  const mending = archive.index.mend();
  if (mending !== undefined) await archive.jobs.ended(mending);
  const print: Record<string, string> = {};
  for (const [table, columns] of Object.entries(tables)) {
    const hash = createHash('sha256');
    let rows = 0;
    for (const row of archive.database.each(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`)) {
      hash.update(JSON.stringify(Object.values(row), (_, cell) => (cell instanceof Uint8Array ? [...cell] : cell)));
      rows++;
    }
    print[table] = `${rows} ${hash.digest('hex').slice(0, 16)}`;
  }
  const client = createRouterClient(router(archive), { context: { log: () => {} } });
  for (const query of queries) {
    const { total, hits, facets } = await client.search.run(searchRequest.parse({ query, limit: 100 }));
    const found = JSON.stringify([total, hits.map(({ id, score }) => [id, score.toFixed(6)]), facets]);
    print[`«${query}»`] = `${total} ${createHash('sha256').update(found).digest('hex').slice(0, 16)}`;
  }
  await archive.close();
  return print;
}
