import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Morphology } from '../text/morphology.ts';
import { openDictionary } from '../text/word-parses.ts';

/**
 * The dictionary of word forms; undefined in a checkout that was not built: words are then reduced by the stemmer alone,
 * as the workers do.
 *
 * @param resources the folder of what comes with the program: `dictionary.bin`
 */
export function readDictionary(resources: string): Morphology | undefined {
  const path = join(resources, 'dictionary.bin');
  return existsSync(path) ? openDictionary(readFileSync(path)) : undefined;
}
