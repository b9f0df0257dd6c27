import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { refuse } from '../contract/refuse.ts';
import { importReport } from '../store/imports.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { importing } from './importing.ts';
import { listPlaces } from './places.ts';

export function importCalls(archive: Archive) {
  const { jobs, database } = archive;
  return {
    start: calls.imports.start.handler(({ input }) => {
      // A path that is nowhere is a slip of the person's, told at once; of several, the report tells which are missing.
      const only = input.paths.length === 1 ? input.paths[0]! : undefined;
      if (only !== undefined && !existsSync(only)) refuse('FOLDER_MISSING', basename(only));
      return { job: jobs.start('import', importing(archive, input.paths)) };
    }),
    upload: calls.imports.upload.handler(async ({ input }) => {
      const folder = await mkdtemp(join(tmpdir(), 'podshivka-'));
      const paths: string[] = [];
      try {
        for (const [number, file] of input.files.entries()) {
          // Each in a folder of its own: two files may have one name, and the name is kept for the report.
          const inside = await mkdtemp(join(folder, `${number}-`));
          const path = join(inside, basename(file.name.replaceAll('\\', '/')) || 'file');
          await writeFile(path, new Uint8Array(await file.arrayBuffer()));
          paths.push(path);
        }
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      const job = jobs.start('import', async (work) => {
        try {
          await importing(archive, paths)(work);
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      });
      return { job };
    }),
    report: calls.imports.report.handler(({ input }) => importReport(database, input.job)),
  };
}

export function placeCalls() {
  return { list: calls.places.list.handler(({ input }) => listPlaces(input.path)) };
}
