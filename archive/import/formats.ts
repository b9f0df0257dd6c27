import { archiveReading, gunzipped } from './archives/archive.ts';
import { Budget, DEEPEST } from './archives/limits.ts';
import { readEpub } from './books/epub.ts';
import { readFb2 } from './books/fb2.ts';
import { extensionOf, type Format, formatByName, formatOf } from './detect.ts';
import { readDoc } from './documents/doc.ts';
import { readDocx } from './documents/docx.ts';
import { readOdt } from './documents/odt.ts';
import { readRtf } from './documents/rtf.ts';
import { readZotero } from './exports/zotero-rdf.ts';
import { readFeed } from './feed.ts';
import { readHtml } from './html.ts';
import { readJsonFile, readLines } from './json-records.ts';
import { readEml, readMbox } from './mail/eml.ts';
import { readMhtml } from './mail/mhtml.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf/pdf.ts';
import { type FileReading, type Reader, refused, type SourceFile } from './reading.ts';
import { readCsv } from './tables/csv.ts';
import { readXlsx } from './tables/xlsx.ts';
import { decodeText } from './text-bytes.ts';
import { readTextFile } from './text-file.ts';
import { reasonOf } from './unreadable.ts';

/** The largest file that is read whole, in bytes; also what a compressed one may grow to. JSON Lines have no limit. */
export const LARGEST_FILE = 64 << 20;

const readers: Readonly<Record<Exclude<Format, 'zip' | 'tar' | 'gzip'>, Reader>> = {
  txt: readTextFile,
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
  docx: readDocx,
  odt: readOdt,
  doc: readDoc,
  rtf: readRtf,
  pdf: readPdf,
  epub: readEpub,
  eml: readEml,
  mbox: readMbox,
};

/** Whether the file holds a record a line, and is therefore read in pieces. */
export const isJsonLines = (file: string): boolean => formatByName(file) === 'jsonl';

/** Whether there is a reader for files of this name. */
export const isReadable = (file: string): boolean => formatByName(file) !== undefined;

/** Reads a file of any known format. Never throws: what goes wrong inside a reader makes the file `broken`. */
export function readFileOfAnyFormat(source: SourceFile): Promise<FileReading> {
  return readAt(source, 0, new Budget(source.bytes.length));
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
    return await readers[found](source);
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

/** JSON Lines read whole: in UTF-16, or as a member of an archive. */
function readLinesFile(source: SourceFile): FileReading {
  return readLineBytes(source, 1);
}

/** A run of whole lines of a JSON Lines file; `first` is the number of its first line. */
export function readLineBytes(source: SourceFile, first: number): FileReading {
  const decoded = decodeText(source.bytes, undefined, source.choices?.encoding);
  if (!('reason' in decoded)) {
    return { format: 'jsonl', encoding: decoded.encoding, reads: readLines(decoded.text, source.file, first) };
  }
  // A piece of empty lines is nothing wrong within a file.
  if (decoded.reason === 'empty' && first > 1) return { format: 'jsonl', encoding: 'utf-8', reads: [] };
  return refused(source.file, 'jsonl', decoded.reason);
}
