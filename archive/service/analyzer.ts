import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyzer } from '../text/analysis.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import { openDictionary } from '../text/word-parses.ts';

/**
 * The analyzer of the open archive. Without the dictionary (a checkout that was not built) words are reduced by the
 * stemmer alone, as the workers do then.
 *
 * @param resources the folder of what comes with the program: `dictionary.bin`
 */
export function openAnalyzer(resources: string): Analyzer {
  const path = join(resources, 'dictionary.bin');
  return createAnalyzer(existsSync(path) ? openDictionary(readFileSync(path)) : undefined);
}
