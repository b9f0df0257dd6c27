import { type FileReading, refused, type SourceFile } from '../reading.ts';
import { decodeText } from '../text-bytes.ts';
import { delimitedRows } from './delimited.ts';
import { tableReading } from './table-reading.ts';

/** A table of separated values, each row an article. */
export function readCsv(source: SourceFile): FileReading {
  const decoded = decodeText(source.bytes, undefined, source.choices?.encoding);
  if ('reason' in decoded) return refused(source.file, 'csv', decoded.reason);
  const tabs = /\.(?:tsv|tab)(?:\.gz)?$/i.test(source.file);
  return tableReading(source, 'csv', decoded.encoding, delimitedRows(decoded.text, tabs ? '\t' : ''));
}
