import { getDocumentProxy } from 'unpdf';
import { Unreadable } from '../unreadable.ts';
import type { Glyphs, PdfPage } from './page.ts';

/** More pages are no clipping; what comes after them is left out. */
const MOST_PAGES = 3000;
/** A page of more runs of characters is a drawing. */
const MOST_RUNS = 60_000;

/** What a PDF file holds. */
export interface PdfFile {
  readonly pages: readonly PdfPage[];
  /** Pages there are in all. */
  readonly count: number;
}

/**
 * The characters of a PDF and where they stand. Nothing in it is run, nothing outside it is opened.
 *
 * @throws {@link Unreadable}: `encrypted`, `truncated`, `broken`
 */
export async function readPdfFile(bytes: Uint8Array): Promise<PdfFile> {
  // The library keeps the bytes it is given for itself, and takes no Buffer.
  const options = {
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: 0,
    enableXfa: false,
    stopAtErrors: false,
  };
  const opening = getDocumentProxy(new Uint8Array(bytes), options);
  const document = await opening.catch((error: unknown) => {
    throw new Unreadable(isPasswordError(error) ? 'encrypted' : endsEarly(bytes) ? 'truncated' : 'broken');
  });
  try {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      pages.push(await readPage(document, number));
    }
    return { pages, count: document.numPages };
  } finally {
    await document.loadingTask.destroy();
  }
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPage(document: Document, number: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false });
    const glyphs: Glyphs[] = [];
    for (const item of content.items.slice(0, MOST_RUNS)) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [a, b, , d, x, y] = item.transform as number[];
      // Text that does not run from left to right is furniture of the page.
      if (Math.abs(b!) > Math.abs(a!) * 0.2) continue;
      const size = Math.abs(d!) || item.height;
      if (!(size > 0 && Number.isFinite(x) && Number.isFinite(y))) continue;
      const family = `${content.styles[item.fontName]?.fontFamily ?? ''} ${item.fontName}`;
      glyphs.push({
        text: item.str,
        x: x!,
        y: y!,
        width: item.width,
        size,
        bold: /bold|black|heavy|полужир/i.test(family),
      });
    }
    page.cleanup();
    return { width, height, glyphs };
  } catch {
    // A damaged page does not spoil the others.
    return { width: 0, height: 0, glyphs: [] };
  }
}

function isPasswordError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'PasswordException';
}

/** Whether the mark that ends a PDF is missing from its last kilobytes. */
function endsEarly(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.subarray(-2048)).includes('%%EOF');
}
