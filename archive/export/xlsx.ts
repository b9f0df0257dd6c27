import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { TableColumn } from '../contract/exports.ts';
import { printable } from './printable.ts';
import { columnNames } from './table.ts';

export interface TableOrder {
  columns: readonly TableColumn[];
  rows: readonly (readonly (string | number)[])[];
}

/** Excel refuses longer cells, in UTF-16 units. */
const LONGEST = 32_767;

/** Widths in characters. */
const widths: Partial<Record<TableColumn, number>> = {
  id: 8,
  rating: 8,
  readState: 12,
  date: 18,
  title: 60,
  text: 80,
  reference: 60,
  notes: 50,
};

/**
 * A workbook of one sheet, the head of the table frozen. Every cell is a text or a number and never a formula, so that
 * nothing an article begins with is calculated.
 */
export async function xlsxOf({ columns, rows }: TableOrder): Promise<Uint8Array> {
  const sheet: SheetData = [
    columns.map((column) => ({ value: columnNames[column], fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'number'
          ? { type: Number, value: cell }
          : cell === ''
            ? null
            : {
                type: String,
                value: printable(cell.replace(/\r\n?/g, '\n')).slice(0, LONGEST).toWellFormed(),
                alignVertical: 'top' as const,
              },
      ),
    ),
  ];
  return writeXlsxFile(sheet, {
    sheet: 'Статьи',
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: widths[column] ?? 24 })),
  }).toBuffer();
}
