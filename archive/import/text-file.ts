import { documentReading, textDocument } from './documents/document-text.ts';
import { repairedText } from './encodings/mojibake.ts';
import { type FileReading, refused, type SourceFile } from './reading.ts';
import { decodeText } from './text-bytes.ts';

/** Plain text: the first line is the headline, when it looks like one. */
export function readTextFile(source: SourceFile): FileReading {
  const decoded = decodeText(source.bytes, undefined, source.choices?.encoding);
  if ('reason' in decoded) return refused(source.file, 'txt', decoded.reason);
  const text = source.choices?.repair ? repairedText(decoded.text) : decoded.text;
  return documentReading(source, 'txt', decoded.encoding, textDocument(text));
}
