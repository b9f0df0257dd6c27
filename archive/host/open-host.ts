import { basename, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { type ArchiveClient, refusalOf } from '../contract/client.ts';
import { type Archive, type ArchiveParts, openArchive } from '../service/archive.ts';
import type { Log } from '../service/log.ts';
import { refreshNames } from '../service/recognising.ts';
import { fileBacklog } from '../service/reprints.ts';
import { rescue } from '../service/rescue.ts';
import { resumeImports } from '../service/resuming.ts';
import { type ArchiveRouter, router as makeRouter } from '../service/router.ts';
import { programVersion } from './program.ts';
import { resourcesFolder } from './resources.ts';

/** What an entry point brings: its log, and how the analysis workers of its bundle are made. */
export type HostParts = Pick<ArchiveParts, 'pool' | 'log' | 'journal'>;

/** An archive that is open in this process, ready to be served over a message port or HTTP, or called directly. */
export interface ArchiveHost {
  readonly router: ArchiveRouter;
  readonly log: Log;
  /** The contract without a wire. */
  readonly client: ArchiveClient;
  /** Tells a second start where this one can be reached; null: no longer. */
  announce(address: string | null): void;
  /**
   * Goes on with what was interrupted, and makes the day's backup when it is due: for a host that lives for a while. Begins
   * a moment after what the first window asks for was read, so that it is answered first.
   */
  stay(): void;
  /** The file that an export job left in the archive's own folder, for a browser to download. */
  exported(job: string): Promise<{ path: string; name: string } | undefined>;
  close(): Promise<void>;
}

/** How long a first window is given to ask for what it shows, once that has been read; milliseconds. */
const settling = 1500;

/**
 * Opens the archive in a folder, or makes one there. Of an archive whose database is damaged only the backups can be asked
 * for, until one of them is put in its place.
 *
 * @throws the refusals of `openArchive`, but ARCHIVE_DAMAGED
 */
export function openHost(folder: string, { pool, log, journal }: HostParts): ArchiveHost {
  const parts = { resources: resourcesFolder(), pool, log, ...(journal && { journal }), program: programVersion() };
  /** What was asked of the host before there was an archive to do it. */
  let address: string | null = null;
  let lives = false;
  let closed = false;
  const moments: ReturnType<typeof setTimeout>[] = [];
  /** What fails in the background is no reason to end: whoever asks for it will be told. */
  const later = (milliseconds: number, work: () => Promise<void> | void) => {
    if (closed) return;
    const moment = setTimeout(async () => {
      try {
        await work();
      } catch (cause) {
        log({ level: 'error', event: 'fault', name: 'going on', cause });
      }
    }, milliseconds);
    moments.push(moment);
  };
  const live = (archive: Archive) => {
    later(0, async () => {
      try {
        await archive.prepare();
      } finally {
        later(settling, () => goOn(archive));
      }
    });
  };
  const goOn = (archive: Archive) => {
    resumeImports(archive);
    fileBacklog(archive);
    refreshNames(archive);
    archive.index.tidy();
    archive.watching.start();
    archive.backups.keepDaily();
    void makeLists(archive);
  };
  /** The list of notes, and of the names that complete a word, are made once before anybody asks for them. */
  const makeLists = async (archive: Archive) => {
    try {
      await client.search.complete({ query: 'аа', cursor: 2 });
      await archive.readAhead();
      if (!archive.closed) await client.annotations.list({ limit: 1 });
    } catch {
      // Whoever asks for a list next is told.
    }
  };
  const { router, archive } = openOrRescue(
    folder,
    () => openArchive(folder, parts),
    (opened) => {
      if (address !== null) opened.announce(address);
      if (lives) live(opened);
    },
  );
  const client: ArchiveClient = createRouterClient(router, { context: { log } });
  return {
    router,
    log,
    client,
    announce(now) {
      address = now;
      archive()?.announce(now);
    },
    stay() {
      lives = true;
      const opened = archive();
      if (opened !== undefined) live(opened);
    },
    async exported(id) {
      const job = (await client.jobs.list()).find((known) => known.id === id);
      const opened = archive();
      if (opened === undefined || (job?.kind !== 'export' && job?.kind !== 'portable')) return undefined;
      if (job.state !== 'done' || job.file === null) return undefined;
      const name = basename(job.file);
      return { path: join(opened.folder.exports, job.id, name), name };
    },
    close: async () => {
      closed = true;
      for (const moment of moments) clearTimeout(moment);
      await archive()?.close();
    },
  };
}

function openOrRescue(
  folder: string,
  open: () => Archive,
  rescued: (archive: Archive) => void,
): { router: ArchiveRouter; archive(): Archive | undefined } {
  try {
    const archive = open();
    return { router: makeRouter(archive), archive: () => archive };
  } catch (error) {
    if (refusalOf(error)?.code !== 'ARCHIVE_DAMAGED') throw error;
    const saved = rescue(folder, () => {
      const archive = open();
      rescued(archive);
      return archive;
    });
    return { router: saved.router, archive: () => saved.archive };
  }
}
