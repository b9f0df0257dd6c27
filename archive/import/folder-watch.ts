import { opendir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import { isPassedOver } from './walk.ts';

/** A file below a folder as it is at this moment. */
export interface FileLook {
  /** Its path below the folder, with `/`. */
  readonly file: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

const DEEPEST = 64;
/** A file that has not grown for so long is whole, milliseconds. */
const STABLE = 500;

/**
 * Asks the system to tell of every file that appears, changes or goes below a folder.
 *
 * @param told    called with a path below the folder, with `/`
 * @param trouble called when the system can tell no more: too many files are watched, or the folder went away
 */
export function watchFolder(
  folder: string,
  told: (file: string) => void,
  trouble: () => void,
): { close(): Promise<void> } {
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    depth: DEEPEST,
    ignored: (path) => path !== folder && relative(folder, path).split(sep).some(isPassedOver),
    awaitWriteFinish: { stabilityThreshold: STABLE, pollInterval: 100 },
  });
  const tell = (path: string) => told(relative(folder, path).split(sep).join('/'));
  watcher.on('add', tell).on('change', tell).on('unlink', tell).on('error', trouble);
  watcher.on('unlinkDir', (path) => {
    if (path === folder) trouble();
  });
  return { close: () => watcher.close() };
}

/** How one file below a folder is now; undefined when it is not there, or no file. @throws when the system refuses to tell */
export async function lookAt(folder: string, file: string): Promise<FileLook | undefined> {
  try {
    const found = await stat(join(folder, ...file.split('/')));
    return found.isFile() ? { file, size: found.size, changedAt: Math.floor(found.mtimeMs) } : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw error;
  }
}

/** Every file below a folder, without those that are passed over at an import. @throws when the folder cannot be read */
export async function* filesBelow(folder: string, below = ''): AsyncGenerator<FileLook> {
  const names: { name: string; isDirectory: boolean }[] = [];
  for await (const entry of await opendir(join(folder, ...below.split('/')))) {
    if (!isPassedOver(entry.name) && (entry.isFile() || entry.isDirectory())) {
      names.push({ name: entry.name, isDirectory: entry.isDirectory() });
    }
  }
  for (const { name, isDirectory } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? name : `${below}/${name}`;
    if (!isDirectory) {
      const look = await lookAt(folder, path);
      if (look !== undefined) yield look;
    } else if (path.split('/').length < DEEPEST) yield* filesBelow(folder, path);
  }
}
