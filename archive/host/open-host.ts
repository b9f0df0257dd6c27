import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { ArchiveClient } from '../contract/client.ts';
import { type Archive, openArchive } from '../service/archive.ts';
import type { Log } from '../service/log.ts';
import { type ArchiveRouter, router as makeRouter } from '../service/router.ts';
import { createAnalysisPool } from '../workers/analysis-pool.ts';
import { programVersion } from './program.ts';
import { analysisWorker, resourcesFolder } from './resources.ts';

/** An archive that is open in this process, ready to be served over a message port or HTTP, or called directly. */
export interface ArchiveHost {
  readonly archive: Archive;
  readonly router: ArchiveRouter;
  readonly log: Log;
  /** The contract without a wire. */
  readonly client: ArchiveClient;
  /** The file that an export job left in the archive's own folder, for a browser to download. */
  exported(job: string): Promise<{ path: string; name: string } | undefined>;
}

/** Opens the archive in a folder, or makes one there. @throws the refusals of `openArchive` */
export async function openHost(folder: string, log: Log): Promise<ArchiveHost> {
  const resources = resourcesFolder();
  const archive = await openArchive(folder, {
    resources,
    pool: () => createAnalysisPool({ resources, script: analysisWorker() }),
    log,
    program: programVersion(),
  });
  const router = makeRouter(archive);
  const client: ArchiveClient = createRouterClient(router, { context: { log } });
  return {
    archive,
    router,
    log,
    client,
    async exported(id) {
      const job = (await client.jobs.list()).find((known) => known.id === id);
      if (job?.kind !== 'export' || job.state !== 'done' || job.file === null) return undefined;
      const name = basename(job.file);
      return { path: join(archive.folder.exports, name), name };
    },
  };
}
