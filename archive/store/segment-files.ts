import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The bytes of one file, read at random; what `archive/index` calls a byte source. */
interface SegmentFile {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

/** The folder of the index on disk: what `archive/index` calls a segment directory. */
export interface SegmentFolder {
  list(): readonly string[];
  open(name: string): SegmentFile | undefined;
  write(name: string, chunks: readonly Uint8Array[], more?: boolean): Promise<void>;
  remove(name: string): void;
}

/** What a file is called while it is being written. */
const ASIDE = '.aside';

/**
 * Segment and commit files in a folder, which is made when it is absent. A write goes to a file aside, is synced, and
 * takes its name by a rename; then the folder is synced. A file that more follows at once is synced together with the
 * last of them, before that gets its name: a disk takes long over each sync and little longer over several files in one.
 * A write that fails (a full disk) leaves nothing behind.
 */
export function segmentFolder(path: string): SegmentFolder {
  mkdirSync(path, { recursive: true });
  /** Files that were written and are not synced yet. */
  const unsynced: number[] = [];
  const close = () => {
    for (const file of unsynced.splice(0)) closeSync(file);
  };
  return {
    list: () => readdirSync(path),
    open: (name) => openFile(join(path, name)),
    async write(name, chunks, more = false) {
      const target = join(path, name);
      try {
        unsynced.push(writeAside(target + ASIDE, chunks));
        if (!more) {
          for (const file of unsynced) fsyncSync(file);
          close();
        }
        renameSync(target + ASIDE, target);
      } catch (cause) {
        close();
        rmSync(target + ASIDE, { force: true });
        throw cause;
      }
      if (!more) syncFolder(path);
    },
    remove: (name) => rmSync(join(path, name), { force: true }),
  };
}

function openFile(path: string): SegmentFile | undefined {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, 'r');
  return {
    size: fstatSync(file).size,
    read(offset, length) {
      const bytes = new Uint8Array(length);
      let read = 0;
      while (read < length) {
        const more = readSync(file, bytes, read, length - read, offset + read);
        if (more === 0) return bytes.subarray(0, read);
        read += more;
      }
      return bytes;
    },
    close: () => closeSync(file),
  };
}

/** Writes a file that is still to be synced and closed. */
function writeAside(path: string, chunks: readonly Uint8Array[]): number {
  const file = openSync(path, 'w');
  try {
    for (const chunk of chunks) {
      for (let written = 0; written < chunk.length; )
        written += writeSync(file, chunk, written, chunk.length - written);
    }
    return file;
  } catch (cause) {
    closeSync(file);
    throw cause;
  }
}

/** Makes a rename last through a power cut; Windows neither needs nor allows it. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
