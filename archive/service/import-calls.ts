import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { refuse } from '../contract/refuse.ts';
import { safeName } from '../import/archives/member-name.ts';
import { isPassedOver } from '../import/walk.ts';
import { readFiles } from '../store/import-files.ts';
import { importList, importReport, openImports } from '../store/imports.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { startImport } from './importing.ts';
import { listPlaces } from './places.ts';
import { preview, retake } from './retaking.ts';

/** Imports that a list shows. */
const listed = 200;

export function importCalls(archive: Archive) {
  const { database } = archive;
  return {
    start: calls.imports.start.handler(({ input }) => {
      // A path that is nowhere is a slip of the person's, told at once; of several, the report tells which are missing.
      const only = input.paths.length === 1 ? input.paths[0]! : undefined;
      if (only !== undefined && !existsSync(only)) refuse('FOLDER_MISSING', basename(only));
      const asked = JSON.stringify(input.paths);
      const same = openImports(database).find(({ sources }) => JSON.stringify(sources.paths) === asked);
      if (same !== undefined && archive.jobs.runs(same.job)) return { job: same.job };
      return { job: startImport(archive, { paths: input.paths }, same && { ...same, state: 'running' }) };
    }),
    upload: calls.imports.upload.handler(async ({ input }) => {
      await mkdir(archive.folder.incoming, { recursive: true });
      const incoming = await mkdtemp(join(archive.folder.incoming, 'files-'));
      const paths: { path: string; file: string }[] = [];
      try {
        for (const [number, given] of input.files.entries()) {
          const file = safeName(given.name);
          if (file.split('/').some(isPassedOver)) continue;
          // Each in a folder of its own: two files may have one name.
          const inside = await mkdtemp(join(incoming, `${number}-`));
          const path = join(inside, basename(file));
          await writeFile(path, new Uint8Array(await given.arrayBuffer()));
          paths.push({ path, file });
        }
      } catch (error) {
        await rm(incoming, { recursive: true, force: true });
        throw error;
      }
      return { job: startImport(archive, { paths, incoming }) };
    }),
    list: calls.imports.list.handler(() => importList(database, listed)),
    proceed: calls.imports.proceed.handler(({ input }) => {
      const known = openImports(database).find(({ job }) => job === input.job) ?? refuse('NOT_FOUND');
      if (archive.jobs.runs(known.job)) refuse('CONFLICT');
      return { job: startImport(archive, known.sources, { ...known, state: 'running' }) };
    }),
    report: calls.imports.report.handler(({ input }) => importReport(database, input.job)),
    files: calls.imports.files.handler(({ input }) => readFiles(database, input)),
    preview: calls.imports.preview.handler(({ input }) => preview(archive, input.file, input.choices)),
    retake: calls.imports.retake.handler(async ({ input }) => ({
      job: await retake(archive, input.files, input.choices),
    })),
  };
}

export function placeCalls() {
  return { list: calls.places.list.handler(({ input }) => listPlaces(input.path)) };
}
