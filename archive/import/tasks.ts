import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { Rejection } from '../contract/jobs.ts';
import type { ReadFile, ReadProgress } from './analysis-pool.ts';
import { isJsonLines, isReadable, LARGEST_FILE } from './formats.ts';
import { linePieces } from './line-pieces.ts';
import { decodeText } from './text-bytes.ts';
import { type FoundFile, walk } from './walk.ts';

/** What a worker is given at once: whole files to read, or lines of one. */
export type Task =
  | { readonly kind: 'files'; readonly files: readonly FoundFile[] }
  | { readonly kind: 'lines'; readonly file: string; readonly first: number; readonly bytes: Uint8Array<ArrayBuffer> }
  /** Nothing to do: it only keeps its place in the order. */
  | { readonly kind: 'report'; readonly rejections: readonly Rejection[]; readonly files: readonly ReadFile[] };

/** A task, and how far the input has been read with it. */
export interface PlacedTask {
  readonly task: Task;
  readonly progress: Omit<ReadProgress, 'records'>;
}

/** Files that go to a worker together: at most so many, and at most so many bytes. */
const MOST_FILES = 48;
const MOST_BYTES = 2 << 20;

/** Cuts the chosen files and folders into tasks, in order. Reads no further ahead than it is asked. */
export async function* tasks(paths: readonly string[], signal: AbortSignal): AsyncGenerator<PlacedTask> {
  const { files, rejections } = walk(paths);
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  let bytes = 0;
  const at = (file: string, more = 0) => ({ bytes: bytes + more, totalBytes, file: basename(file) });
  if (rejections.length > 0) yield { task: { kind: 'report', rejections, files: [] }, progress: at('') };

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
  for (const found of files) {
    signal.throwIfAborted();
    if (isJsonLines(found.file) && found.size > 0 && !isWide(found.path)) {
      if (waiting.length > 0) yield flush();
      yield* lineTasks(found, at);
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

async function* lineTasks(
  found: FoundFile,
  at: (file: string, more?: number) => Omit<ReadProgress, 'records'>,
): AsyncGenerator<PlacedTask> {
  const pieces = linePieces(found.path);
  let encoding = '';
  let next = await pieces.next();
  while (!next.done) {
    const { bytes, first, position } = next.value;
    if (encoding === '') {
      const decoded = decodeText(bytes.subarray(0, 1 << 16));
      encoding = 'encoding' in decoded ? decoded.encoding : '';
    }
    yield { task: { kind: 'lines', file: found.file, first, bytes }, progress: at(found.file, position) };
    next = await pieces.next();
  }
  const { hash, rejections } = next.value;
  const { path, file, size } = found;
  const files = hash === undefined || encoding === '' ? [] : [{ path, file, hash, size, encoding, format: 'jsonl' }];
  yield {
    task: { kind: 'report', rejections: rejections.map((one) => ({ file, ...one })), files },
    progress: at(file, size),
  };
}

/** Whether a file begins like UTF-16, whose lines cannot be told by their bytes; then it is read whole. */
function isWide(path: string): boolean {
  try {
    const beginning = new Uint8Array(4);
    const handle = openSync(path, 'r');
    readSync(handle, beginning);
    closeSync(handle);
    const mark = (beginning[0]! << 8) | beginning[1]!;
    return mark === 0xfffe || mark === 0xfeff || beginning[0] === 0 || beginning[1] === 0;
  } catch {
    // The reader will say what is wrong with it.
    return false;
  }
}

/** Whether a found file is worth opening. */
export function refusalByName({ file, size }: FoundFile): 'unknown-format' | 'too-large' | 'empty' | undefined {
  if (!isReadable(file)) return 'unknown-format';
  if (size === 0) return 'empty';
  return size > LARGEST_FILE ? 'too-large' : undefined;
}
