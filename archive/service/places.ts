import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Place } from '../contract/library.ts';
import { refuseSystemError } from '../store/archive-folder.ts';

/** Folders and files of a folder, for a picker; an empty path lists where to begin. */
export function listPlaces(path: string): { path: string; parent: string | null; places: Place[] } {
  if (path === '') return { path: '', parent: null, places: startingPoints() };
  const folder = resolve(path);
  try {
    const places = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.'))
      .flatMap((entry) => placeAt(join(folder, entry.name)))
      .sort((a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || a.name.localeCompare(b.name, 'ru'));
    const parent = dirname(folder);
    return { path: folder, parent: parent === folder ? '' : parent, places };
  } catch (error) {
    return refuseSystemError(error, basename(folder));
  }
}

function startingPoints(): Place[] {
  const drives = process.platform === 'win32' ? [...'CDEFGH'].map((letter) => `${letter}:\\`) : ['/'];
  const mounted = process.platform === 'win32' ? [] : ['/media', '/mnt', '/Volumes'];
  const home = homedir();
  const usual = [
    home,
    ...['Documents', 'Документы', 'Downloads', 'Загрузки', 'Desktop'].map((name) => join(home, name)),
  ];
  return [...usual, ...drives, ...mounted]
    .flatMap(placeAt)
    .map((place) => ({ ...place, name: place.name === '' ? place.path : place.name }));
}

/** One place, or none when it may not be looked at or is neither a folder nor a file. */
function placeAt(path: string): Place[] {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return [{ path, name: basename(path), kind: 'folder', size: null }];
    return found.isFile() ? [{ path, name: basename(path), kind: 'file', size: found.size }] : [];
  } catch {
    return [];
  }
}
