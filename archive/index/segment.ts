import type { ByteReader } from './byte-writer.ts';
import { checksum } from './checksum.ts';
import { positionalFields, textsOf } from './fields.ts';
import { IdSet } from './id-set.ts';
import { type PageCache, PagedBody } from './pages.ts';
import { type FormatFault, fileSize, PAGE, readHeader, type SegmentHeader } from './segment-format.ts';
import { readSentences } from './sentences.ts';
import { SKIP } from './skips.ts';
import type { ByteSource } from './source.ts';
import { WordCursor, WordTableIndex } from './word-table.ts';

/** A surface's record in its segment. */
export interface SurfaceRecord {
  /** Where its postings and positions lie in their sections, in bytes. */
  postings: number;
  /** Bytes of the parts of its postings. */
  gaps: number;
  shapes: number;
  skips: number;
  positions: number;
  positionsLength: number;
  /** Articles of the segment that have it, removed ones included. */
  documents: number;
  /** Numbers of its terms in the segment, the likeliest first. */
  terms: number[];
}

/** Where the postings and positions of a surface are. */
export type SurfacePlace = Readonly<Omit<SurfaceRecord, 'terms'>>;

/** A term's record: the ordinals of the surfaces indexed under it, ascending. */
export interface TermRecord {
  surfaces: number[];
}

/** A segment open for reading. Nothing in it changes; what was removed from it is known to the snapshot. */
export class Segment {
  readonly name: string;
  readonly header: SegmentHeader;
  /** Ids of the articles by ordinal; 0: left out when the segment was committed. */
  readonly ids: Uint32Array;
  /** Field lengths, all fields of an article together. */
  readonly lengths: Uint16Array | Uint32Array;
  /** For each text, the field that has its positions. */
  readonly positional: readonly number[];
  readonly #texts: number;
  readonly #body: PagedBody;
  readonly #terms: WordTableIndex;
  readonly #surfaces: WordTableIndex;
  readonly #source: ByteSource;

  constructor(name: string, header: SegmentHeader, ids: Uint32Array, body: PagedBody, source: ByteSource) {
    this.name = name;
    this.header = header;
    this.ids = ids;
    this.#body = body;
    this.#source = source;
    this.positional = positionalFields(header.fields);
    this.#texts = textsOf(header.fields).length;
    const whole = (section: 'termIndex' | 'surfaceIndex' | 'lengths') => body.readOnce(...header.sections[section]);
    this.#terms = new WordTableIndex(whole('termIndex'), header.terms, header.sections.termBlocks[1]);
    this.#surfaces = new WordTableIndex(whole('surfaceIndex'), header.surfaces, header.sections.surfaceBlocks[1]);
    const lengths = whole('lengths').buffer;
    this.lengths = header.lengthBytes === 2 ? new Uint16Array(lengths) : new Uint32Array(lengths);
  }

  /** A cursor over the surfaces, before the first. */
  surfaces(): WordCursor<SurfaceRecord> {
    const [start] = this.header.sections.surfaceBlocks;
    return new WordCursor(this.#surfaces, (offset, length) => this.#body.read(start + offset, length), surfaceFormat, {
      postings: 0,
      gaps: 0,
      shapes: 0,
      skips: 0,
      positions: 0,
      positionsLength: 0,
      documents: 0,
      terms: [],
    });
  }

  /** A cursor over the terms, before the first. */
  terms(): WordCursor<TermRecord> {
    const [start] = this.header.sections.termBlocks;
    return new WordCursor(this.#terms, (offset, length) => this.#body.read(start + offset, length), termFormat, {
      surfaces: [],
    });
  }

  get surfaceIndex(): WordTableIndex {
    return this.#surfaces;
  }

  get termIndex(): WordTableIndex {
    return this.#terms;
  }

  /** The postings of a surface, all parts of them. */
  postings({ postings, gaps, shapes, skips }: SurfacePlace): Uint8Array {
    return this.#body.read(this.header.sections.postings[0] + postings, gaps + shapes + skips);
  }

  /** The positions of a surface, or the bytes `[start, end)` of them. */
  positions(record: SurfacePlace, start = 0, end = record.positionsLength): Uint8Array {
    return this.#body.read(this.header.sections.positions[0] + record.positions + start, end - start);
  }

  /** Where the sentences of an article begin, one list a text; see sentences.ts. */
  sentences(ordinal: number): number[][] {
    return readSentences(this.sentenceBytes(ordinal), this.#texts);
  }

  sentenceBytes(ordinal: number): Uint8Array {
    const { sentences, sentenceOffsets } = this.header.sections;
    const bytes = this.#body.read(sentenceOffsets[0] + ordinal * 4, 8);
    const [start, end] = new Uint32Array(bytes.slice().buffer);
    return this.#body.read(sentences[0] + start!, end! - start!);
  }

  close(): void {
    this.#source.close();
  }
}

const surfaceFormat = {
  head(from: ByteReader, record: SurfaceRecord) {
    record.postings = from.varint();
    record.positions = from.varint();
    record.gaps = 0;
    record.shapes = 0;
    record.skips = 0;
    record.positionsLength = 0;
  },
  next(from: ByteReader, record: SurfaceRecord) {
    record.postings += record.gaps + record.shapes + record.skips;
    record.positions += record.positionsLength;
    record.documents = from.varint();
    record.gaps = record.documents + from.varint();
    record.shapes = record.documents + from.varint();
    record.skips = record.documents < SKIP ? 0 : from.varint();
    record.positionsLength = from.varint();
    const terms = from.varint();
    record.terms.length = terms;
    for (let i = 0; i < terms; i++) record.terms[i] = from.varint();
  },
};

const termFormat = {
  head: () => undefined,
  next(from: ByteReader, record: TermRecord) {
    const count = from.varint();
    record.surfaces.length = count;
    let ordinal = 0;
    for (let i = 0; i < count; i++) {
      ordinal += from.varint();
      record.surfaces[i] = ordinal;
    }
  },
};

/**
 * Opens a committed segment. The header, the ids and the page checksums are checked now, the pages when they are read.
 *
 * @param analyzer the version of the analyzer in use; a segment cut by another is of no use
 */
export function openSegment(
  name: string,
  source: ByteSource,
  cache: PageCache,
  analyzer: number,
): Segment | FormatFault | 'analyzer' {
  const opened = readHeader((offset, length) => source.read(offset, length), source.size);
  if (typeof opened === 'string') return opened;
  const { header, start } = opened;
  if (source.size !== fileSize(opened)) return 'damaged';
  if (header.analyzer !== analyzer) return 'analyzer';
  const pages = Math.ceil(header.body / PAGE);
  const tail = source.read(start + header.body, pages * 4 + header.articles * 4 + 4).slice();
  const sums = new Uint32Array(tail.buffer, 0, pages);
  const ids = new Uint32Array(tail.buffer, pages * 4, header.articles);
  const sum = new Uint32Array(tail.buffer, pages * 4 + header.articles * 4, 1)[0];
  if (checksum(tail.subarray(0, pages * 4)) !== header.pages) return 'damaged';
  if (checksum(tail.subarray(pages * 4, pages * 4 + header.articles * 4)) !== sum) return 'damaged';
  return new Segment(name, header, ids, new PagedBody(name, source, start, header.body, sums, cache), source);
}

/** The ordinals that a segment was committed without. */
export function leftOut(ids: Uint32Array): IdSet {
  const out = new IdSet(ids.length);
  for (let ordinal = ids.indexOf(0); ordinal >= 0; ordinal = ids.indexOf(0, ordinal + 1)) out.add(ordinal);
  return out;
}
