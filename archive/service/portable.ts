import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { PortableManifest } from '../contract/portable.ts';
import { packFiles } from '../export/portable-zip.ts';
import { portableVersion } from '../import/portable.ts';
import { refuseSystemError } from '../store/archive-folder.ts';
import { backupFigures, makeBackup } from '../store/backups.ts';
import { originalsNamed } from '../store/check.ts';
import { originalPath } from '../store/originals.ts';
import type { Archive } from './archive.ts';
import type { JobWork } from './jobs.ts';

/**
 * Packs the whole archive into one file, as the work of a job: the database, checked as a backup is, and the originals. What
 * can be built again is not packed.
 *
 * @param to where the file goes; null: among the archive's exports, for a browser to download
 */
export async function carryOut(archive: Archive, to: string | null, job: JobWork): Promise<void> {
  const { folder, database } = archive;
  const path = to ?? join(folder.exports, job.id, `${folder.name}.podshivka`);
  const aside = join(folder.path, 'exports', `${job.id}.carry`);
  try {
    await mkdir(aside, { recursive: true });
    if (to === null) await mkdir(dirname(path), { recursive: true });
    const id = await makeBackup(database, { backups: aside }, 'request', { ...job, progress: () => {} });
    const copy = join(aside, id);
    const originals = originalsNamed(database).filter(({ hash }) => existsSync(originalPath(folder, hash)));
    const manifest = await manifestOf(archive, copy, originals.length);
    job.report({ done: 0, total: originals.length + 1 });
    await packFiles(
      path,
      { 'podshivka.json': `${JSON.stringify(manifest, undefined, 2)}\n` },
      [
        { path: copy, name: 'archive.sqlite' },
        ...originals.map(({ hash }) => ({
          path: originalPath(folder, hash),
          name: `originals/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`,
        })),
      ],
      { signal: job.signal, packed: (done) => job.report({ done }) },
    );
    job.report({ done: originals.length + 1, file: basename(path) });
  } catch (error) {
    job.signal.throwIfAborted();
    refuseSystemError(error, basename(dirname(path)));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function manifestOf({ folder, parts }: Archive, copy: string, originals: number): Promise<PortableManifest> {
  const figures = backupFigures(copy);
  return {
    format: 'podshivka-archive',
    version: portableVersion,
    program: parts.program,
    name: folder.name,
    madeAt: new Date().toISOString(),
    size: statSync(copy).size,
    hash: await sumOf(copy),
    articles: figures?.articles ?? 0,
    annotations: figures?.annotations ?? 0,
    originals,
  };
}

async function sumOf(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const part of createReadStream(path)) sum.update(part as Uint8Array);
  return sum.digest('hex');
}
