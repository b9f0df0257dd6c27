import { zipSync } from 'fflate';
import readSheets from 'read-excel-file/universal';
import { zipParts } from '../archives/zip.ts';

/** Bytes of a workbook unpacked. */
const LARGEST = 48 << 20;

/** The sheets of a workbook of Excel since 2007: cells as text, dates as ISO. @throws {@link Unreadable}, and what the library throws */
export async function workbookSheets(bytes: Uint8Array): Promise<{ name: string; rows: string[][] }[]> {
  const parts = await zipParts(bytes, (name) => /\.(?:xml|rels)$/i.test(name), LARGEST);
  // Packed anew under our limits: the library would unpack anything.
  const packed = zipSync(Object.fromEntries(parts), { level: 0 });
  const sheets = await readSheets(packed.buffer as ArrayBuffer);
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }));
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const iso = Number.isNaN(cell.getTime()) ? '' : cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16);
  }
  return String(cell);
}
