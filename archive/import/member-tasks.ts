import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { RejectionReason } from '../contract/jobs.ts';
import type { ReadProgress } from './analysis-pool.ts';
import { inflationFault, LITTER } from './archives/archive.ts';
import { Budget, Exhausted } from './archives/limits.ts';
import { tarMembers } from './archives/tar.ts';
import { zipMembers, zipNames } from './archives/zip.ts';
import { formatByName } from './detect.ts';
import { LARGEST_FILE } from './formats.ts';
import type { PlacedTask, TaskMember } from './tasks.ts';
import { reasonOf } from './unreadable.ts';
import type { FoundFile } from './walk.ts';

/** Smaller archives are read whole by a worker, which keeps many of them in one task. */
const SMALL = 1 << 20;
/** Members that go to a worker together. */
const MOST_MEMBERS = 48;
const MOST_BYTES = 2 << 20;

/** The kind of archive that is unpacked member by member while it is read; undefined for files that are read whole. */
export async function memberedFormat({ file, path, size }: FoundFile): Promise<'zip' | 'tar' | undefined> {
  if (size <= SMALL) return undefined;
  if (/\.(?:tar|tgz|tar\.gz)$/i.test(file)) return 'tar';
  if (formatByName(file) !== 'zip') return undefined;
  // A document under the name of an archive is read as what it is.
  const names = await zipNames(path);
  return names.includes('[Content_Types].xml') || names.includes('mimetype') ? undefined : 'zip';
}

interface Member {
  readonly name: string;
  readonly packed?: number;
  read(limit: number): Promise<Uint8Array>;
}

/**
 * The tasks of an archive: its members by the dozen, then how it ended. Members are unpacked here, one by one, and only as
 * fast as the workers read them; they are counted for going on after a break.
 */
export async function* memberTasks(
  found: FoundFile,
  format: 'zip' | 'tar',
  at: (file: string, more?: number) => Omit<ReadProgress, 'records'>,
): AsyncGenerator<PlacedTask> {
  const { path, file, size, skip = 0 } = found;
  const budget = new Budget(size);
  let waiting: TaskMember[] = [];
  let bytes = 0;
  let ordinal = 0;
  let position = 0;
  let damage: RejectionReason | undefined;
  const flush = (): PlacedTask => {
    const task = { kind: 'members', path, file, members: waiting } as const;
    waiting = [];
    bytes = 0;
    return { task, progress: at(file, Math.min(position, size)) };
  };
  try {
    const disk = { position: 0 };
    const members: AsyncIterable<Member> = format === 'zip' ? zipMembers(path) : tarMembers(unpackedStream(path, disk));
    for await (const member of members) {
      budget.enter();
      position = member.packed === undefined ? disk.position : position + member.packed;
      if (LITTER.test(member.name)) continue;
      ordinal++;
      if (ordinal <= skip) continue;
      const one = await unpacked(member, `${file}/${member.name}`, ordinal, budget);
      const more = 'bytes' in one ? one.bytes.length : 0;
      if (waiting.length > 0 && (waiting.length >= MOST_MEMBERS || bytes + more > MOST_BYTES)) yield flush();
      waiting.push(one);
      bytes += more;
    }
  } catch (error) {
    damage = reasonOf(error);
  }
  if (waiting.length > 0) yield flush();
  const end = ordinal + 1;
  const hash = await fileHash(path);
  const files = hash === undefined ? [] : [{ path, file, hash, size, encoding: '', format }];
  yield {
    task: {
      kind: 'report',
      covered: [{ path, file, whole: true }],
      rejections: damage === undefined ? [] : [{ file, record: null, reason: damage, item: 0, at: end }],
      files: ordinal > 0 ? files : [],
    },
    progress: at(file, size),
  };
}

/** @throws {@link Exhausted}, which ends the archive */
async function unpacked(member: Member, file: string, ordinal: number, budget: Budget): Promise<TaskMember> {
  try {
    const bytes = await member.read(Math.min(LARGEST_FILE, budget.left));
    budget.spend(bytes.length);
    // A copy of its own: it goes to another thread.
    return { file, ordinal, bytes: new Uint8Array(bytes) };
  } catch (error) {
    const reason = reasonOf(error);
    if (error instanceof Exhausted) throw error;
    if (reason === 'too-large' && budget.left < LARGEST_FILE) throw new Exhausted();
    return { file, ordinal, reason };
  }
}

/** The bytes of a TAR archive, inflated where they are packed; `disk.position` tells how far the file is read. */
async function* unpackedStream(path: string, disk: { position: number }): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  stream.on('data', (chunk) => {
    disk.position += chunk.length;
  });
  if (!/\.(?:tgz|gz)$/i.test(path)) {
    yield* stream;
    return;
  }
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  const whole = pipeline(stream, gunzip);
  // It is awaited below; until then a rejection is not unhandled.
  whole.catch(() => {});
  try {
    yield* gunzip as AsyncIterable<Uint8Array>;
    await whole;
  } catch (error) {
    if (inflationFault(error) === 'truncated') return;
    throw error;
  } finally {
    stream.destroy();
    gunzip.destroy();
  }
}

async function fileHash(path: string): Promise<string | undefined> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
