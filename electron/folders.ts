import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The built parts beside the main script. */
export const preloadScript = join(here, 'preload.cjs');
export const hostScript = join(here, 'host.mjs');
export const interfaceFolder = join(here, '..', 'renderer');
