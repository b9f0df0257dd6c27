import { type OpenedDocument, textDocument } from './documents/document-text.ts';
import { repairedText } from './encodings/mojibake.ts';
import { LONGEST_TEXT, LONGEST_TEXT_BYTES, type SourceFile } from './reading.ts';
import { decodeText } from './text-bytes.ts';
import { Unreadable } from './unreadable.ts';

/** Plain text: the first line is the headline, when it looks like one. @throws {@link Unreadable} */
export function openTextFile({ bytes, choices }: SourceFile): OpenedDocument {
  if (bytes.length > LONGEST_TEXT_BYTES) throw new Unreadable('too-large');
  const decoded = decodeText(bytes, undefined, choices?.encoding);
  if ('reason' in decoded) throw new Unreadable(decoded.reason);
  if (decoded.text.length > LONGEST_TEXT) throw new Unreadable('too-large');
  const text = choices?.repair ? repairedText(decoded.text) : decoded.text;
  return { document: textDocument(text), encoding: decoded.encoding };
}
