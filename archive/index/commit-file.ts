import { checksum } from './checksum.ts';
import { IdSet } from './id-set.ts';
import type { SegmentDirectory } from './source.ts';

/** The file that says which segments make up the index. Written last at every commit; what it does not name is litter. */
export const COMMIT_FILE = 'commit';
const MAGIC = 'podshivka index';
/** Raised whenever the layout of commit files changes. */
const FORMAT = 2;

export interface CommittedSegment {
  readonly name: string;
  /** Ordinals removed since the segment was written, those left out from the beginning included. */
  readonly removed: IdSet;
}

export interface Commit {
  /** Grows with every commit; names of segments are made of it. */
  readonly generation: number;
  readonly segments: readonly CommittedSegment[];
}

/** One line for people and programs (magic, format, checksum), then JSON. */
export function commitBytes(commit: Commit): Uint8Array {
  const segments = commit.segments.map(({ name, removed }) => ({ name, removed: packed(removed) }));
  const body = new TextEncoder().encode(JSON.stringify({ generation: commit.generation, segments }));
  const line = new TextEncoder().encode(`${MAGIC} ${FORMAT} ${checksum(body)}\n`);
  const bytes = new Uint8Array(line.length + body.length);
  bytes.set(line);
  bytes.set(body, line.length);
  return bytes;
}

export function readCommit(bytes: Uint8Array): Commit | 'damaged' | 'older' | 'newer' | 'foreign' {
  const text = new TextDecoder().decode(bytes.subarray(0, 64));
  const line = /^podshivka index (\d+) (\d+)\n/.exec(text);
  if (line === null) return bytes.length === 0 || MAGIC.startsWith(text.slice(0, MAGIC.length)) ? 'damaged' : 'foreign';
  const format = Number(line[1]);
  if (format !== FORMAT) return format > FORMAT ? 'newer' : 'older';
  const body = bytes.slice(line[0].length);
  if (checksum(body) !== Number(line[2])) return 'damaged';
  const read = JSON.parse(new TextDecoder().decode(body)) as {
    generation: number;
    segments: { name: string; removed: number[] }[];
  };
  return {
    generation: read.generation,
    segments: read.segments.map(({ name, removed }) => ({ name, removed: unpacked(removed) })),
  };
}

/** Removes every file but the commit and the segments that are in use. */
export function removeLitter(directory: SegmentDirectory, used: readonly { readonly name: string }[]): void {
  const kept = new Set([COMMIT_FILE, ...used.map(({ name }) => name)]);
  for (const name of directory.list()) if (!kept.has(name)) directory.remove(name);
}

/** Gaps between the members. */
function packed(set: IdSet): number[] {
  const gaps: number[] = [];
  let last = -1;
  set.forEach((member) => {
    gaps.push(member - last - 1);
    last = member;
  });
  return gaps;
}

function unpacked(gaps: readonly number[]): IdSet {
  const set = new IdSet();
  let last = -1;
  for (const gap of gaps) {
    last += gap + 1;
    set.add(last);
  }
  return set;
}
