import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ArchiveFolder } from './archive-folder.ts';
import { refuseSystemError } from './archive-folder.ts';

/** Where the original with this hash lies: two levels of folders, so that none holds more than a few hundred. */
export function originalPath(folder: Pick<ArchiveFolder, 'originals'>, hash: string): string {
  return join(folder.originals, hash.slice(0, 2), hash.slice(2, 4), hash);
}

let copies = 0;

/**
 * Keeps a copy of a file under its hash. It is written aside, synced and renamed, so that what lies under a hash is
 * whole.
 *
 * @throws a refusal: DISK_FULL; FOLDER_MISSING or FOLDER_UNREADABLE when the file has gone meanwhile
 */
export async function keepOriginal(
  folder: Pick<ArchiveFolder, 'originals'>,
  path: string,
  hash: string,
): Promise<void> {
  const target = originalPath(folder, hash);
  if (existsSync(target)) return;
  // Two copies of one file may be kept at once.
  const aside = `${target}.${++copies}.part`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(path, aside, constants.COPYFILE_FICLONE);
    const file = await open(aside, 'r+');
    await file.sync().finally(() => file.close());
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { force: true });
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

/** The bytes of an original; undefined when it is not kept. */
export function originalBytes(folder: Pick<ArchiveFolder, 'originals'>, hash: string): Uint8Array | undefined {
  const path = originalPath(folder, hash);
  return existsSync(path) ? readFileSync(path) : undefined;
}
