import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { binContents, binEntries, emptyBin, putBack, putInBin } from './removal.ts';

export function binCalls(archive: Archive) {
  return {
    put: calls.bin.put.handler(({ input }) => putInBin(archive, input)),
    list: calls.bin.list.handler(({ input }) => binEntries(archive, input)),
    putBack: calls.bin.putBack.handler(({ input }) => putBack(archive, input.ids)),
    contents: calls.bin.contents.handler(() => binContents(archive)),
    empty: calls.bin.empty.handler(() => ({
      job: archive.jobs.start('emptying', (job) => emptyBin(archive, job)),
    })),
  };
}
