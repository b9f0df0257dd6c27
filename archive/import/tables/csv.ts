import { type FileReading, refused, type SourceFile } from '../reading.ts';
import { decodeText } from '../text-bytes.ts';
import { delimitedRows, delimiterOf, isTooWide } from './delimited.ts';
import { tableReading } from './table-reading.ts';

/** A table of separated values, each row an article; `first` is the number of the first row. */
export function readCsv(source: SourceFile, first = 1): FileReading {
  const decoded = decodeText(source.bytes, undefined, source.choices?.encoding);
  if ('reason' in decoded) return refused(source.file, 'csv', decoded.reason);
  const tabs = /\.(?:tsv|tab)(?:\.gz)?$/i.test(source.file);
  const delimiter = source.choices?.delimiter ?? (tabs ? '\t' : delimiterOf(decoded.text));
  if (isTooWide(decoded.text, delimiter)) return refused(source.file, 'csv', 'too-large');
  const rows = delimitedRows(decoded.text, delimiter);
  return tableReading(source, 'csv', decoded.encoding, rows, first);
}
