import type { ExportFormat } from '../contract/exports.ts';
import { type DigestInput, type DigestOptions, digestDefaults } from './digest.ts';
import { htmlOf } from './html.ts';
import { manuscript } from './manuscript.ts';
import { markdownOf } from './markdown.ts';
import { pagesOf, pdfOf } from './pdf.ts';
import type { TableOrder } from './xlsx.ts';

/** Formats that are made as a whole, in a thread of their own. */
export type DocumentFormat = Extract<ExportFormat, 'pdf' | 'docx' | 'html' | 'markdown'>;

/** What a thread is asked for. Crosses by structured clone. */
export type DocumentOrder =
  | { make: DocumentFormat; input: DigestInput; options: Partial<DigestOptions>; fonts: readonly string[] }
  | { make: 'pages'; input: DigestInput; options: Partial<DigestOptions>; fonts: readonly string[] }
  | { make: 'xlsx'; table: TableOrder };

/** Makes the file of an order, or the drawing of its pages. What only one format needs is loaded for it alone. */
export async function fulfil(order: DocumentOrder): Promise<Uint8Array | { svg: string; pages: number }> {
  if (order.make === 'xlsx') {
    const { xlsxOf } = await import('./xlsx.ts');
    return xlsxOf(order.table);
  }
  const { input, options, fonts } = order;
  const text = () => manuscript(input, { ...digestDefaults, ...options });
  switch (order.make) {
    case 'pdf':
      return pdfOf(input, options, fonts);
    case 'pages':
      return pagesOf(input, options, fonts);
    case 'docx': {
      const { docxOf } = await import('./docx.ts');
      return docxOf(text(), options.page ?? digestDefaults.page);
    }
    case 'html':
      return new TextEncoder().encode(htmlOf(text()));
    case 'markdown':
      return new TextEncoder().encode(markdownOf(text()));
  }
}
