import { gunzipSync } from 'node:zlib';
import type { Read } from '../article-record.ts';
import { type FileReading, refused, type SourceFile } from '../reading.ts';
import { reasonOf, Unreadable } from '../unreadable.ts';
import { type Budget, DEEPEST, Exhausted } from './limits.ts';
import { tarMembers } from './tar.ts';
import { zipMembers } from './zip.ts';

/** Reads a member by whatever reader it needs. */
export type ReadMember = (member: SourceFile, depth: number) => Promise<FileReading>;

interface Member {
  readonly name: string;
  read(limit: number): Promise<Uint8Array>;
}

/** Names of members that are no one's articles. */
export const LITTER = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|thumbs\.db$|desktop\.ini$)/i;

/**
 * Reads the members of an archive one by one, as if they lay in a folder of its name. Nothing is ever written to disk; a
 * member that cannot be read is a line of its own, and so is the archive's own damage.
 *
 * @param largest bytes of one member
 */
export async function archiveReading(
  source: SourceFile,
  format: 'zip' | 'tar',
  { budget, depth, largest, read }: { budget: Budget; depth: number; largest: number; read: ReadMember },
): Promise<FileReading> {
  if (depth >= DEEPEST) return refused(source.file, format, 'bomb');
  const reads: Read[] = [];
  try {
    const members: AsyncIterable<Member> = format === 'zip' ? zipMembers(source.bytes) : tarMembers([source.bytes]);
    for await (const member of members) {
      budget.enter();
      if (LITTER.test(member.name)) continue;
      reads.push(...(await memberReads(member, source)));
    }
  } catch (error) {
    reads.push({ place: { file: source.file, record: null }, reason: reasonOf(error) });
  }
  if (reads.length === 0) return refused(source.file, format, 'empty');
  return { format, encoding: '', reads };

  async function memberReads(member: Member, { file }: SourceFile): Promise<Read[]> {
    const name = `${file}/${member.name}`;
    try {
      const bytes = await member.read(Math.min(largest, budget.left));
      budget.spend(bytes.length);
      const { reads: inner, format: its, encoding } = await read({ file: name, bytes }, depth + 1);
      return inner.map((one) => ('article' in one ? { format: its, encoding, ...one } : one));
    } catch (error) {
      const reason = reasonOf(error);
      if (error instanceof Exhausted) throw error;
      if (reason === 'too-large' && budget.left < largest) throw new Exhausted();
      return [{ place: { file: name, record: null }, reason }];
    }
  }
}

/** What a gzip file holds. @throws {@link Unreadable}: `truncated`, `bomb`, `broken` */
export function gunzipped(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (error) {
    throw new Unreadable(inflationFault(error));
  }
}

/** Why a compressed file cannot be read, from zlib's error. */
export function inflationFault(error: unknown): 'truncated' | 'too-large' | 'broken' {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return 'truncated';
  return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
}
