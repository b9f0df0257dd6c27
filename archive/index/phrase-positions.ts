import type { IdSet } from './id-set.ts';
import type { Segment } from './segment.ts';
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
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;

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
    for (const surface of surfaces) this.#readSurface(surface, wanted);
    const places = this.#places.slice(0, this.#count);
    if (surfaces.length < 2) return places;
    places.sort();
    let kept = 0;
    for (let i = 0; i < places.length; i++) if (i === 0 || places[i] !== places[i - 1]) places[kept++] = places[i]!;
    return places.subarray(0, kept);
  }

  #readSurface(surface: FoundSurface, wanted: IdSet | undefined): void {
    this.#bytes = this.#segment.postings(surface);
    this.#at = 0;
    const positions = this.#segment.positions(surface);
    const last = this.#textOf.length - 1;
    const lastText = this.#textOf[last]!;
    const beforeText = this.#textOf[last - 1] ?? -1;
    const counts = this.#counts;
    let ordinal = -1;
    let at = 0;
    while (this.#at < this.#bytes.length) {
      const value = this.#varint();
      ordinal += (value >>> 2) + 1;
      const kind = value & 3;
      counts.fill(0);
      if (kind < 3) {
        if (lastText >= 0) counts[lastText] = kind === 1 ? this.#varint() + 2 : 1;
        else if (kind === 1) this.#varint();
        if (kind === 2 && beforeText >= 0) counts[beforeText] = 1;
      } else {
        const mask = this.#varint();
        for (let field = 0; field <= last; field++) {
          if (((mask >>> field) & 1) === 0) continue;
          const frequency = this.#varint();
          if (this.#textOf[field]! >= 0) counts[this.#textOf[field]!] = frequency;
        }
      }
      if (wanted !== undefined && !wanted.has(ordinal)) {
        let left = 0;
        for (let text = 0; text < counts.length; text++) left += counts[text]!;
        for (; left > 0; left--) while (positions[at++]! >= 0x80);
      } else at = this.#take(ordinal, positions, at);
    }
  }

  #take(ordinal: number, bytes: Uint8Array, start: number): number {
    let at = start;
    for (let text = 0; text < this.#counts.length; text++) {
      let place = (ordinal * this.#texts + text) * POSITIONS;
      for (let left = this.#counts[text]!; left > 0; left--) {
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
    }
    return at;
  }

  #varint(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++]!;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[this.#at++]!;
      value |= (byte & 0x7f) << shift;
    }
    return value >>> 0;
  }
}
