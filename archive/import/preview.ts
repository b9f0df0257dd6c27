import { type Encoding, encodings } from './charset.ts';
import { formatOf } from './detect.ts';
import { type ProposedCut, proposedCuts } from './digest/cuts.ts';
import { isDamaged, repairedText } from './encodings/mojibake.ts';
import { openDocument, readFileOfAnyFormat } from './formats.ts';
import { declaredEncoding } from './html.ts';
import type { SourceFile } from './reading.ts';
import { type ColumnMapping, guessColumns } from './tables/columns.ts';
import { delimitedRows } from './tables/delimited.ts';
import { workbookSheets } from './tables/workbook.ts';
import { decodeText } from './text-bytes.ts';

/** What a person is shown of a file before it is taken, to put right what was guessed. Plain data. */
export interface FilePreview {
  readonly format: string;
  /** The encoding it is read in; empty where its format knows none. */
  readonly encoding: string;
  /** The beginning of its text in every encoding, for a text; empty for other formats. */
  readonly encodings: readonly { readonly encoding: Encoding; readonly beginning: string }[];
  /** The beginning of its text with the damage of a wrong encoding repaired; null when it is not damaged. */
  readonly repaired: string | null;
  /** The whole text that cuts refer to, and where articles seem to begin; null for what is no document. */
  readonly document: { readonly text: string; readonly cuts: readonly ProposedCut[] } | null;
  /** The first rows of a table and what its columns seem to hold. */
  readonly table: { readonly rows: readonly (readonly string[])[]; readonly columns: ColumnMapping } | null;
  /** The titles of the first articles as they would be taken now. */
  readonly articles: readonly string[];
}

const BEGINNING = 600;
const ROWS = 20;
const ARTICLES = 50;
const TEXTS: readonly string[] = ['txt', 'md', 'html', 'feed', 'fb2', 'csv', 'json', 'jsonl'];

/** How a file would be taken. Never throws for what is in it; a file that cannot be read shows no articles. */
export async function previewOf(source: SourceFile): Promise<FilePreview> {
  const { bytes, choices } = source;
  const [reading, format] = [
    await readFileOfAnyFormat(source),
    await formatOf(source.file, bytes).catch(() => undefined),
  ];
  const isText = format !== undefined && TEXTS.includes(format);
  const decoded = isText ? decodeText(bytes, declaredEncoding(bytes), choices?.encoding) : undefined;
  const text = decoded !== undefined && 'text' in decoded ? decoded.text : undefined;
  const opened = await openDocument(source).catch(() => undefined);
  const document = opened?.document;
  return {
    format: reading.format,
    encoding: reading.encoding,
    encodings:
      text === undefined ? [] : encodings.map((encoding) => ({ encoding, beginning: beginningIn(bytes, encoding) })),
    repaired:
      text !== undefined && isDamaged(text) ? repairedText(text.slice(0, BEGINNING * 4)).slice(0, BEGINNING) : null,
    document: document === undefined ? null : { text: document.text, cuts: proposedCuts(document) },
    table: await tableOf(source, format, text).catch(() => null),
    articles: reading.reads.flatMap((read) => ('article' in read ? [read.article.title] : [])).slice(0, ARTICLES),
  };
}

/** The beginning of a text in an encoding, from where it stops being plain ASCII: there the encodings differ. */
function beginningIn(bytes: Uint8Array, encoding: Encoding): string {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = first < BEGINNING ? 0 : first - (first % 2) - 100;
  const decoded = decodeText(bytes.subarray(from, from + BEGINNING * 2), undefined, encoding);
  return 'text' in decoded ? decoded.text.slice(0, BEGINNING) : '';
}

async function tableOf(
  { bytes, choices }: SourceFile,
  format: string | undefined,
  text: string | undefined,
): Promise<FilePreview['table']> {
  const sheet = format === 'xlsx' ? (await workbookSheets(bytes))[0]?.rows : undefined;
  const rows =
    format === 'csv' && text !== undefined ? delimitedRows(text.slice(0, 1 << 20), choices?.delimiter) : sheet;
  if (rows === undefined) return null;
  return { rows: rows.slice(0, ROWS), columns: choices?.columns ?? guessColumns(rows) };
}
