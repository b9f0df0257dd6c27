import { copyFileSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDictionary } from '../../../build/dictionary.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder that workers read: the built one, else made for this run from the sources. */
export function resourcesOfTests(): string {
  const built = join(root, 'dist/data');
  if (existsSync(join(built, 'dictionary.bin')) && existsSync(join(built, 'model.bin'))) return built;
  const folder = mkdtempSync(join(tmpdir(), 'podshivka-resources-'));
  writeFileSync(join(folder, 'dictionary.bin'), buildDictionary());
  copyFileSync(join(root, 'archive/entities/model.bin'), join(folder, 'model.bin'));
  return folder;
}
