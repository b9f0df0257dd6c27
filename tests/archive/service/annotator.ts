/**
 * A process that makes annotations as fast as it can, writes a second note into each, and says id and note whenever one is
 * kept, until it is killed: for `kill.test.ts`. Arguments: the archive's folder, the article's id.
 */
import { createRouterClient } from '@orpc/server';
import type { ArchiveClient } from '../../../archive/contract/client.ts';
import { openArchive } from '../../../archive/service/archive.ts';
import { router } from '../../../archive/service/router.ts';

const [folder, article] = process.argv.slice(2);
const archive = openArchive(folder!, {
  resources: folder!,
  pool: () => {
    throw new Error('nothing is imported here');
  },
  log: () => undefined,
  program: 'test',
});
const client: ArchiveClient = createRouterClient(router(archive), { context: { log: () => undefined } });
for (let at = 0; ; at++) {
  const span = { start: at % 40, end: (at % 40) + 8 };
  const note = `заметка ${at}`;
  const { id } = await client.annotations.create({
    article: Number(article),
    field: 'body',
    span,
    pencil: 'red',
    note,
  });
  process.stdout.write(`${id} ${note}\n`);
  const later = `заметка ${at + 1}`;
  await client.annotations.change({ id, note: later });
  process.stdout.write(`${id} ${later}\n`);
}
