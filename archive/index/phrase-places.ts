import { IdSet } from './id-set.ts';
import { PositionsReader } from './positions.ts';
import { PostingsReader } from './postings.ts';
import type { Segment } from './segment.ts';
import { SKIP, SkipReader } from './skips.ts';
import type { FoundSurface } from './word-surfaces.ts';

/** Room for a position beside the number of its text in 32 bits: 2^27 words of one of 32 texts. */
export const POSITIONS = 2 ** 27;

/** Where a word stands in the articles of a segment. A place is `text · POSITIONS + position`. */
export interface Places {
  /** Ordinals of the articles that have it, ascending. */
  readonly articles: Uint32Array;
  /** By ordinal, one more than the article's number in that list; 0: it is not there. */
  readonly numbers: Uint32Array;
  /** By number, where the article's own among the places begin; one more than there are articles. */
  readonly starts: Uint32Array;
  /** The places of one article after another, ascending in each; one may stand there twice. */
  readonly places: Uint32Array;
}

/** Bytes of positions taken at once: the next blocks are mostly among them, and a view costs more than reading a block. */
const AT_ONCE = 4096;

type Visit = (article: number, text: number, count: number) => void;

/** Reads the places of a segment's surfaces. */
export class PlaceReader {
  readonly #segment: Segment;
  readonly #postings: PostingsReader;
  readonly #positions = new PositionsReader();
  readonly #skips = new SkipReader();
  /** What {@link read} takes: articles and places, as they come. */
  #articles = new Uint32Array(1 << 10);
  #places = new Uint32Array(1 << 10);
  #count = 0;

  constructor(segment: Segment) {
    this.#segment = segment;
    this.#postings = new PostingsReader(segment.header.fields.length);
  }

  /** Places of any of the surfaces, in the articles that a word before has (left out: in all). */
  read(surfaces: readonly FoundSurface[], before?: Places): Places {
    this.#count = 0;
    for (const surface of surfaces) this.#walk(surface, before, this.#take);
    return byArticle(
      this.#articles.subarray(0, this.#count),
      this.#places.subarray(0, this.#count),
      this.#segment.header.articles,
    );
  }

  /** Those of some places that have any of the surfaces so many words further on. */
  followed(places: Places, surfaces: readonly FoundSurface[], further: number): Places {
    const { numbers, starts, places: sought } = places;
    const found = new Uint8Array(sought.length);
    const visit: Visit = (article, text, count) => {
      const { bytes, start } = this.#positions;
      const first = text * POSITIONS;
      const number = numbers[article]!;
      const end = starts[number]!;
      let at = starts[number - 1]!;
      while (at < end && sought[at]! < first) at++;
      let place = first - further;
      let i = start;
      let left = count;
      for (; left > 0 && at < end; left--) {
        let byte = bytes[i++]!;
        let gap = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = bytes[i++]!;
          gap |= (byte & 0x7f) << shift;
        }
        place += gap;
        while (at < end && sought[at]! < place) at++;
        for (let same = at; same < end && sought[same] === place; same++) found[same] = 1;
      }
      this.#positions.leave(i, left);
    };
    for (const surface of surfaces) this.#walk(surface, places, visit);
    return only(places, found);
  }

  /** Visits every text that has a surface, in the articles that a word before has: how many positions it has there. */
  #walk(surface: FoundSurface, before: Places | undefined, visit: Visit): void {
    const segment = this.#segment;
    const { positional } = segment;
    const postings = this.#postings;
    const positions = this.#positions;
    const skips = this.#skips;
    const wanted = before?.numbers;
    const bytes = segment.postings(surface);
    postings.begin(bytes, surface.gaps);
    skips.begin(bytes.subarray(surface.gaps + surface.shapes), surface.positionsLength);
    let read = 0;
    let positionBytes: Uint8Array = bytes;
    let loaded = 0;
    let loadedEnd = 0;
    while (postings.next()) {
      const { article, index } = postings;
      if (wanted !== undefined && wanted[article] === 0) continue;
      const block = Math.floor(index / SKIP);
      if (block > skips.block) {
        skips.goTo(block);
        postings.seekShape(skips.shapes);
        if (skips.positionsEnd > loadedEnd) {
          loaded = skips.positions;
          loadedEnd = Math.max(skips.positionsEnd, Math.min(loaded + AT_ONCE, surface.positionsLength));
          positionBytes = segment.positions(surface, loaded, loadedEnd);
        }
        positions.begin(positionBytes, skips.positions - loaded);
        read = block * SKIP;
      }
      for (; read <= index; read++) {
        postings.readShape();
        for (let text = 0; text < positional.length; text++) {
          const field = positional[text]!;
          const count = field < 0 ? 0 : postings.frequency(field);
          if (count === 0) continue;
          if (read < index) positions.skip(count);
          else {
            positions.enter(count);
            visit(article, text, count);
          }
        }
      }
    }
  }

  /** Takes all places of the present text. */
  readonly #take: Visit = (article, text, count) => {
    const { bytes, start } = this.#positions;
    if (this.#count + count > this.#places.length) {
      this.#articles = wider(this.#articles, this.#count + count);
      this.#places = wider(this.#places, this.#count + count);
    }
    let place = text * POSITIONS;
    let i = start;
    for (let left = count; left > 0; left--) {
      let byte = bytes[i++]!;
      let gap = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[i++]!;
        gap |= (byte & 0x7f) << shift;
      }
      place += gap;
      this.#articles[this.#count] = article;
      this.#places[this.#count++] = place;
    }
    this.#positions.leave(i, 0);
  };
}

/** Places that come in any order of articles, put in order: by article (a counting sort), then in each. */
function byArticle(articles: Uint32Array, places: Uint32Array, size: number): Places {
  const met = new IdSet(size);
  for (let i = 0; i < articles.length; i++) if (articles[i] !== articles[i - 1]) met.add(articles[i]!);
  const list = new Uint32Array(met.size);
  met.list(0, size, list);
  const numbers = new Uint32Array(size);
  for (let i = 0; i < list.length; i++) numbers[list[i]!] = i + 1;
  const starts = new Uint32Array(list.length + 2);
  // Where the next place of an article goes stands one further on, so that in the end it is where the article's begin.
  for (let i = 0; i < articles.length; i++) starts[numbers[articles[i]!]! + 1]!++;
  for (let number = 2; number < starts.length; number++) starts[number]! += starts[number - 1]!;
  const sorted = new Uint32Array(places.length);
  for (let i = 0; i < articles.length; i++) sorted[starts[numbers[articles[i]!]!]!++] = places[i]!;
  for (let number = 0; number < list.length; number++) sortFew(sorted, starts[number]!, starts[number + 1]!);
  return { articles: list, numbers, starts: starts.subarray(0, list.length + 1), places: sorted };
}

/** Sorts `[first, end)`, which is mostly one run or two of a few numbers each. */
function sortFew(numbers: Uint32Array, first: number, end: number): void {
  if (end - first > FEW) {
    numbers.subarray(first, end).sort();
    return;
  }
  for (let i = first + 1; i < end; i++) {
    const number = numbers[i]!;
    let at = i;
    for (; at > first && numbers[at - 1]! > number; at--) numbers[at] = numbers[at - 1]!;
    numbers[at] = number;
  }
}

const FEW = 64;

/** The places that were found. */
function only({ articles, numbers, starts, places }: Places, found: Uint8Array): Places {
  const list = new Uint32Array(articles.length);
  const anew = new Uint32Array(numbers.length);
  const begins = new Uint32Array(articles.length + 1);
  const kept = new Uint32Array(places.length);
  let count = 0;
  let left = 0;
  for (let i = 0; i < articles.length; i++) {
    const end = starts[i + 1]!;
    for (let at = starts[i]!; at < end; at++) if (found[at] === 1) kept[count++] = places[at]!;
    if (count === begins[left]) continue;
    list[left] = articles[i]!;
    begins[++left] = count;
    anew[articles[i]!] = left;
  }
  return {
    articles: list.subarray(0, left),
    numbers: anew,
    starts: begins.subarray(0, left + 1),
    places: kept.subarray(0, count),
  };
}

function wider(from: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(least * 2);
  to.set(from);
  return to;
}
