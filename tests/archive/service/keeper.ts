import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { ArchiveClient } from '../../../archive/contract/client.ts';
import { openArchive } from '../../../archive/service/archive.ts';
import { router } from '../../../archive/service/router.ts';

/**
 * A process that does one thing to an archive until it is killed: `keeper.ts FOLDER WHAT`. Says «begun» when it begins and
 * «done» each time it has ended.
 */
const [folder = '', what = ''] = process.argv.slice(2);
const nothing = () => {
  throw new Error('these tests import nothing');
};
const archive = openArchive(folder, {
  resources: join(import.meta.dirname, '../../../build/resources'),
  pool: nothing,
  log: () => {},
  program: 'test',
});
const client: ArchiveClient = createRouterClient(router(archive), { context: { log: () => {} } });
const ended = async ({ job }: { job: string }) => archive.jobs.ended(job);
const say = (word: string) => process.stdout.write(`${word}\n`);

const acts: Record<string, () => Promise<unknown>> = {
  backup: async () => ended(await client.backups.make()),
  async restore() {
    const [oldest] = (await client.backups.list()).toReversed();
    await ended(await client.backups.restore({ id: oldest!.id }));
  },
  async removal() {
    const { hits } = await client.search.run({ query: '', limit: 3 });
    const ids = hits.map(({ id }) => id);
    if (ids.length > 0) await client.bin.put({ by: 'articles', ids });
    await client.history.undo();
  },
  async empty() {
    const { hits } = await client.search.run({ query: '', limit: 1 });
    if (hits.length > 0) await client.bin.put({ by: 'articles', ids: hits.map(({ id }) => id) });
    await ended(await client.bin.empty());
  },
};
const act = acts[what] ?? nothing;
say('begun');
for (let turn = 0; ; turn++) {
  await act();
  say(`done ${createHash('sha1').update(String(turn)).digest('hex').slice(0, 4)}`);
}
