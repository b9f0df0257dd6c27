import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArchiveFolder } from './archive-folder.ts';
import { refuseSystemError } from './archive-folder.ts';

/** Where the original with this hash lies: two levels of folders, so that none holds more than a few hundred. */
export function originalPath(folder: Pick<ArchiveFolder, 'originals'>, hash: string): string {
  return join(folder.originals, hash.slice(0, 2), hash.slice(2, 4), hash);
}

/**
 * Keeps a copy of a file under its hash. It is written aside, synced and renamed, so that what lies under a hash is
 * whole.
 *
 * @throws a refusal: DISK_FULL; FOLDER_MISSING or FOLDER_UNREADABLE when the file has gone meanwhile
 */
export function keepOriginal(folder: Pick<ArchiveFolder, 'originals'>, path: string, hash: string): void {
  const target = originalPath(folder, hash);
  if (existsSync(target)) return;
  const aside = `${target}.part`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(path, aside);
    const file = openSync(aside, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { force: true });
    refuseSystemError(error);
  }
}

/** Whether the original is there and still is what it was. */
export async function originalIsWhole(folder: Pick<ArchiveFolder, 'originals'>, hash: string): Promise<boolean> {
  const path = originalPath(folder, hash);
  if (!existsSync(path)) return false;
  const sum = createHash('sha256');
  for await (const chunk of createReadStream(path)) sum.update(chunk as Uint8Array);
  return sum.digest('hex') === hash;
}
