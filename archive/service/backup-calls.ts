import { backupPath, comparedWith } from '../store/backups.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { restore } from './restore.ts';

export function backupCalls(archive: Archive) {
  const { backups, database, folder, jobs } = archive;
  return {
    list: calls.backups.list.handler(() => backups.list()),
    make: calls.backups.make.handler(() => ({ job: backups.start('request') })),
    preview: calls.backups.preview.handler(({ input }) => comparedWith(database, backupPath(folder, input.id))),
    restore: calls.backups.restore.handler(({ input }) => {
      backupPath(folder, input.id);
      return { job: jobs.start('restore', (job) => restore(archive, input.id, job)) };
    }),
    remove: calls.backups.remove.handler(async ({ input }) => {
      await backups.remove(input.id);
      return {};
    }),
  };
}
