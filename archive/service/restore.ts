import { constants } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { refuse } from '../contract/refuse.ts';
import { refuseSystemError } from '../store/archive-folder.ts';
import { backupPath, sync } from '../store/backups.ts';
import { damagedPages } from '../store/check.ts';
import { checkCopy } from '../store/copy-check.ts';
import { Database } from '../store/database.ts';
import { migrate } from '../store/migrations.ts';
import { keepDamaged } from '../store/rescue.ts';
import { adoptPresent } from '../store/restoring.ts';
import type { Archive } from './archive.ts';
import type { JobWork } from './jobs.ts';

/** So often the present state is copied again because something was written meanwhile. */
const attempts = 5;

/**
 * Puts a backup in the archive's place, as the work of a job. The present state is kept as a backup first, to the last
 * change; a kill at any moment leaves the one or the other.
 *
 * @throws a refusal: NOT_FOUND, BUSY while another job runs, ARCHIVE_DAMAGED when the backup is not whole, DISK_FULL
 */
export async function restore(archive: Archive, id: string, job: JobWork): Promise<void> {
  const { database, folder } = archive;
  const source = backupPath(folder, id);
  // The index is of the archive alone, and builds itself anew: it only has to stand still.
  await archive.index.rest();
  if (archive.jobs.running(job.id).length > 0) refuse('BUSY');
  const next = folder.restoring;
  try {
    await copyFile(source, next, constants.COPYFILE_FICLONE).catch(refuseSystemError);
    const { damage } = await checkCopy(next, job.signal);
    if (damage > 0) refuse('ARCHIVE_DAMAGED');
    bringUpToDate(next, archive);
    const whole = await keepPresent(archive, job);
    // From here to the end of this block nothing else can run: no change can be lost between.
    if (archive.jobs.running(job.id).length > 0) refuse('BUSY');
    if (whole) adoptPresent(database, next);
    else keepDamaged(folder);
    sync(next);
    database.replaceWith(next);
    archive.forget();
  } finally {
    for (const tail of ['', '-wal', '-shm', '-journal']) await rm(`${next}${tail}`, { force: true });
  }
  await archive.backups.thinOut();
  await archive.index.catchUp();
  archive.changes.publish('articles', 'annotations', 'selections', 'entities', 'settings', 'index', 'backups');
}

/** Brings a copy of an older schema to the present one. */
function bringUpToDate(path: string, { folder }: Archive): void {
  const copy = new Database(path);
  try {
    migrate(copy, folder, undefined, { keep: false });
  } finally {
    copy.close();
  }
}

/** @returns false when the present state is damaged, so that no whole copy of it can be made */
async function keepPresent(archive: Archive, job: JobWork): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = archive.database.changes;
    try {
      await archive.backups.copy('restore', job);
    } catch (error) {
      job.signal.throwIfAborted();
      if (damagedPages(archive.database) > 0) return false;
      throw error;
    }
    if (archive.database.changes === before) return true;
  }
  return refuse('BUSY');
}
