import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type PortableManifest, portableManifest } from '../contract/portable.ts';
import { refuse } from '../contract/refuse.ts';
import { type ZipMember, zipMembers } from './archives/zip.ts';
import { Unreadable } from './unreadable.ts';

/** The newest form of a portable archive that this program reads. */
export const portableVersion = 1;

const manifestName = 'podshivka.json';
const databaseName = 'archive.sqlite';
/** The only other names there are; whatever else a file holds is not looked at. */
const originalName = /^originals\/([0-9a-f]{2})\/([0-9a-f]{2})\/((\1\2)[0-9a-f]{60})$/;

/** Bytes: no more of a manifest, and of one original, is read. */
const manifestLimit = 64 * 2 ** 10;
const originalLimit = 16 * 2 ** 30;

/** A portable archive, unpacked and checked against its own sums. */
export interface UnpackedArchive {
  readonly manifest: PortableManifest;
  readonly database: string;
  /** Hashes of the originals that came whole. */
  readonly originals: readonly string[];
}

/**
 * Unpacks a portable archive into a folder of ours. Names inside decide nothing but which of three kinds a file is.
 *
 * @throws a refusal: ARCHIVE_FOREIGN when it is none, ARCHIVE_NEWER, ARCHIVE_DAMAGED when it was cut off or altered; the
 *   signal's reason when it is aborted
 */
export async function unpackPortable(
  file: string,
  folder: string,
  { signal, done }: { signal: AbortSignal; done(files: number, of: number | null): void },
): Promise<UnpackedArchive> {
  let manifest: PortableManifest | undefined;
  let database: string | undefined;
  const originals: string[] = [];
  try {
    for await (const member of zipMembers(file)) {
      signal.throwIfAborted();
      const hash = originalName.exec(member.name)?.[3];
      if (member.name === manifestName) manifest = manifestOf(await member.read(manifestLimit));
      else if (member.name === databaseName && manifest !== undefined) {
        database = join(folder, databaseName);
        if ((await poured(member, database, manifest.size)) !== manifest.hash) refuse('ARCHIVE_DAMAGED');
      } else if (hash !== undefined) {
        const path = join(folder, 'originals', hash.slice(0, 2), hash.slice(2, 4), hash);
        await mkdir(dirname(path), { recursive: true });
        // A file that is not what its name says is left out: the article that came of it is whole without it.
        if ((await poured(member, path, originalLimit)) === hash) originals.push(hash);
        else await rm(path);
      }
      done(originals.length, manifest?.originals ?? null);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    refuse(manifest === undefined ? 'ARCHIVE_FOREIGN' : 'ARCHIVE_DAMAGED');
  }
  if (manifest === undefined) refuse('ARCHIVE_FOREIGN');
  if (database === undefined) refuse('ARCHIVE_DAMAGED');
  return { manifest, database, originals };
}

function manifestOf(bytes: Uint8Array): PortableManifest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    refuse('ARCHIVE_FOREIGN');
  }
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > portableVersion) refuse('ARCHIVE_NEWER');
  const manifest = portableManifest.safeParse(value);
  return manifest.success ? manifest.data : refuse('ARCHIVE_FOREIGN');
}

/** Writes a member to a file. @returns the SHA-256 of what was written */
async function poured(member: ZipMember, path: string, limit: number): Promise<string> {
  if (member.size > limit) throw new Unreadable('too-large');
  const sum = createHash('sha256');
  const file = await open(path, 'w', 0o600);
  try {
    let length = 0;
    for await (const part of await member.pour()) {
      length += part.length;
      if (length > limit) throw new Unreadable('too-large');
      sum.update(part);
      await file.write(part);
    }
  } catch (error) {
    // What the library says of a damaged member is no fault of ours; what the disk says is no fault of the file's.
    if (error instanceof Error && 'syscall' in error) throw error;
    throw error instanceof Unreadable ? error : new Unreadable('broken');
  } finally {
    await file.close();
  }
  return sum.digest('hex');
}
