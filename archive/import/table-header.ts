import { closeSync, openSync, readSync } from 'node:fs';
import { delimitedRows } from './tables/delimited.ts';
import { decodeText } from './text-bytes.ts';

/** A first row is not longer, bytes. */
const BEGINNING = 1 << 16;

/** Whether a file of this name is a table of separated values, whose first row can be read by itself. */
export const isDelimited = (file: string): boolean => /\.(?:csv|tsv|tab)$/i.test(file);

/** The cells of the first row of a table of separated values; undefined where it cannot be read. */
export function tableHeader(path: string): string[] | undefined {
  try {
    const handle = openSync(path, 'r');
    try {
      const bytes = new Uint8Array(BEGINNING);
      const decoded = decodeText(bytes.subarray(0, readSync(handle, bytes)));
      const line = 'text' in decoded ? decoded.text.split(/\r?\n/, 1)[0] : undefined;
      return line === undefined ? undefined : delimitedRows(line)[0];
    } finally {
      closeSync(handle);
    }
  } catch {
    // The import will say what is wrong with it.
    return undefined;
  }
}
