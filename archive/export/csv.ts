import type { TableColumn } from '../contract/exports.ts';
import { columnNames, unarmed } from './table.ts';

/** UTF-8's mark, by which Excel knows the encoding. */
const MARK = '\ufeff';

/** One row by RFC 4180, with its line break. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(unarmed(cell)))).join(',')}\r\n`;
}

export const csvHead = (columns: readonly TableColumn[]): string =>
  MARK + csvRow(columns.map((column) => columnNames[column]));

/** A lone surrogate has no bytes in UTF-8. */
function quoted(text: string): string {
  const sound = text.toWellFormed();
  return /[",\r\n;]|^\s|\s$/.test(sound) ? `"${sound.replaceAll('"', '""')}"` : sound;
}
