import { rm } from 'node:fs/promises';
import type { ImportBatch } from '../import/analysis-pool.ts';
import { placeless } from '../store/import-files.ts';
import {
  beginImport,
  endImport,
  type ImportSources,
  importOutcomes,
  importProgress,
  noteImportState,
  type OpenImport,
} from '../store/imports.ts';
import { keepOriginal } from '../store/originals.ts';
import { noteOutcome } from '../store/watched.ts';
import type { Archive } from './archive.ts';
import { writeBatch } from './batch-writing.ts';
import { readBrackets } from './brackets.ts';
import { ArchiveClosed, type JobWork } from './jobs.ts';
import { putInBin } from './removal.ts';
import { choicesFor } from './retaking.ts';

/** Windows are told of new articles at most this often, milliseconds: each of them asks everything again. */
const rhythm = 1500;

/**
 * Starts the import of files and folders as a job that can be paused. What it is to read and how far it is stands in the
 * database, so that after a kill {@link resumeImports} goes on where it stood.
 *
 * @param known an import that was begun before
 * @returns the job's id
 */
export function startImport(archive: Archive, sources: ImportSources, known?: OpenImport): string {
  const job = known?.job ?? crypto.randomUUID();
  const paused = known?.state === 'paused';
  const ledger = beginImport(archive.database, { job, sources, state: paused ? 'paused' : 'running' }, archive.now());
  return archive.jobs.start('import', (work) => importing(archive, sources, ledger, work), {
    id: job,
    paused,
    onPause: (rests) => noteImportState(archive.database, job, rests ? 'paused' : 'running'),
  });
}

interface Ledger {
  readonly id: number;
  /** Records that were written before. */
  readonly records: number;
}

async function importing(archive: Archive, sources: ImportSources, ledger: Ledger, job: JobWork): Promise<void> {
  const { database } = archive;
  try {
    await readAll(archive, sources, ledger, job);
    await readBrackets(archive, job.signal);
    noteWatched(archive, sources, ledger);
    archive.settleNames();
    endImport(database, ledger.id);
  } catch (error) {
    if (!(job.signal.reason instanceof ArchiveClosed)) noteWatched(archive, sources, ledger);
    // Closing the archive is no decision about the import: it goes on at the next opening.
    if (!(job.signal.reason instanceof ArchiveClosed)) {
      noteImportState(database, job.id, job.signal.aborted ? 'cancelled' : 'failed');
      if (!job.signal.aborted) archive.index.mend();
    }
    throw error;
  } finally {
    archive.changes.publish('articles', 'entities', 'imports');
  }
  if (sources.incoming !== undefined) await rm(sources.incoming, { recursive: true, force: true });
  if (sources.watched !== undefined) archive.watching.take(sources.watched);
}

/** Tells the ledger of a watched folder what became of its files. */
function noteWatched({ database, now }: Archive, { paths, watched }: ImportSources, { id }: Ledger): void {
  if (watched === undefined) return;
  const outcomes = importOutcomes(database, id);
  database.transaction(() => {
    for (const source of paths) {
      const outcome = typeof source === 'string' ? undefined : outcomes.get(source.path);
      if (outcome !== undefined && typeof source !== 'string')
        noteOutcome(database, watched, source.file, outcome, now());
    }
  });
}

async function readAll(archive: Archive, sources: ImportSources, ledger: Ledger, job: JobWork): Promise<void> {
  const { signal, report, turn } = job;
  // Opened before anything is written, so that it is compared with a database that stands still.
  archive.index.open();
  const before = importProgress(archive.database, ledger.id);
  let done = ledger.records;
  report({ done });
  await turn();
  const progress = ({ records, bytes, totalBytes, file }: Progress) => {
    // How many records there are is not known before all is read: the share of bytes tells it well enough.
    const met = ledger.records + records;
    const total = bytes >= totalBytes ? met : Math.round((met * totalBytes) / Math.max(1, bytes));
    report({ current: file, total: Math.max(total, met) });
  };
  const known = (hashes: readonly string[]) => hashes.map((hash) => archive.articles.withHash(hash)?.removed === false);
  const taken = (path: string) => before.get(path);
  const choices = await choicesFor(archive, sources.choices);
  const instead = new Map(Object.entries(sources.instead ?? {}));
  let told = performance.now();
  for await (const batch of archive.pool().read(sources.paths, { signal, known, progress, taken, choices })) {
    await keepOriginals(archive, batch);
    await writeBatch(archive, ledger.id, batch, instead);
    done += batch.articles.length + batch.known.length + batch.rejections.length;
    report({ done });
    if (performance.now() - told > rhythm) {
      archive.changes.publish('articles', 'entities');
      told = performance.now();
    }
    await turn();
  }
  const replaced = placeless(archive.database, instead.values());
  if (replaced.length > 0) await putInBin(archive, { by: 'articles', ids: replaced });
  report({ done, total: done });
}

interface Progress {
  readonly records: number;
  readonly bytes: number;
  readonly totalBytes: number;
  readonly file: string;
}

async function keepOriginals(archive: Archive, { files }: ImportBatch): Promise<void> {
  await Promise.all(files.map(({ path, hash }) => keepOriginal(archive.folder, path, hash)));
}
