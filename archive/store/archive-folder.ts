import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { refuse } from '../contract/refuse.ts';

/** Where everything of one archive lies. Only these absolute paths exist; the database holds relative ones. */
export interface ArchiveFolder {
  readonly path: string;
  readonly name: string;
  readonly database: string;
  readonly originals: string;
  readonly index: string;
  readonly backups: string;
  readonly exports: string;
  /** Files that came by upload, until they are taken. */
  readonly incoming: string;
  /** What is to take the database's place, while it is made ready. */
  readonly restoring: string;
  /** A portable archive, unpacked to be looked at and merged. */
  readonly merging: string;
  /** Who holds the archive: for a second start, see `owner.ts`. */
  readonly owner: string;
}

/**
 * Finds the archive's folder, or makes a new one.
 *
 * @throws a refusal: FOLDER_MISSING when its parent does not exist, FOLDER_UNREADABLE, DISK_FULL, ARCHIVE_FOREIGN when the
 *   folder holds other things and no archive
 */
export function archiveFolder(path: string): ArchiveFolder {
  const root = resolve(path);
  const folder: ArchiveFolder = {
    path: root,
    name: basename(root),
    database: join(root, 'archive.sqlite'),
    originals: join(root, 'originals'),
    index: join(root, 'index'),
    backups: join(root, 'backups'),
    exports: join(root, 'exports'),
    incoming: join(root, 'incoming'),
    restoring: join(root, 'archive.sqlite.restoring'),
    merging: join(root, 'merging'),
    owner: join(root, 'owner.json'),
  };
  try {
    if (existsSync(root) && !statSync(root).isDirectory()) refuse('ARCHIVE_FOREIGN', folder.name);
    // For its person's eyes alone; a folder that is there already keeps the modes it was given.
    mkdirSync(root, { recursive: true, mode: 0o700 });
    accessSync(root, constants.R_OK | constants.W_OK);
    // A kill while an archive is made leaves our folders without a database: that is still ours.
    const ours = [folder.originals, folder.index, folder.backups, folder.owner].map((part) => basename(part));
    const strangers = readdirSync(root).filter((name) => !name.startsWith('.') && !ours.includes(name));
    if (strangers.length > 0 && !existsSync(folder.database)) refuse('ARCHIVE_FOREIGN', folder.name);
    for (const part of [folder.originals, folder.index, folder.backups]) mkdirSync(part, { recursive: true });
  } catch (error) {
    refuseSystemError(error, folder.name);
  }
  return folder;
}

/** Turns what a file system says no with into a refusal; any other error is thrown on. */
export function refuseSystemError(error: unknown, subject?: string): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') refuse('FOLDER_MISSING', subject);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') refuse('FOLDER_UNREADABLE', subject);
  if (code === 'ENOSPC' || code === 'EDQUOT') refuse('DISK_FULL', subject);
  throw error;
}
