import { ByteWriter } from './byte-writer.ts';
import type { IdSet } from './id-set.ts';
import { compareBytes } from './letter-code.ts';
import { PositionsReader } from './positions.ts';
import { PostingsReader } from './postings.ts';
import type { Segment } from './segment.ts';
import { SegmentWriter, type WordArena } from './segment-writer.ts';
import { compareLists } from './surface-order.ts';
import type { WordCursor } from './word-table.ts';

export interface MergedSegment {
  /** The segment's bytes, to be written one after another. */
  readonly chunks: readonly Uint8Array[];
  readonly ids: Uint32Array;
}

/** A segment and the articles that are not to be carried over. */
export interface MergeInput {
  readonly segment: Segment;
  readonly removed: IdSet;
}

/** Surfaces merged between two moments at which the caller may turn to something else. */
const SLICE = 256;

/**
 * Merges segments into one, byte for byte what a builder would have made of the living articles in the same order.
 * Yields every few hundred words.
 */
export function* mergeSegments(inputs: readonly MergeInput[]): Generator<void, MergedSegment> {
  const { header } = inputs[0]!.segment;
  const { numbers, ids } = renumber(inputs);
  const { terms, maps } = yield* mergeTerms(inputs.map((input) => input.segment));
  const surfaces = inputs.reduce((sum, { segment }) => sum + segment.header.surfaces, 0);
  const writer = new SegmentWriter(header.analyzer, header.fields, terms, surfaces);
  const reader = new PostingsReader(header.fields.length);
  const cursors = inputs.map(({ segment }) => segment.surfaces());
  const mapped: number[][] = cursors.map(() => []);
  const alive = cursors.map((cursor, i) => advance(cursor, mapped[i]!, maps[i]!));
  for (let done = 1; ; done++) {
    let least = -1;
    for (let i = 0; i < cursors.length; i++) {
      if (alive[i] && (least < 0 || compareSurfaces(cursors[i]!, mapped[i]!, cursors[least]!, mapped[least]!) < 0))
        least = i;
    }
    if (least < 0) break;
    const form = cursors[least]!.bytes.slice(0, cursors[least]!.length);
    const formTerms = [...mapped[least]!];
    let documents = 0;
    for (let i = 0; i < cursors.length; i++) {
      const cursor = cursors[i]!;
      if (!alive[i] || compareBytes(cursor.bytes, 0, cursor.length, form, 0, form.length) !== 0) continue;
      if (compareLists(mapped[i]!, formTerms) !== 0) continue;
      documents += copySurface(inputs[i]!.segment, cursor.record, numbers[i]!, reader, writer);
      alive[i] = advance(cursor, mapped[i]!, maps[i]!);
    }
    if (documents > 0) writer.surface(form, 0, form.length, formTerms, documents);
    if (done % SLICE === 0) yield;
  }
  yield;
  return { chunks: writer.finish(articleColumns(inputs, ids.length)), ids };
}

/** New numbers of the articles by old ordinal (−1: not carried over), and their ids. */
function renumber(inputs: readonly MergeInput[]) {
  const ids: number[] = [];
  const numbers = inputs.map(({ segment, removed }) => {
    const map = new Int32Array(segment.header.articles).fill(-1);
    for (let ordinal = 0; ordinal < map.length; ordinal++) {
      if (removed.has(ordinal)) continue;
      map[ordinal] = ids.length;
      ids.push(segment.ids[ordinal]!);
    }
    return map;
  });
  return { numbers, ids: Uint32Array.from(ids) };
}

/** The terms of all segments in one order, and the number there of each segment's term. */
function* mergeTerms(segments: readonly Segment[]): Generator<void, { terms: WordArena; maps: Uint32Array[] }> {
  const cursors = segments.map((segment) => segment.terms());
  const maps = segments.map((segment) => new Uint32Array(segment.header.terms));
  const alive = cursors.map((cursor) => cursor.next());
  const bytes = new ByteWriter(1 << 12);
  const ends: number[] = [0];
  for (;;) {
    let least: WordCursor<unknown> | undefined;
    cursors.forEach((cursor, i) => {
      if (alive[i] && (least === undefined || order(cursor, least) < 0)) least = cursor;
    });
    if (least === undefined) break;
    const word = least.bytes.slice(0, least.length);
    for (let i = 0; i < cursors.length; i++) {
      const cursor = cursors[i]!;
      if (!alive[i] || compareBytes(cursor.bytes, 0, cursor.length, word, 0, word.length) !== 0) continue;
      maps[i]![cursor.ordinal] = ends.length - 1;
      alive[i] = cursor.next();
    }
    bytes.append(word);
    ends.push(bytes.length);
    if (ends.length % SLICE === 0) yield;
  }
  return { terms: { bytes: bytes.written(), offsets: Uint32Array.from(ends) }, maps };
}

const order = (a: WordCursor<unknown>, b: WordCursor<unknown>): number =>
  compareBytes(a.bytes, 0, a.length, b.bytes, 0, b.length);

function compareSurfaces(a: WordCursor<unknown>, aTerms: number[], b: WordCursor<unknown>, bTerms: number[]): number {
  return order(a, b) || compareLists(aTerms, bTerms);
}

function advance(cursor: ReturnType<Segment['surfaces']>, mapped: number[], map: Uint32Array): boolean {
  if (!cursor.next()) return false;
  mapped.length = 0;
  for (const term of cursor.record.terms) mapped.push(map[term]!);
  return true;
}

/** Copies the postings and positions of the living articles; answers how many there are. */
function copySurface(
  segment: Segment,
  record: ReturnType<Segment['surfaces']>['record'],
  numbers: Int32Array,
  reader: PostingsReader,
  writer: SegmentWriter,
): number {
  const positions = new PositionsReader();
  const frequencies = new Uint32Array(segment.header.fields.length);
  let documents = 0;
  positions.begin(segment.positions(record));
  reader.begin(segment.postings(record), record.gaps);
  while (reader.next()) {
    reader.readShape();
    const start = positions.end;
    for (const field of segment.positional) if (field >= 0) positions.skip(reader.frequency(field));
    const number = numbers[reader.article]!;
    if (number < 0) continue;
    documents++;
    writer.positions.to.append(positions.bytes, start, positions.end);
    for (let field = 0; field < frequencies.length; field++) frequencies[field] = reader.frequency(field);
    writer.postings.add(number, frequencies);
  }
  return documents;
}

function articleColumns(inputs: readonly MergeInput[], count: number) {
  const fields = inputs[0]!.segment.header.fields.length;
  const lengths = new Uint32Array(count * fields);
  const sentences = new ByteWriter(count * 16 + 16);
  const sentenceOffsets = new Uint32Array(count + 1);
  let article = 0;
  for (const { segment, removed } of inputs) {
    for (let ordinal = 0; ordinal < segment.header.articles; ordinal++) {
      if (removed.has(ordinal)) continue;
      for (let field = 0; field < fields; field++)
        lengths[article * fields + field] = segment.lengths[ordinal * fields + field]!;
      sentences.append(segment.sentenceBytes(ordinal));
      sentenceOffsets[++article] = sentences.length;
    }
  }
  return { count, lengths, sentences: sentences.written(), sentenceOffsets };
}
