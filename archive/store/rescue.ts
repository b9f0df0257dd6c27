import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import type { ArchiveFolder } from './archive-folder.ts';
import { refuseSystemError } from './archive-folder.ts';
import { backupPath, sync } from './backups.ts';
import { Database } from './database.ts';
import { migrate } from './migrations.ts';

/** What a database is called that was found damaged: it is kept for whoever recovers data. */
const asideName = (path: string, moment: Date) => `${path}.damaged-${moment.toISOString().replaceAll(':', '-')}`;

/** Keeps a copy of the damaged database beside it. */
export function keepDamaged(folder: Pick<ArchiveFolder, 'database'>): void {
  copyFileSync(folder.database, asideName(folder.database, new Date()));
}

/**
 * Puts a backup in the place of a database that cannot be opened. The damaged file stays beside it; a kill leaves the one or
 * the other in its place.
 *
 * @throws a refusal: NOT_FOUND, DISK_FULL, ARCHIVE_FOREIGN or ARCHIVE_DAMAGED when the backup is not whole either
 */
export function putInPlace(folder: ArchiveFolder, id: string): void {
  const source = backupPath(folder, id);
  const next = folder.restoring;
  try {
    copyFileSync(source, next);
    const copy = new Database(next);
    try {
      migrate(copy, folder, undefined, { keep: false });
    } finally {
      copy.close();
    }
    sync(next);
    keepDamaged(folder);
    // Logs of the damaged file must not be applied to the one that takes its place.
    for (const tail of ['-wal', '-shm', '-journal']) {
      const log = `${folder.database}${tail}`;
      if (existsSync(log)) renameSync(log, asideName(log, new Date()));
    }
    renameSync(next, folder.database);
  } catch (error) {
    refuseSystemError(error, folder.name);
  } finally {
    for (const tail of ['', '-wal', '-shm', '-journal']) rmSync(`${next}${tail}`, { force: true });
  }
}
