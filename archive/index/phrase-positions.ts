import { mergeRuns } from './ascending-runs.ts';
import type { IdSet } from './id-set.ts';
import type { Segment } from './segment.ts';
import { stretches } from './skips.ts';
import type { FoundSurface } from './word-surfaces.ts';

/** Room for a position beside the article and the text in the 53 bits of a number: 2^27 words of one text. */
export const POSITIONS = 2 ** 27;

/** Reads the positions of a segment's surfaces as places: `(ordinal · texts + text) · POSITIONS + position`. */
export class PhrasePositions {
  readonly #segment: Segment;
  readonly #texts: number;
  /** By field: the text whose positions it has, −1: none. */
  readonly #textOf: readonly number[];
  readonly #counts: Uint32Array;
  #places = new Float64Array(1 << 10);
  #count = 0;

  constructor(segment: Segment) {
    this.#segment = segment;
    const { positional } = segment;
    this.#texts = positional.length;
    this.#textOf = segment.header.fields.map((_, field) => positional.indexOf(field));
    this.#counts = new Uint32Array(positional.length);
  }

  /** Places of any of the surfaces in the wanted articles (left out: in all), ascending, each once. */
  read(surfaces: readonly FoundSurface[], wanted?: IdSet): Float64Array {
    this.#count = 0;
    const ends = surfaces.map((surface) => {
      this.#readSurface(surface, wanted);
      return this.#count;
    });
    return mergeRuns(this.#places.slice(0, this.#count), ends);
  }

  #readSurface(surface: FoundSurface, wanted: IdSet | undefined): void {
    const segment = this.#segment;
    if (wanted === undefined || surface.skipsLength === 0) {
      this.#readStretch(segment.postings(surface), segment.positions(surface), -1, wanted);
      return;
    }
    for (const stretch of stretches(segment.skips(surface), surface.postingsLength, surface.positionsLength)) {
      if (!wanted.hasBetween(stretch.after + 1, stretch.last)) continue;
      const postings = segment.postings(surface, ...stretch.postings);
      this.#readStretch(postings, segment.positions(surface, ...stretch.positions), stretch.after, wanted);
    }
  }

  /** Reads postings and their positions, which begin after an article. */
  #readStretch(bytes: Uint8Array, positions: Uint8Array, after: number, wanted: IdSet | undefined): void {
    const end = bytes.length;
    const textOf = this.#textOf;
    const last = textOf.length - 1;
    const lastText = textOf[last]!;
    const beforeText = textOf[last - 1] ?? -1;
    const counts = this.#counts;
    let ordinal = after;
    let from = 0;
    let at = 0;
    while (from < end) {
      let value = bytes[from++]!;
      if (value >= 0x80) {
        value &= 0x7f;
        for (let shift = 7, byte = 0x80; byte >= 0x80; shift += 7) {
          byte = bytes[from++]!;
          value |= (byte & 0x7f) << shift;
        }
      }
      ordinal += (value >>> 2) + 1;
      const kind = value & 3;
      const take = wanted === undefined || wanted.has(ordinal);
      // Positions to step over or, by text, to take.
      let left = 0;
      if (kind === 0) left = 1;
      else if (kind === 1) {
        const more = new VarintAt(bytes, from);
        left = more.value + 2;
        from = more.end;
      } else if (kind === 2) left = 1;
      else {
        let next = new VarintAt(bytes, from);
        const mask = next.value;
        counts.fill(0);
        for (let field = 0; mask >>> field !== 0; field++) {
          if (((mask >>> field) & 1) === 0) continue;
          next = new VarintAt(bytes, next.end);
          if (textOf[field]! >= 0) counts[textOf[field]!] = next.value;
        }
        from = next.end;
        for (let text = 0; text < counts.length; text++) {
          if (take) at = this.#take(ordinal, text, counts[text]!, positions, at);
          else left += counts[text]!;
        }
        if (take) continue;
      }
      if (kind < 3) {
        if (lastText < 0) left = 0;
        if (take) {
          if (kind === 2 && beforeText >= 0) at = this.#take(ordinal, beforeText, 1, positions, at);
          at = this.#take(ordinal, lastText, left, positions, at);
          continue;
        }
        if (kind === 2 && beforeText >= 0) left++;
      }
      for (; left > 0; left--) while (positions[at++]! >= 0x80);
    }
  }

  /** Takes the positions of one text; answers where they end. */
  #take(ordinal: number, text: number, count: number, bytes: Uint8Array, start: number): number {
    let at = start;
    let place = (ordinal * this.#texts + text) * POSITIONS;
    for (let left = count; left > 0; left--) {
      let byte = bytes[at++]!;
      let gap = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++]!;
        gap |= (byte & 0x7f) << shift;
      }
      place += gap;
      if (this.#count === this.#places.length) {
        const wider = new Float64Array(this.#count * 2);
        wider.set(this.#places);
        this.#places = wider;
      }
      this.#places[this.#count++] = place;
    }
    return at;
  }
}

/** A varint among bytes, and where it ends. */
class VarintAt {
  readonly value: number;
  readonly end: number;

  constructor(bytes: Uint8Array, start: number) {
    let at = start;
    let byte = bytes[at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
    }
    this.value = value >>> 0;
    this.end = at;
  }
}
