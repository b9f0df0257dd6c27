import { mergeRuns } from './ascending-runs.ts';
import type { IdSet } from './id-set.ts';
import { PositionsReader } from './positions.ts';
import { PostingsReader } from './postings.ts';
import type { Segment } from './segment.ts';
import { SKIP, SkipReader } from './skips.ts';
import type { FoundSurface } from './word-surfaces.ts';

/** Room for a position beside the article and the text in the 53 bits of a number: 2^27 words of one text. */
export const POSITIONS = 2 ** 27;

/**
 * Reads the positions of a segment's surfaces as places: `(ordinal · texts + text) · POSITIONS + position`. The places of
 * a word ascend.
 */
export class PhrasePositions {
  readonly #segment: Segment;
  readonly #postings: PostingsReader;
  readonly #positions = new PositionsReader();
  readonly #skips = new SkipReader();
  #places = new Float64Array(1 << 10);
  #count = 0;

  constructor(segment: Segment) {
    this.#segment = segment;
    this.#postings = new PostingsReader(segment.header.fields.length);
  }

  /** Places of any of the surfaces in the wanted articles (left out: in all), each once. */
  read(surfaces: readonly FoundSurface[], wanted?: IdSet): Float64Array {
    this.#count = 0;
    const ends = surfaces.map((surface) => {
      this.#walk(surface, wanted, this.#take);
      return this.#count;
    });
    return mergeRuns(this.#places.slice(0, this.#count), ends);
  }

  /** Those of some places that have any of the surfaces so many words further on; all lie in the wanted articles. */
  followed(places: Float64Array, surfaces: readonly FoundSurface[], further: number, wanted: IdSet): Float64Array {
    const found = new Uint8Array(places.length);
    for (const surface of surfaces) {
      let at = 0;
      this.#walk(surface, wanted, (first) => {
        at = firstFrom(places, first - further, at);
        const { bytes, start, end } = this.#positions;
        const beyond = first + POSITIONS - further;
        let place = first - further;
        for (let i = start; i < end && at < places.length && places[at]! < beyond; ) {
          let byte = bytes[i++]!;
          let gap = byte & 0x7f;
          for (let shift = 7; byte >= 0x80; shift += 7) {
            byte = bytes[i++]!;
            gap |= (byte & 0x7f) << shift;
          }
          place += gap;
          while (places[at]! < place) at++;
          if (places[at] === place) found[at] = 1;
        }
      });
    }
    return places.filter((_, i) => found[i] === 1);
  }

  /** Visits every text of the wanted articles that has a surface, with the place of its beginning. */
  #walk(surface: FoundSurface, wanted: IdSet | undefined, visit: (first: number) => void): void {
    const segment = this.#segment;
    const { positional } = segment;
    const postings = this.#postings;
    const positions = this.#positions;
    const bytes = segment.postings(surface);
    const skips = this.#skips;
    postings.begin(bytes, surface.gaps);
    skips.begin(bytes.subarray(surface.gaps + surface.shapes));
    positions.begin(segment.positions(surface));
    let at = -1;
    while (postings.next()) {
      const { article, index } = postings;
      if (wanted !== undefined && !wanted.has(article)) continue;
      const block = Math.floor(index / SKIP);
      if (block * SKIP > at + 1) {
        skips.goTo(block);
        postings.seekShape(skips.shapes);
        positions.seek(skips.positions);
        at = block * SKIP - 1;
      }
      while (at < index) {
        at++;
        postings.readShape();
        for (let text = 0; text < positional.length; text++) {
          const count = postings.frequencies[positional[text]!] ?? 0;
          if (count === 0) continue;
          positions.next(count);
          if (at === index) visit((article * positional.length + text) * POSITIONS);
        }
      }
    }
  }

  /** Takes all places of the present text. */
  readonly #take = (first: number): void => {
    const { bytes, start, end } = this.#positions;
    if (this.#count + end - start > this.#places.length) {
      const wider = new Float64Array((this.#count + end - start) * 2);
      wider.set(this.#places);
      this.#places = wider;
    }
    let place = first;
    for (let i = start; i < end; ) {
      let byte = bytes[i++]!;
      let gap = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[i++]!;
        gap |= (byte & 0x7f) << shift;
      }
      place += gap;
      this.#places[this.#count++] = place;
    }
  };
}

/** Where the first of ascending numbers not below `least` is, sought from `from` on by ever longer steps. */
function firstFrom(numbers: Float64Array, least: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < numbers.length && numbers[low + step]! < least) {
    low += step;
    step *= 2;
  }
  let high = Math.min(numbers.length, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
