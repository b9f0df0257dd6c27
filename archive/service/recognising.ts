import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsDecided } from '../entities/curation-log.ts';
import { recogniserVersion } from '../entities/recogniser.ts';
import { articlesToRead, decisionsRead, markToRead, noteDecisionsRead } from '../store/reading-again.ts';
import { writeRecognition } from '../store/recognition.ts';
import type { Archive } from './archive.ts';
import type { JobWork } from './jobs.ts';

/** How many texts are read again in one go. */
const batch = 50;

/** Reads the names of articles again and files the articles by them. */
export async function readNamesAgain(
  archive: Archive,
  ids: readonly number[],
  { signal, report }: Pick<JobWork, 'signal'> & Partial<Pick<JobWork, 'report'>>,
): Promise<void> {
  if (ids.length === 0) return;
  async function* texts() {
    for (let at = 0; at < ids.length; at += batch) {
      yield ids.slice(at, at + batch).flatMap((id) => archive.articles.stored(id) ?? []);
    }
  }
  let done = 0;
  for await (const { ids: read, recognitions } of archive.pool().analyse(texts(), signal)) {
    try {
      archive.database.transaction(() => {
        for (const [at, id] of read.entries()) {
          if (archive.articles.get(id) === undefined) continue;
          writeRecognition(archive.database, id, archive.entities.link(recognitions[at]!));
        }
      });
    } catch (error) {
      archive.forget();
      throw error;
    }
    archive.refresh(read);
    done += read.length;
    report?.({ done, total: ids.length });
  }
  archive.settleNames();
  archive.changes.publish('entities', 'articles');
}

const jobs = new WeakMap<Archive, string>();

/**
 * Starts to read names again where that is needed: articles that another model has read, and those that hold a text the
 * person has declared a name, or no longer does. What is still to be read stands in the database, so a kill or a
 * cancelled job loses nothing: the next start goes on.
 *
 * @returns the job, or undefined when nothing is to be done
 */
export function refreshNames(archive: Archive): string | undefined {
  const running = jobs.get(archive);
  // The running job looks again before it ends.
  if (running !== undefined) return running;
  const version = presentVersion(archive);
  if (undecided(archive).length === 0 && articlesToRead(archive.database, version).length === 0) return undefined;
  const job = archive.jobs.start('recognition', async (work) => {
    try {
      const tried = new Set<number>();
      for (;;) {
        markDecided(archive);
        const ids = articlesToRead(archive.database, version).filter((id) => !tried.has(id));
        if (ids.length === 0) return;
        for (const id of ids) tried.add(id);
        work.report({ done: 0, total: ids.length });
        await readNamesAgain(archive, ids, work);
      }
    } finally {
      jobs.delete(archive);
    }
  });
  jobs.set(archive, job);
  return job;
}

const undecided = ({ database, entities }: Archive) => textsDecided(entities.log, decisionsRead(database));

/** Marks the articles that hold a text of the latest decisions. */
function markDecided(archive: Archive): void {
  const { database, entities } = archive;
  const texts = undecided(archive);
  const last = entities.log.at(-1)?.number ?? 0;
  database.transaction(() => {
    if (texts.length > 0) markToRead(database, texts);
    noteDecisionsRead(database, last);
  });
}

/** Version of the recogniser that comes with the program; undefined in a checkout that was not built. */
function presentVersion({ parts }: Archive): string | undefined {
  try {
    return recogniserVersion(readFileSync(join(parts.resources, 'model.bin')));
  } catch {
    return undefined;
  }
}
