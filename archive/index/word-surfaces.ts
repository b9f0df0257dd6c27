import { walkPattern } from './expansion.ts';
import { compareBytes, encodeWord } from './letter-code.ts';
import type { WordClause } from './query-node.ts';
import type { Ranking } from './ranking.ts';
import type { Segment, SurfacePlace } from './segment.ts';
import { speltWithYo, surfacesOfTerm, type TermSurface } from './term-surfaces.ts';
import type { WordCursor } from './word-table.ts';

/** A surface that a word of the query finds in a segment, and what one occurrence of it is worth. */
export interface FoundSurface extends SurfacePlace {
  /** A multiple of 1/64, so that sums are exact in any order. */
  readonly weight: number;
}

const exact = (weight: number): number => Math.max(1, Math.round(weight * 64)) / 64;

/** Surfaces of a prefix taken between two moments at which the work may be left. */
const SURFACES = 512;

/** The surfaces of a segment that a word finds, ascending. Yields where the work may be left. */
export function* surfacesOf(clause: WordClause, segment: Segment, ranking: Ranking): Generator<void, FoundSurface[]> {
  const found: FoundSurface[] = [];
  const place = (record: SurfacePlace, weight: number, own: boolean) => {
    const { postings, gaps, shapes, skips, positions, positionsLength, documents } = record;
    const worth = exact(own ? weight * (1 + ranking.exactForm) : weight);
    found.push({ postings, gaps, shapes, skips, positions, positionsLength, documents, weight: worth });
  };
  if (clause.by === 'terms' && !clause.typed) {
    for (const [{ form, yo, record }, weight] of weighed(clause, segment))
      place(record, weight, form === clause.form && yo === clause.yo);
    return found;
  }
  const cursor = segment.surfaces();
  const form = encodeWord(clause.form);
  const isSpelt = speltWithYo(segment);
  const take = (weight: number) =>
    place(cursor.record, weight, isWord(cursor, form) && isSpelt(cursor.record) === clause.yo);
  if (clause.by === 'form') {
    for (const _ of entriesFrom(cursor, form)) {
      if (cursor.length > form.length) break;
      take(1);
    }
  } else if (clause.by === 'prefix') {
    for (const _ of entriesFrom(cursor, form)) {
      take(1);
      if (found.length % SURFACES === 0) yield;
    }
  } else if (clause.by === 'pattern') {
    yield* walkPattern(cursor, segment.surfaceIndex, clause.pattern!, () => take(1));
  } else {
    const weights = new Map<number, number>();
    for (const [{ form, ordinal, record }, weight] of weighed(clause, segment)) {
      if (form.startsWith(clause.form)) weights.set(ordinal, weight);
      else place(record, weight, false);
    }
    for (const _ of entriesFrom(cursor, form)) {
      take(weights.get(cursor.ordinal) ?? ranking.typedPrefix);
      if (found.length % SURFACES === 0) yield;
    }
  }
  return found;
}

/** The surfaces under the clause's terms, ascending; one that several terms name is worth the most of them. */
function weighed(clause: WordClause, segment: Segment): [TermSurface, number][] {
  const byOrdinal = new Map<number, [TermSurface, number]>();
  for (const [term, weight] of clause.terms) {
    for (const surface of surfacesOfTerm(segment, term)) {
      if (clause.without.has(surface.form)) continue;
      const known = byOrdinal.get(surface.ordinal);
      if (known === undefined || known[1] < weight) byOrdinal.set(surface.ordinal, [surface, weight]);
    }
  }
  return [...byOrdinal.values()].sort(([a], [b]) => a.ordinal - b.ordinal);
}

/** The cursor at each of the entries that begin with a prefix. */
export function* entriesFrom<R>(cursor: WordCursor<R>, prefix: Uint8Array): Generator<void, void> {
  for (let more = cursor.seek(prefix); more; more = cursor.next()) {
    if (cursor.length < prefix.length || compareBytes(cursor.bytes, 0, prefix.length, prefix, 0, prefix.length) !== 0)
      return;
    yield;
  }
}

function isWord<R>(cursor: WordCursor<R>, word: Uint8Array): boolean {
  return cursor.length === word.length && compareBytes(cursor.bytes, 0, cursor.length, word, 0, word.length) === 0;
}

/** Whether a word of the query finds a surface: the same answer as {@link surfacesOf}, for marks in a text. */
export function findsSurface(clause: WordClause, form: string, terms: readonly string[]): boolean {
  switch (clause.by) {
    case 'form':
      return form === clause.form;
    case 'prefix':
      return form.startsWith(clause.form);
    case 'pattern':
      return clause.pattern!.matches(form);
    default:
      if (clause.without.has(form)) return false;
      return terms.some((term) => clause.terms.has(term)) || (clause.typed && form.startsWith(clause.form));
  }
}
