import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Morphology } from '../../../archive/text/morphology.ts';
import { openDictionary } from '../../../archive/text/word-parses.ts';
import { buildDictionary } from '../../../build/dictionary.ts';

const folder = new URL('../../../node_modules/.cache/podshivka/', import.meta.url);

/** The dictionary's bytes, built once into node_modules/.cache; named by its version, so a new format is built anew. */
export function dictionaryBytes(): Uint8Array {
  const file = new URL('dictionary-1.bin', folder);
  try {
    return readFileSync(file);
  } catch {
    const bytes = buildDictionary();
    mkdirSync(folder, { recursive: true });
    const aside = `${fileURLToPath(file)}.${process.pid}`;
    writeFileSync(aside, bytes);
    renameSync(aside, fileURLToPath(file));
    return bytes;
  }
}

let opened: Morphology | undefined;

/** The real morphology, for tests of every room. */
export function morphologyOfTests(): Morphology {
  opened ??= openDictionary(dictionaryBytes())!;
  return opened;
}
