import { archiveReading, gunzipped } from './archives/archive.ts';
import { Budget, DEEPEST } from './archives/limits.ts';
import { readEpub } from './books/epub.ts';
import { readFb2 } from './books/fb2.ts';
import { extensionOf, type Format, formatByName, formatOf } from './detect.ts';
import { openDoc } from './documents/doc.ts';
import { documentReading } from './documents/document-reading.ts';
import type { OpenedDocument } from './documents/document-text.ts';
import { openDocx } from './documents/docx.ts';
import { openOdt } from './documents/odt.ts';
import { openRtf } from './documents/rtf.ts';
import { readZotero } from './exports/zotero-rdf.ts';
import { readFeed } from './feed.ts';
import { readHtml } from './html.ts';
import { readJsonFile, readLines } from './json-records.ts';
import { readEml, readMbox } from './mail/eml.ts';
import { readMhtml } from './mail/mhtml.ts';
import { readMarkdown } from './markdown.ts';
import { openPdf } from './pdf/pdf.ts';
import { type FileReading, type Reader, refused, type SourceFile } from './reading.ts';
import type { PiecedFormat } from './record-borders.ts';
import { readCsv } from './tables/csv.ts';
import { readXlsx } from './tables/xlsx.ts';
import { decodeText } from './text-bytes.ts';
import { openTextFile } from './text-file.ts';
import { reasonOf } from './unreadable.ts';

/** The largest file that is read whole, in bytes; also what a compressed one may grow to. JSON Lines have no limit. */
export const LARGEST_FILE = 64 << 20;

/** Texts that may hold many clippings. */
const documents = {
  txt: openTextFile,
  docx: openDocx,
  odt: openOdt,
  doc: openDoc,
  rtf: openRtf,
  pdf: openPdf,
} as const;
type DocumentFormat = keyof typeof documents;
const isDocument = (format: Format): format is DocumentFormat => format in documents;

const readers: Readonly<Record<Exclude<Format, DocumentFormat | 'zip' | 'tar' | 'gzip'>, Reader>> = {
  md: readMarkdown,
  html: readHtml,
  mhtml: readMhtml,
  json: readJsonFile,
  jsonl: readLinesFile,
  feed: readFeed,
  zotero: readZotero,
  fb2: readFb2,
  csv: readCsv,
  xlsx: readXlsx,
  epub: readEpub,
  eml: readEml,
  mbox: readMbox,
};

/** Whether there is a reader for files of this name. */
export const isReadable = (file: string): boolean => formatByName(file) !== undefined;

/** Reads a file of any known format. Never throws: what goes wrong inside a reader makes the file `broken`. */
export function readFileOfAnyFormat(source: SourceFile): Promise<FileReading> {
  return readAt(source, 0, new Budget(source.bytes.length));
}

/** The text of a document with many clippings, for a preview; undefined for other formats. @throws {@link Unreadable} */
export async function openDocument(source: SourceFile): Promise<(OpenedDocument & { format: string }) | undefined> {
  const format = await formatOf(source.file, source.bytes);
  if (format === undefined || !isDocument(format)) return undefined;
  return { ...(await documents[format](source)), format };
}

async function readAt(source: SourceFile, depth: number, budget: Budget): Promise<FileReading> {
  const { file, bytes } = source;
  const extension = extensionOf(file);
  if (bytes.length > LARGEST_FILE) return refused(file, extension, 'too-large');
  if (bytes.length === 0) return refused(file, extension, isReadable(file) ? 'empty' : 'unknown-format');
  let format: string = extension;
  try {
    const found = await formatOf(file, bytes);
    if (found === undefined) return refused(file, extension, 'unknown-format');
    format = found;
    if (found === 'gzip') return await readGzip(source, depth, budget);
    if (found === 'zip' || found === 'tar') {
      const read = (member: SourceFile, below: number) => readAt(member, below, budget);
      return await archiveReading(source, found, { budget, depth, largest: LARGEST_FILE, read });
    }
    const reading = isDocument(found)
      ? documentReading(source, found, await documents[found](source))
      : await readers[found](source);
    // Nothing goes without a line of the report; blank lines alone are nothing wrong in a file of lines.
    return reading.reads.length === 0 && found !== 'jsonl' ? refused(file, reading.format, 'no-text') : reading;
  } catch (error) {
    return refused(file, format, reasonOf(error));
  }
}

/** What is packed keeps its name without the ending; `.tgz` holds a TAR archive. */
async function readGzip(source: SourceFile, depth: number, budget: Budget): Promise<FileReading> {
  if (depth > DEEPEST) return refused(source.file, 'gzip', 'bomb');
  const bytes = gunzipped(source.bytes, Math.min(LARGEST_FILE, budget.left));
  budget.spend(bytes.length);
  const inside = source.file.replace(/\.tgz$/i, '.tar');
  const reading = await readAt({ ...source, file: inside, bytes }, depth + 1, budget);
  // It is told under the name it came with.
  return inside === source.file
    ? reading
    : {
        ...reading,
        reads: reading.reads.map((read) => ({
          ...read,
          place: { ...read.place, file: read.place.file.replace(inside, source.file) },
        })),
      };
}

/** A run of whole records of a file that is read in pieces; `first` is the number of its first record. */
export async function readPiece(format: PiecedFormat, source: SourceFile, first: number): Promise<FileReading> {
  try {
    if (format === 'jsonl') return readLineBytes(source, first);
    return format === 'csv' ? readCsv(source, first) : await readMbox(source, first);
  } catch (error) {
    return refused(source.file, format, reasonOf(error));
  }
}

/** JSON Lines read whole: in UTF-16, or as a member of an archive. */
function readLinesFile(source: SourceFile): FileReading {
  return readLineBytes(source, 1);
}

function readLineBytes(source: SourceFile, first: number): FileReading {
  const decoded = decodeText(source.bytes, undefined, source.choices?.encoding);
  if (!('reason' in decoded)) {
    return { format: 'jsonl', encoding: decoded.encoding, reads: readLines(decoded.text, source.file, first) };
  }
  // A piece of empty lines is nothing wrong within a file.
  if (decoded.reason === 'empty' && first > 1) return { format: 'jsonl', encoding: 'utf-8', reads: [] };
  return refused(source.file, 'jsonl', decoded.reason);
}
