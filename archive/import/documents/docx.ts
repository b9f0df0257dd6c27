import { zipSync } from 'fflate';
import { zipParts } from '../archives/zip.ts';
import { htmlDocument } from '../dom.ts';
import type { SourceFile } from '../reading.ts';
import { documentText, type OpenedDocument } from './document-text.ts';
import { htmlBlocks } from './html-blocks.ts';
import { wordHtml } from './word-html.ts';

/** The texts of a document; its pictures and fonts are not unpacked. */
const TEXTS = /\.(?:xml|rels)$/i;
const LARGEST = 96 << 20;

/** A document of Word since 2007. */
export async function openDocx(source: SourceFile): Promise<OpenedDocument> {
  const parts = await zipParts(source.bytes, (name) => TEXTS.test(name), LARGEST);
  // Packed anew from what was unpacked under our limits: the library would unpack anything.
  const html = await wordHtml(zipSync(Object.fromEntries(parts), { level: 0 }));
  const { body } = htmlDocument(html);
  return { document: documentText(body === null ? [] : htmlBlocks(body)), encoding: 'utf-8' };
}
