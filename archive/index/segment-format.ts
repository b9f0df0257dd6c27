import { checksum } from './checksum.ts';

/**
 * A segment file:
 *
 *     magic (8 bytes) · format (u32) · length of the header (u32) · checksum of the header (u32) · header (JSON, padded)
 *     body: the sections one after another, each at a multiple of 4 · checksums of the body's pages (u32 each)
 *     ids of the articles (u32 each) · checksum of the ids (u32)
 *
 * All numbers are little-endian. The ids are added when the segment is committed, see {@link idColumn}; everything
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
  /** Sums of the field lengths of all articles, removed ones included, by field. */
  readonly totalLengths: readonly number[];
  /** Offset in the body and length in bytes. */
  readonly sections: Readonly<Record<Section, readonly [number, number]>>;
  /** Bytes of the body without its page checksums. */
  readonly body: number;
  /** Checksum of the page checksums. */
  readonly pages: number;
}

/** The bytes of a file, in chunks, from those of its sections. */
export function segmentChunks(
  description: Omit<SegmentHeader, 'sections' | 'body' | 'pages'>,
  parts: Readonly<Record<Section, readonly Uint8Array[]>>,
): Uint8Array[] {
  const sections = {} as Record<Section, readonly [number, number]>;
  const chunks: Uint8Array[] = [];
  const sums = new PageSums();
  const add = (chunk: Uint8Array) => {
    chunks.push(chunk);
    sums.add(chunk);
  };
  let body = 0;
  for (const name of SECTIONS) {
    const length = parts[name].reduce((sum, part) => sum + part.length, 0);
    sections[name] = [body, length];
    for (const part of parts[name]) add(part);
    const padding = -length & 3;
    if (padding > 0) add(new Uint8Array(padding));
    body += length + padding;
  }
  const pages = Uint32Array.from(sums.end());
  const sumBytes = new Uint8Array(pages.buffer);
  const header = headerBytes({ ...description, sections, body, pages: checksum(sumBytes) });
  return [prefix(header), header, ...chunks, sumBytes];
}

/** Checksums of the pages of bytes that come in chunks. */
class PageSums {
  readonly #sums: number[] = [];
  readonly #page = new Uint8Array(PAGE);
  #used = 0;

  add(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) {
      const end = Math.min(chunk.length, at + PAGE - this.#used);
      this.#page.set(chunk.subarray(at, end), this.#used);
      this.#used += end - at;
      at = end;
      if (this.#used === PAGE) this.#close();
    }
  }

  /** The last page may be shorter. */
  end(): readonly number[] {
    if (this.#used > 0) this.#close();
    return this.#sums;
  }

  #close(): void {
    this.#sums.push(checksum(this.#page.subarray(0, this.#used)));
    this.#used = 0;
  }
}

function headerBytes(header: SegmentHeader): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(header));
  const padded = new Uint8Array((bytes.length + 3) & ~3).fill(0x20);
  padded.set(bytes);
  return padded;
}

function prefix(header: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(PREFIX);
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer);
  view.setUint32(8, FORMAT, true);
  view.setUint32(12, header.length, true);
  view.setUint32(16, checksum(header), true);
  return bytes;
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
