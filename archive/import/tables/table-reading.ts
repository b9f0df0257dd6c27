import type { Read } from '../article-record.ts';
import { withoutMarkup } from '../json-records.ts';
import { article, type FileReading, refused, type SourceFile } from '../reading.ts';
import { draftOf } from '../record-fields.ts';
import { fieldsOf, guessColumns } from './columns.ts';

/**
 * The rows of a table as articles, by the person's mapping or by a guess. A table without a column of texts gives
 * `no-text` once.
 *
 * @param first the number of the first row in its file, from 1
 */
export function tableReading(
  source: SourceFile,
  format: string,
  encoding: string,
  rows: readonly (readonly string[])[],
  first = 1,
): FileReading {
  const mapping = source.choices?.columns ?? guessColumns(rows);
  if (!mapping.fields.includes('body')) return { ...refused(source.file, format, 'no-text'), encoding };
  const reads = rows.flatMap((row, i): Read[] => {
    if ((mapping.header && first + i === 1) || row.every((cell) => cell.trim() === '')) return [];
    const place = { file: source.file, record: first + i };
    const made = article(withoutMarkup(draftOf(fieldsOf(row, mapping))), source.file, false);
    return [made === undefined ? { place, reason: 'no-text' } : { place, article: made }];
  });
  return reads.length === 0 ? { ...refused(source.file, format, 'no-text'), encoding } : { format, encoding, reads };
}
