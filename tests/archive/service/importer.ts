import { openArchive } from '../../../archive/service/archive.ts';
import { startImport } from '../../../archive/service/importing.ts';
import { resumeImports } from '../../../archive/service/resuming.ts';
import { importList } from '../../../archive/store/imports.ts';
import { createPool } from '../../../archive/workers/pool.ts';
import { resourcesOfTests } from '../workers/resources-of-tests.ts';

/**
 * A process that imports into an archive until it is killed or done: `importer.ts ARCHIVE PATH…`. An import that was begun
 * before is gone on with. Says how many records are written, a line each time.
 */
const [folder, ...paths] = process.argv.slice(2);
const resources = resourcesOfTests();
const archive = openArchive(folder!, {
  resources,
  pool: () => createPool({ resources }),
  log: ({ cause, name }) => cause && process.stderr.write(`${name}: ${String(cause)}\n`),
  program: 'test',
});
resumeImports(archive);
const resumed = archive.jobs.list().find(({ kind }) => kind === 'import')?.id;
// Killed after its last word, an import is done and nobody asks for it again.
const begun = importList(archive.database, 1).length > 0;
const job = resumed ?? (begun ? undefined : startImport(archive, { paths }));
if (job !== undefined) {
  for await (const { done, state } of archive.jobs.watch(job)) process.stdout.write(`${state} ${done}\n`);
}
for (const { id, kind } of archive.jobs.list()) if (kind === 'index') await archive.jobs.ended(id);
await archive.close();
