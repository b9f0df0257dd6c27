import type { SourceFile } from '../reading.ts';
import { Unreadable } from '../unreadable.ts';
import { type Block, documentText, type OpenedDocument } from './document-text.ts';
import { word97Body } from './word-97.ts';

/** The name of the stream that only Word's own files have, in UTF-16. */
const STREAM = Buffer.from('WordDocument', 'utf16le');

/** A document of Word 97–2003. The same container holds tables and messages, which have no reader. */
export async function openDoc(source: SourceFile): Promise<OpenedDocument> {
  const { bytes } = source;
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(STREAM) < 0) {
    throw new Unreadable('unknown-format');
  }
  return { document: documentText(blocksOf(await word97Body(bytes))), encoding: 'utf-8' };
}

/** Paragraphs end with a line end, pages with a form feed. */
function blocksOf(body: string): Block[] {
  return body
    .split('\f')
    .flatMap((page, number) =>
      page.split(/\r\n?|\n/).map((text, i) => ({ text, ...(number > 0 && i === 0 && { breaks: true }) })),
    );
}
