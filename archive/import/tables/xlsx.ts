import { type FileReading, refused, type SourceFile } from '../reading.ts';
import { tableReading } from './table-reading.ts';
import { workbookSheets } from './workbook.ts';

/** A workbook: of its sheets the first one that has a column of texts. */
export async function readXlsx(source: SourceFile): Promise<FileReading> {
  const sheets = await workbookSheets(source.bytes);
  for (const { rows } of sheets) {
    const reading = tableReading(source, 'xlsx', 'utf-8', rows);
    if (reading.reads.some((read) => 'article' in read)) return reading;
  }
  return refused(source.file, 'xlsx', 'no-text');
}
