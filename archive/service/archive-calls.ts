import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckUp } from '../contract/keeping.ts';
import { refuse } from '../contract/refuse.ts';
import { annotationCount } from '../store/annotations.ts';
import { schemaOf } from '../store/migrations.ts';
import { selectionCount } from '../store/selections.ts';
import { readSettings, writeSettings } from '../store/settings.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { checkUp, examine } from './check-up.ts';
import { home } from './home-calls.ts';
import { startImport } from './importing.ts';

/** Findings of so many check-ups are remembered for a window that reloads. */
const foundKept = 10;

export function archiveCalls(archive: Archive) {
  const found = new Map<string, CheckUp>();
  const { database, folder, changes } = archive;
  return {
    info: calls.archive.info.handler(() => ({
      name: folder.name,
      articles: archive.articles.count,
      annotations: annotationCount(database),
      selections: selectionCount(database),
      persons: archive.columns.entities('person'),
      organizations: archive.columns.entities('organization'),
      size: sizeOf(folder.path),
      index: archive.index.rebuilding ? 'rebuilding' : 'ready',
      schema: schemaOf(database),
      program: archive.parts.program,
    })),
    home: calls.archive.home.handler(() => home(archive)),
    checkUp: calls.archive.checkUp.handler(() => checkUp(archive)),
    check: calls.archive.check.handler(({ input }) => ({
      job: archive.jobs.start('check', async (job) => {
        found.set(job.id, await examine(archive, job, input));
        if (found.size > foundKept) found.delete(found.keys().next().value!);
      }),
    })),
    findings: calls.archive.findings.handler(({ input }) => found.get(input.job) ?? refuse('NOT_FOUND')),
    openSample: calls.archive.openSample.handler(() => ({
      job: startImport(archive, { paths: [join(archive.parts.resources, 'sample')] }),
    })),
    changes: calls.archive.changes.handler(({ signal }) => changes.watch(signal)),
  };
}

export function settingsCalls({ database, changes }: Archive) {
  return {
    get: calls.settings.get.handler(() => readSettings(database)),
    set: calls.settings.set.handler(({ input }) => {
      const given = Object.entries(input).filter(([, value]) => value !== undefined);
      const settings = writeSettings(database, Object.fromEntries(given));
      changes.publish('settings');
      return settings;
    }),
  };
}

/** Bytes of a folder's files, those of its folders included. */
function sizeOf(path: string): number {
  let size = 0;
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    try {
      size += statSync(join(entry.parentPath, entry.name)).size;
    } catch {
      // A segment that was merged away, or a temporary file: gone between listing and looking.
    }
  }
  return size;
}
