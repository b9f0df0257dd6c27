import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { refuse } from '../contract/refuse.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { Incoming } from './merge.ts';
import { carryOut } from './portable.ts';

export function portableCalls(archive: Archive) {
  const { jobs } = archive;
  /** The one that was looked at last, by the job that did: only it can be merged. */
  let looked: { job: string; incoming: Incoming } | undefined;
  const lookedAt = (job: string) => (looked?.job === job ? looked.incoming : refuse('NOT_FOUND'));
  return {
    write: calls.portable.write.handler(({ input }) => ({
      job: jobs.start('portable', (job) => carryOut(archive, input.path, job)),
    })),
    look: calls.portable.look.handler(({ input }) => {
      if (!existsSync(input.path)) refuse('FOLDER_MISSING', basename(input.path));
      return {
        job: jobs.start('merge', async (job) => {
          await looked?.incoming.close();
          looked = undefined;
          looked = { job: job.id, incoming: await Incoming.look(archive, input.path, job) };
        }),
      };
    }),
    report: calls.portable.report.handler(({ input }) => lookedAt(input.job).report),
    merge: calls.portable.merge.handler(({ input }) => {
      const incoming = lookedAt(input.job);
      if (incoming.report.done) refuse('CONFLICT');
      return { job: jobs.start('merge', (job) => incoming.merge(job)) };
    }),
  };
}
