import { gunzipSync } from 'node:zlib';
import { readFeed } from './feed.ts';
import { readHtml } from './html.ts';
import { readJsonFile, readLines } from './json-records.ts';
import { readMarkdown } from './markdown.ts';
import { type FileReading, type Reader, refused, type SourceFile } from './reading.ts';
import { decodeText } from './text-bytes.ts';
import { readTextFile } from './text-file.ts';

/** The largest file that is read whole, in bytes; also what a compressed one may grow to. JSON Lines have no limit. */
export const LARGEST_FILE = 64 << 20;

const readers: Readonly<Record<string, Reader>> = {
  txt: readTextFile,
  text: readTextFile,
  md: readMarkdown,
  markdown: readMarkdown,
  html: readHtml,
  htm: readHtml,
  xhtml: readHtml,
  xml: readFeed,
  rss: readFeed,
  atom: readFeed,
  rdf: readFeed,
  json: readJsonFile,
  jsonl: readLinesFile,
  ndjson: readLinesFile,
};

/** The ending of a file's name in small letters, without `.gz`. */
export function extensionOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  const plain = name.endsWith('.gz') ? name.slice(0, -3) : name;
  return plain.includes('.') ? plain.slice(plain.lastIndexOf('.') + 1) : '';
}

/** Whether the file holds a record a line, and is therefore read in pieces. */
export const isJsonLines = (file: string): boolean => ['jsonl', 'ndjson'].includes(extensionOf(file));

/** Whether there is a reader for files of this name. */
export const isReadable = (file: string): boolean => extensionOf(file) in readers;

/** Reads a file of any known format. Never throws: what goes wrong inside a reader makes the file `broken`. */
export async function readFileOfAnyFormat(source: SourceFile): Promise<FileReading> {
  const extension = extensionOf(source.file);
  const reader = readers[extension];
  if (reader === undefined) return refused(source.file, extension, 'unknown-format');
  const inflated = isCompressed(source.bytes) && /\.gz$/i.test(source.file) ? inflate(source.bytes) : source.bytes;
  if (!(inflated instanceof Uint8Array)) return refused(source.file, extension, inflated.reason);
  if (inflated.length > LARGEST_FILE) return refused(source.file, extension, 'too-large');
  if (inflated.length === 0) return refused(source.file, extension, 'empty');
  try {
    return await reader({ file: source.file, bytes: inflated });
  } catch {
    return refused(source.file, extension, 'broken');
  }
}

const isCompressed = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

function inflate(bytes: Uint8Array): Uint8Array | { reason: 'truncated' | 'too-large' | 'broken' } {
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_FILE });
  } catch (error) {
    return { reason: inflationFault(error) };
  }
}

/** Why a compressed file cannot be read, from zlib's error. */
export function inflationFault(error: unknown): 'truncated' | 'too-large' | 'broken' {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return 'truncated';
  return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
}

/** JSON Lines read whole: in UTF-16, or as a member of an archive. */
function readLinesFile(source: SourceFile): FileReading {
  return readLineBytes(source, 1);
}

/** A run of whole lines of a JSON Lines file; `first` is the number of its first line. */
export function readLineBytes(source: SourceFile, first: number): FileReading {
  const decoded = decodeText(source.bytes);
  if (!('reason' in decoded)) {
    return { format: 'jsonl', encoding: decoded.encoding, reads: readLines(decoded.text, source.file, first) };
  }
  // A piece of empty lines is nothing wrong within a file.
  if (decoded.reason === 'empty' && first > 1) return { format: 'jsonl', encoding: 'utf-8', reads: [] };
  return refused(source.file, 'jsonl', decoded.reason);
}
