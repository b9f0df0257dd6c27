import { basename } from 'node:path';
import type { RejectionReason } from '../contract/jobs.ts';
import type { CoveredFile, ReadFile, ReadProgress, RejectedRecord, Taken } from './analysis-pool.ts';
import type { FileChoices } from './choices.ts';
import { isReadable, LARGEST_FILE } from './formats.ts';
import { lineTasks, piecedFormat } from './line-tasks.ts';
import { memberedFormat, memberTasks } from './member-tasks.ts';
import type { PiecedFormat } from './record-borders.ts';
import { type FoundFile, type Source, walk } from './walk.ts';

/** A member of an archive, unpacked, or why it could not be; `ordinal` is its number in the archive, from 1. */
export type TaskMember = { readonly file: string; readonly ordinal: number } & (
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly reason: RejectionReason }
);

/** What a worker is given at once: whole files to read, records of one, or members of an archive. */
export type Task =
  | { readonly kind: 'files'; readonly files: readonly FoundFile[] }
  | {
      readonly kind: 'lines';
      readonly format: PiecedFormat;
      readonly path: string;
      readonly file: string;
      readonly first: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly choices?: FileChoices;
    }
  | { readonly kind: 'members'; readonly path: string; readonly file: string; readonly members: readonly TaskMember[] }
  /** Nothing to do: it only keeps its place in the order. */
  | {
      readonly kind: 'report';
      readonly covered: readonly CoveredFile[];
      readonly rejections: readonly RejectedRecord[];
      readonly files: readonly ReadFile[];
    };

/** A task, and how far the input has been read with it. */
export interface PlacedTask {
  readonly task: Task;
  readonly progress: Omit<ReadProgress, 'records'>;
}

/** Files that go to a worker together: at most so many, and at most so many bytes. */
const MOST_FILES = 48;
const MOST_BYTES = 2 << 20;

/**
 * Cuts the chosen files and folders into tasks, in order. Reads no further ahead than it is asked.
 *
 * @param chosen what a person decided about a file
 * @param taken how far a file was taken before; the empty path stands for what the walk itself had to report
 */
export async function* tasks(
  paths: readonly Source[],
  signal: AbortSignal,
  taken: (path: string) => Taken | undefined = () => undefined,
  chosen: (path: string) => FileChoices | undefined = () => undefined,
): AsyncGenerator<PlacedTask> {
  const { files, rejections } = walk(paths);
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  let bytes = 0;
  const at = (file: string, more = 0) => ({ bytes: bytes + more, totalBytes, file: basename(file) });
  if (rejections.length > 0 && taken('') === undefined) {
    const rejected = rejections.map((one, i) => ({ ...one, item: 0, at: i + 1 }));
    const covered = [{ path: '', file: '', whole: true }];
    yield { task: { kind: 'report', covered, rejections: rejected, files: [] }, progress: at('') };
  }

  let waiting: FoundFile[] = [];
  let size = 0;
  const flush = (): PlacedTask => {
    const task: Task = { kind: 'files', files: waiting };
    bytes += size;
    const progress = at(waiting[waiting.length - 1]!.file);
    waiting = [];
    size = 0;
    return { task, progress };
  };
  for (const one of files) {
    signal.throwIfAborted();
    const skip = taken(one.path);
    if (skip === 'whole') {
      bytes += one.size;
      continue;
    }
    const choices = chosen(one.path);
    const found = { ...one, ...(skip !== undefined && { skip }), ...(choices !== undefined && { choices }) };
    const pieced = piecedFormat(found);
    const membered = await memberedFormat(found);
    if (pieced !== undefined || membered !== undefined) {
      if (waiting.length > 0) yield flush();
      if (pieced !== undefined) yield* lineTasks(found, pieced, at);
      else if (membered !== undefined) yield* memberTasks(found, membered, at);
      bytes += found.size;
      continue;
    }
    if (waiting.length > 0 && (waiting.length >= MOST_FILES || size + found.size > MOST_BYTES)) yield flush();
    waiting.push(found);
    // A file that is only rejected weighs nothing.
    size += found.size;
  }
  if (waiting.length > 0) yield flush();
}

/** Whether a found file is worth opening. */
export function refusalByName({ file, size }: FoundFile): 'unknown-format' | 'too-large' | 'empty' | undefined {
  if (size === 0) return isReadable(file) ? 'empty' : 'unknown-format';
  return size > LARGEST_FILE ? 'too-large' : undefined;
}
