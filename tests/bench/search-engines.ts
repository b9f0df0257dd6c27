import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './search-engine.ts';
import { stockLunr } from './search-lunr.ts';
import { OURS } from './search-ours.ts';
import { flexSearch, miniSearch, orama } from './search-peers.ts';
import { fts5 } from './search-sqlite.ts';

/** All engines by the name that `--engines` and the tables know them by. */
export const ENGINES: Readonly<Record<string, () => Engine>> = {
  ...OURS,
  'sqlite-fts5': fts5,
  lunr: stockLunr,
  minisearch: miniSearch,
  flexsearch: flexSearch,
  orama,
};

/** Bytes of all files of a folder. */
export function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? folderSize(path) : statSync(path).size);
  }, 0);
}
