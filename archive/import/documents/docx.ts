import { zipSync } from 'fflate';
import { zipParts } from '../archives/zip.ts';
import { htmlDocument } from '../dom.ts';
import type { SourceFile } from '../reading.ts';
import { Unreadable } from '../unreadable.ts';
import { documentText, type OpenedDocument } from './document-text.ts';
import { htmlBlocks } from './html-blocks.ts';
import { wordHtml } from './word-html.ts';

/** The texts of a document; its pictures and fonts are not unpacked. */
const TEXTS = /\.(?:xml|rels)$/i;
const LARGEST = 96 << 20;

/** What begins so goes on to its end: the library looks for one from each beginning, through all of the part. */
const ENCLOSED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** A document of Word since 2007. @throws {@link Unreadable} */
export async function openDocx(source: SourceFile): Promise<OpenedDocument> {
  const parts = await zipParts(source.bytes, (name) => TEXTS.test(name), LARGEST);
  for (const [, bytes] of parts) {
    const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (ENCLOSED.some(([begin, end]) => part.lastIndexOf(begin) > part.lastIndexOf(end)))
      throw new Unreadable('broken');
  }
  // Packed anew from what was unpacked under our limits: the library would unpack anything.
  const html = await wordHtml(zipSync(Object.fromEntries(parts), { level: 0 }));
  const { body } = htmlDocument(html);
  return { document: documentText(body === null ? [] : htmlBlocks(body)), encoding: 'utf-8' };
}
