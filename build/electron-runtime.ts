import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The executable of Electron's runtime, if it is on this machine. Looks for the file: importing the package `electron`
 * from Node would start a download and wait for it.
 */
export function electronRuntime(root: string): string | undefined {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined)
    return existing(join(override, process.platform === 'win32' ? 'electron.exe' : 'electron'));
  const module = join(root, 'node_modules', 'electron');
  const named = join(module, 'path.txt');
  return existsSync(named) ? existing(join(module, 'dist', readFileSync(named, 'utf8').trim())) : undefined;
}

const existing = (path: string) => (existsSync(path) ? path : undefined);
