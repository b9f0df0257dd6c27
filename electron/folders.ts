import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The built parts beside the main script. */
export const preloadScript = join(here, 'preload.cjs');
/** The archive's process runs outside the packed file, see `build/electron-builder.mjs`. */
export const hostScript = join(here, 'host.mjs').replace(/([/\\])app\.asar([/\\])/, '$1app.asar.unpacked$2');
export const interfaceFolder = join(here, '..', 'renderer');
