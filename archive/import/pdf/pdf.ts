import { documentText, type OpenedDocument } from '../documents/document-text.ts';
import type { SourceFile } from '../reading.ts';
import { Unreadable } from '../unreadable.ts';
import { inReadingOrder } from './columns.ts';
import { withoutFurniture } from './furniture.ts';
import { pageLines } from './lines.ts';
import { paragraphs } from './paragraphs.ts';
import { readPdfFile } from './pdf-file.ts';

/** Fewer letters on a page than this are a stamp on a picture. */
const FEWEST_LETTERS = 20;

/** A PDF with a text layer. One of pictures alone is refused as `scanned`. */
export async function openPdf(source: SourceFile): Promise<OpenedDocument> {
  const { pages } = await readPdfFile(source.bytes);
  const letters = pages.reduce((sum, { glyphs }) => sum + glyphs.reduce((n, { text }) => n + text.length, 0), 0);
  if (letters < FEWEST_LETTERS) throw new Unreadable(pages.some(({ width }) => width > 0) ? 'scanned' : 'broken');
  const lines = withoutFurniture(pages.map(pageLines));
  const blocks = paragraphs(lines.map(inReadingOrder));
  return { document: documentText(blocks), encoding: 'utf-8' };
}
