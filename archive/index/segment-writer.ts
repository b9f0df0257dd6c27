import { ByteChunks } from './byte-chunks.ts';
import { ByteWriter } from './byte-writer.ts';
import { PositionsWriter } from './positions.ts';
import { type PostingsParts, PostingsWriter } from './postings.ts';
import { type FieldPlan, segmentChunks } from './segment-format.ts';
import { SKIP } from './skips.ts';
import { WordTableWriter } from './word-table.ts';

/** Bytes one after another with the place of each. */
export interface WordArena {
  readonly bytes: Uint8Array;
  /** One more than there are words. */
  readonly offsets: Uint32Array;
}

/** What is known of each article beside its words, by ordinal. */
export interface ArticleColumns {
  readonly count: number;
  /** Field lengths, all fields of an article together. A length is what Lunr counts: tokens times their terms. */
  readonly lengths: Uint32Array;
  /** Beginnings of sentences: see sentences.ts. */
  readonly sentences: Uint8Array;
  readonly sentenceOffsets: Uint32Array;
}

/**
 * Lays out one segment from surfaces given in order (of form, then of terms): the end of building and of merging alike.
 * Terms are given beforehand, sorted; those that no surface has are left out.
 */
export class SegmentWriter {
  readonly #analyzer: number;
  readonly #fields: readonly FieldPlan[];
  readonly #terms: WordArena;
  readonly #postings = new ByteChunks();
  readonly #positions = new ByteChunks();
  readonly positions = new PositionsWriter(this.#positions);
  readonly postings: PostingsWriter;
  readonly #forms: ByteWriter;
  readonly #surfaces: SurfaceColumns;

  /** @param surfaces the most that will be written: room that is not used costs nothing */
  constructor(analyzer: number, fields: readonly FieldPlan[], terms: WordArena, surfaces: number) {
    this.#analyzer = analyzer;
    this.#fields = fields;
    this.#terms = terms;
    this.#forms = new ByteWriter(surfaces * FORM_BYTES);
    this.#surfaces = new SurfaceColumns(surfaces);
    this.postings = new PostingsWriter(this.#postings, this.#positions, fields.length);
  }

  /** Ends a surface whose postings and positions have just been written. Its form is `bytes[start, end)`. */
  surface(bytes: Uint8Array, start: number, end: number, terms: readonly number[], documents: number): void {
    this.#forms.appendRange(bytes, start, end);
    this.#surfaces.push(this.#forms.length, this.postings.end(), this.#positions.length, documents, terms);
  }

  /** The segment's bytes, in chunks. */
  finish(columns: ArticleColumns): Uint8Array[] {
    const { blocks: termBlocks, numbers } = this.#writeTerms();
    const surfaceBlocks = this.#writeSurfaces(numbers);
    const fields = this.#fields.length;
    const totalLengths = this.#fields.map((_, field) => sumOfEvery(columns.lengths, fields, field));
    const short = columns.lengths.every((length) => length < 0x10000);
    const lengths = short ? Uint16Array.from(columns.lengths) : columns.lengths;
    return segmentChunks(
      {
        analyzer: this.#analyzer,
        articles: columns.count,
        fields: this.#fields,
        terms: termBlocks.count,
        surfaces: surfaceBlocks.count,
        lengthBytes: short ? 2 : 4,
        totalLengths,
      },
      {
        termBlocks: termBlocks.blocks(),
        termIndex: [termBlocks.index()],
        surfaceBlocks: surfaceBlocks.blocks(),
        surfaceIndex: [surfaceBlocks.index()],
        postings: this.#postings.written(),
        positions: this.#positions.written(),
        sentences: [columns.sentences],
        sentenceOffsets: [asBytes(columns.sentenceOffsets)],
        lengths: [asBytes(lengths)],
      },
    );
  }

  /** Term records: how many surfaces, then their ordinals as gaps. Answers the final number of each term too. */
  #writeTerms() {
    const { bytes, offsets } = this.#terms;
    const lists = this.#surfaces.byTerm(offsets.length - 1);
    const blocks = new WordTableWriter();
    const numbers = new Uint32Array(offsets.length - 1);
    for (let term = 0; term < numbers.length; term++) {
      const first = lists.offsets[term]!;
      const end = lists.offsets[term + 1]!;
      if (first === end) continue;
      numbers[term] = blocks.count;
      blocks.entry(bytes, offsets[term]!, offsets[term + 1]!);
      blocks.record.varint(end - first);
      let last = 0;
      for (let i = first; i < end; i++) {
        blocks.record.varint(lists.surfaces[i]! - last);
        last = lists.surfaces[i]!;
      }
    }
    return { blocks, numbers };
  }

  /**
   * Surface records. Head: where the block's postings and positions begin. Entry: articles that have it, bytes of its
   * gaps and shapes beyond one an article, where articles are many the bytes of its skips, bytes of its positions, how
   * many terms, their numbers.
   */
  #writeSurfaces(numbers: Uint32Array): WordTableWriter {
    const table = new WordTableWriter();
    const surfaces = this.#surfaces;
    const forms = this.#forms.written();
    let form = 0;
    let postings = 0;
    let positions = 0;
    for (let i = 0; i < surfaces.count; i++) {
      table.entry(forms, form, surfaces.formEnds[i]!, postings, positions);
      form = surfaces.formEnds[i]!;
      const to = table.record;
      const documents = surfaces.documents[i]!;
      to.varint(documents);
      to.varint(surfaces.gaps[i]! - documents);
      to.varint(surfaces.shapes[i]! - documents);
      if (documents >= SKIP) to.varint(surfaces.skips[i]!);
      to.varint(surfaces.positionEnds[i]! - positions);
      const end = surfaces.termEnds[i]!;
      const first = i === 0 ? 0 : surfaces.termEnds[i - 1]!;
      to.varint(end - first);
      for (let t = first; t < end; t++) to.varint(numbers[surfaces.terms[t]!]!);
      postings += surfaces.gaps[i]! + surfaces.shapes[i]! + surfaces.skips[i]!;
      positions = surfaces.positionEnds[i]!;
    }
    return table;
  }
}

/** The surfaces of a segment that is being written, in columns. */
class SurfaceColumns {
  count = 0;
  readonly formEnds: Uint32Array;
  readonly gaps: Uint32Array;
  readonly shapes: Uint32Array;
  readonly skips: Uint32Array;
  readonly positionEnds: Float64Array;
  readonly documents: Uint32Array;
  readonly termEnds: Uint32Array;
  terms: Uint32Array;
  #terms = 0;

  constructor(most: number) {
    this.formEnds = new Uint32Array(most);
    this.gaps = new Uint32Array(most);
    this.shapes = new Uint32Array(most);
    this.skips = new Uint32Array(most);
    this.positionEnds = new Float64Array(most);
    this.documents = new Uint32Array(most);
    this.termEnds = new Uint32Array(most);
    this.terms = new Uint32Array(most * 2);
  }

  push(
    form: number,
    { gaps, shapes, skips }: PostingsParts,
    positions: number,
    documents: number,
    terms: readonly number[],
  ): void {
    if (this.#terms + terms.length > this.terms.length) {
      const wider = new Uint32Array((this.#terms + terms.length) * 2);
      wider.set(this.terms);
      this.terms = wider;
    }
    for (let i = 0; i < terms.length; i++) this.terms[this.#terms++] = terms[i]!;
    this.formEnds[this.count] = form;
    this.gaps[this.count] = gaps;
    this.shapes[this.count] = shapes;
    this.skips[this.count] = skips;
    this.positionEnds[this.count] = positions;
    this.documents[this.count] = documents;
    this.termEnds[this.count++] = this.#terms;
  }

  /** The surfaces of each term: a list of lists in two arrays (a counting sort). */
  byTerm(terms: number) {
    const offsets = new Uint32Array(terms + 1);
    for (let i = 0; i < this.#terms; i++) offsets[this.terms[i]! + 1]!++;
    for (let term = 0; term < terms; term++) offsets[term + 1]! += offsets[term]!;
    const at = offsets.slice();
    const surfaces = new Uint32Array(this.#terms);
    let i = 0;
    for (let surface = 0; surface < this.count; surface++) {
      for (; i < this.termEnds[surface]!; i++) surfaces[at[this.terms[i]!]!++] = surface;
    }
    return { offsets, surfaces };
  }
}

/** Bytes of a form, mostly. */
const FORM_BYTES = 16;

const asBytes = (from: Uint16Array | Uint32Array): Uint8Array =>
  new Uint8Array(from.buffer, from.byteOffset, from.byteLength);

/** The sum of every `step`th number from `first` on. */
function sumOfEvery(numbers: Uint32Array, step: number, first: number): number {
  let sum = 0;
  for (let at = first; at < numbers.length; at += step) sum += numbers[at]!;
  return sum;
}
