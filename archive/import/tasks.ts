import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type { CoveredFile, ReadFile, ReadProgress, RejectedRecord, Taken } from './analysis-pool.ts';
import { isJsonLines, isReadable, LARGEST_FILE } from './formats.ts';
import { linePieces } from './line-pieces.ts';
import { decodeText } from './text-bytes.ts';
import { type FoundFile, type Source, walk } from './walk.ts';

/** What a worker is given at once: whole files to read, or lines of one. */
export type Task =
  | { readonly kind: 'files'; readonly files: readonly FoundFile[] }
  | {
      readonly kind: 'lines';
      readonly path: string;
      readonly file: string;
      readonly first: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
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
 * @param taken how far a file was taken before; the empty path stands for what the walk itself had to report
 */
export async function* tasks(
  paths: readonly Source[],
  signal: AbortSignal,
  taken: (path: string) => Taken | undefined = () => undefined,
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
    const found = skip === undefined ? one : { ...one, skip };
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
  const { path, file, size, skip = 0 } = found;
  const pieces = linePieces(path);
  let encoding = '';
  let next = await pieces.next();
  while (!next.done) {
    const { bytes, first, next: after, position } = next.value;
    if (encoding === '') {
      const decoded = decodeText(bytes.subarray(0, 1 << 16));
      encoding = 'encoding' in decoded ? decoded.encoding : '';
    }
    if (skip < after - 1) {
      const from = Math.max(first, skip + 1);
      const rest = from === first ? bytes : bytes.slice(lineOffset(bytes, from - first));
      yield { task: { kind: 'lines', path, file, first: from, bytes: rest }, progress: at(file, position) };
    }
    next = await pieces.next();
  }
  const { hash, rejections } = next.value;
  const files = hash === undefined || encoding === '' ? [] : [{ path, file, hash, size, encoding, format: 'jsonl' }];
  yield {
    task: {
      kind: 'report',
      covered: [{ path, file, whole: true }],
      rejections: rejections.map((one) => ({ file, ...one, item: 0, at: one.record ?? 1 })),
      files,
    },
    progress: at(file, size),
  };
}

/** Where the line begins that so many line ends come before. */
function lineOffset(bytes: Uint8Array, ends: number): number {
  let at = 0;
  for (let i = 0; i < ends; i++) at = bytes.indexOf(10, at) + 1;
  return at;
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
