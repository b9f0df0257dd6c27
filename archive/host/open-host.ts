import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { ArchiveClient } from '../contract/client.ts';
import { type Archive, type ArchiveParts, openArchive } from '../service/archive.ts';
import type { Log } from '../service/log.ts';
import { refreshNames } from '../service/recognising.ts';
import { fileBacklog } from '../service/reprints.ts';
import { resumeImports } from '../service/resuming.ts';
import { type ArchiveRouter, router as makeRouter } from '../service/router.ts';
import { programVersion } from './program.ts';
import { resourcesFolder } from './resources.ts';

/** What an entry point brings: its log, and how the analysis workers of its bundle are made. */
export type HostParts = Pick<ArchiveParts, 'pool' | 'log' | 'journal'>;

/** An archive that is open in this process, ready to be served over a message port or HTTP, or called directly. */
export interface ArchiveHost {
  readonly archive: Archive;
  readonly router: ArchiveRouter;
  readonly log: Log;
  /** The contract without a wire. */
  readonly client: ArchiveClient;
  /** Goes on with what was interrupted, and makes the day's backup when it is due: for a host that lives for a while, not for a command that answers and ends. */
  stay(): void;
  /** The file that an export job left in the archive's own folder, for a browser to download. */
  exported(job: string): Promise<{ path: string; name: string } | undefined>;
}

/** Opens the archive in a folder, or makes one there. @throws the refusals of `openArchive` */
export function openHost(folder: string, { pool, log, journal }: HostParts): ArchiveHost {
  const resources = resourcesFolder();
  const archive = openArchive(folder, {
    resources,
    pool,
    log,
    ...(journal && { journal }),
    program: programVersion(),
  });
  const router = makeRouter(archive);
  const client: ArchiveClient = createRouterClient(router, { context: { log } });
  return {
    archive,
    router,
    log,
    client,
    stay() {
      resumeImports(archive);
      fileBacklog(archive);
      refreshNames(archive);
      archive.watching.start();
      archive.backups.keepDaily();
    },
    async exported(id) {
      const job = (await client.jobs.list()).find((known) => known.id === id);
      if ((job?.kind !== 'export' && job?.kind !== 'portable') || job.state !== 'done' || job.file === null)
        return undefined;
      const name = basename(job.file);
      return { path: join(archive.folder.exports, job.id, name), name };
    },
  };
}
