import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The first of the folders, told from where this module lies: built (`dist/host`) or in the sources (`archive/host`). */
function found(...places: string[]): string {
  const folder = places.map((place) => join(here, place)).find(existsSync);
  if (folder === undefined) throw new Error(`The program was not built: ${places.join(', ')} is missing`);
  return folder;
}

/** What the archive reads besides itself: the dictionary, the recogniser's model, fonts, the sample articles. */
export const resourcesFolder = (): string => found('../data', '../../dist/data');

/** The built interface. */
export const interfaceFolder = (): string => found('../renderer', '../../dist/renderer');
