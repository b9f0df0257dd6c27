import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './search-engine.ts';

const own = () => import('./search-ours.ts');
const peers = () => import('./search-peers.ts');

/** All engines by the name that `--engines` and the tables know them by. A process loads the one it measures. */
export const ENGINES: Readonly<Record<string, () => Promise<Engine>>> = {
  podshivka: async () => (await own()).ours('forms'),
  'podshivka-two-workers': async () => (await own()).ours('forms', 2),
  'podshivka-stems': async () => (await own()).ours('stems'),
  'sqlite-fts5': async () => (await import('./search-sqlite.ts')).fts5(),
  lunr: async () => (await import('./search-lunr.ts')).stockLunr(),
  minisearch: async () => (await peers()).miniSearch(),
  flexsearch: async () => (await peers()).flexSearch(),
  orama: async () => (await peers()).orama(),
};

/** Bytes of all files of a folder. */
export function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? folderSize(path) : statSync(path).size);
  }, 0);
}
