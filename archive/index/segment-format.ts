import { checksum } from './checksum.ts';

/**
 * A segment file:
 *
 *     magic (8 bytes) · format (u32) · length of the header (u32) · checksum of the header (u32) · header (JSON, padded)
 *     body: the sections one after another, each at a multiple of 4 · checksums of the body's pages (u32 each)
 *     ids of the articles (u32 each) · checksum of the ids (u32)
 *
 * All numbers are little-endian. The ids are added when the segment is committed, see {@link sealSegment}; everything
 * before them is written by the builder and never changes. A page is checked when it is first read.
 */
export const MAGIC = 'PODSHIVK';
/** Raised whenever the layout changes; a segment of another format is built again. */
export const FORMAT = 3;
export const PAGE = 16_384;
const PREFIX = 20;

export const SECTIONS = [
  'termBlocks',
  'termIndex',
  'surfaceBlocks',
  'surfaceIndex',
  'postings',
  'positions',
  'sentences',
  'sentenceOffsets',
  'lengths',
] as const;
export type Section = (typeof SECTIONS)[number];

/** One field of the index. */
export interface FieldPlan {
  readonly name: string;
  /** Which text of an article it is made of. */
  readonly text: string;
  /** Only words at positions below this; such a field keeps no positions of its own. */
  readonly firstWords?: number;
}

export interface SegmentHeader {
  /** Version of the analyzer that cut the texts. */
  readonly analyzer: number;
  readonly articles: number;
  readonly fields: readonly FieldPlan[];
  readonly terms: number;
  readonly surfaces: number;
  /** Bytes of one field length in `lengths`: 2 or 4. */
  readonly lengthBytes: 2 | 4;
  /** Offset in the body and length in bytes. */
  readonly sections: Readonly<Record<Section, readonly [number, number]>>;
  /** Bytes of the body without its page checksums. */
  readonly body: number;
  /** Checksum of the page checksums. */
  readonly pages: number;
}

/** Puts the sections into one file. The parts must be in the order of {@link SECTIONS}. */
export function segmentBytes(
  description: Omit<SegmentHeader, 'sections' | 'body' | 'pages'>,
  parts: Readonly<Record<Section, Uint8Array>>,
): Uint8Array<ArrayBuffer> {
  const sections = {} as Record<Section, readonly [number, number]>;
  let body = 0;
  for (const name of SECTIONS) {
    sections[name] = [body, parts[name].length];
    body += (parts[name].length + 3) & ~3;
  }
  const pageCount = Math.ceil(body / PAGE);
  const sized = (pages: number) => headerBytes({ ...description, sections, body, pages });
  // The checksum's digits are padded, so the length is known before the checksum is.
  const start = PREFIX + sized(0).length;
  const bytes = new Uint8Array(start + body + pageCount * 4);
  for (const name of SECTIONS) bytes.set(parts[name], start + sections[name][0]);
  const sums = new Uint32Array(bytes.buffer, start + body, pageCount);
  for (let page = 0; page < pageCount; page++) {
    sums[page] = checksum(bytes.subarray(start + page * PAGE, start + Math.min(body, (page + 1) * PAGE)));
  }
  const header = sized(checksum(new Uint8Array(sums.buffer, sums.byteOffset, sums.byteLength)));
  writePrefix(bytes, header);
  return bytes;
}

function headerBytes(header: SegmentHeader): Uint8Array {
  const text = JSON.stringify({ ...header, pages: 0 }).replace(
    /"pages":0/,
    `"pages":${String(header.pages).padStart(10)}`,
  );
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array((bytes.length + 3) & ~3).fill(0x20);
  padded.set(bytes);
  return padded;
}

function writePrefix(bytes: Uint8Array, header: Uint8Array): void {
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  view.setUint32(8, FORMAT, true);
  view.setUint32(12, header.length, true);
  view.setUint32(16, checksum(header), true);
  bytes.set(header, PREFIX);
}

/** The last part of a segment's file, written when the ids of its articles are known. */
export function idColumn(ids: Uint32Array): Uint8Array {
  const column = new Uint32Array(ids.length + 1);
  column.set(ids);
  column[ids.length] = checksum(new Uint8Array(column.buffer, 0, ids.length * 4));
  return new Uint8Array(column.buffer);
}

/** Why a file is no segment that can be read. */
export type FormatFault = 'damaged' | 'older' | 'newer' | 'foreign';

export interface OpenedHeader {
  readonly header: SegmentHeader;
  /** Where the body begins in the file. */
  readonly start: number;
}

/** Reads the beginning of a segment's file. */
export function readHeader(
  read: (offset: number, length: number) => Uint8Array,
  size: number,
): OpenedHeader | FormatFault {
  const prefix = read(0, PREFIX);
  if (prefix.length < PREFIX) return 'damaged';
  if (new TextDecoder().decode(prefix.subarray(0, 8)) !== MAGIC) return 'foreign';
  const view = new DataView(prefix.buffer, prefix.byteOffset);
  const format = view.getUint32(8, true);
  if (format !== FORMAT) return format > FORMAT ? 'newer' : 'older';
  const length = view.getUint32(12, true);
  if (PREFIX + length > size) return 'damaged';
  const bytes = read(PREFIX, length);
  if (bytes.length < length || checksum(bytes) !== view.getUint32(16, true)) return 'damaged';
  const header = JSON.parse(new TextDecoder().decode(bytes)) as SegmentHeader;
  return { header, start: PREFIX + length };
}

/** Bytes of the whole file of a committed segment. */
export const fileSize = ({ header, start }: OpenedHeader): number =>
  start + header.body + Math.ceil(header.body / PAGE) * 4 + header.articles * 4 + 4;
