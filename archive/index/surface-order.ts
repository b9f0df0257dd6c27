import { ByteWriter } from './byte-writer.ts';
import type { WordArena } from './segment-writer.ts';
import type { SurfaceBook } from './surface-book.ts';
import { sameWord, sortWords } from './word-order.ts';

/** The terms of some surfaces, sorted, and the rank of each by its number in the book. */
export function rankTerms(book: SurfaceBook, surfaces: Uint32Array): { ranks: Uint32Array; terms: WordArena } {
  const { termLists, termEnds } = book;
  const ranks = new Uint32Array(book.terms.size);
  let count = 0;
  for (let i = 0; i < surfaces.length; i++) {
    const place = book.placeOf(surfaces[i]!);
    for (let at = termEnds[place]!; at < termEnds[place + 1]!; at++) if (ranks[termLists[at]!]!++ === 0) count++;
  }
  const sorted = new Uint32Array(count);
  for (let term = 0, at = 0; term < ranks.length; term++) if (ranks[term]! > 0) sorted[at++] = term;
  sortWords(book.terms, sorted);
  const { bytes, offsets } = book.terms;
  const words = new ByteWriter(count * 12);
  const ends = new Uint32Array(count + 1);
  for (let rank = 0; rank < count; rank++) {
    const term = sorted[rank]!;
    ranks[term] = rank;
    words.appendRange(bytes, offsets[term]!, offsets[term + 1]!);
    ends[rank + 1] = words.length;
  }
  return { ranks, terms: { bytes: words.written(), offsets: ends } };
}

/** Puts surfaces in order: of form, then of terms. */
export function sortSurfaces(book: SurfaceBook, order: Uint32Array, ranks: Uint32Array): void {
  const surfaceAt = new Uint32Array(book.size);
  for (let i = 0; i < order.length; i++) {
    const place = book.placeOf(order[i]!);
    surfaceAt[place] = order[i]!;
    order[i] = place;
  }
  const { forms } = book;
  sortWords(forms, order);
  for (let i = 1; i < order.length; i++) {
    // A form stands a few times at most: as it is capitalised.
    const place = order[i]!;
    let at = i;
    for (; at > 0 && sameWord(forms, order[at - 1]!, place); at--) {
      if (compareTerms(book, ranks, order[at - 1]!, place) <= 0) break;
      order[at] = order[at - 1]!;
    }
    order[at] = place;
  }
  for (let i = 0; i < order.length; i++) order[i] = surfaceAt[order[i]!]!;
}

/** {@link compareLists} of the ranks of two surfaces' terms. */
function compareTerms({ termLists, termEnds }: SurfaceBook, ranks: Uint32Array, a: number, b: number): number {
  const aFirst = termEnds[a]!;
  const bFirst = termEnds[b]!;
  const aLength = termEnds[a + 1]! - aFirst;
  const bLength = termEnds[b + 1]! - bFirst;
  for (let i = 0; i < aLength && i < bLength; i++) {
    const difference = ranks[termLists[aFirst + i]!]! - ranks[termLists[bFirst + i]!]!;
    if (difference !== 0) return difference;
  }
  return aLength - bLength;
}

/** Order of two lists of numbers as of words: the first difference decides, then the shorter is first. */
export function compareLists(a: readonly number[], b: readonly number[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
