import type { Segment, SurfaceRecord } from './segment.ts';
import { SPELT_WITH_YO } from './surface-book.ts';
import { seekWord } from './word-table.ts';

/** A surface indexed under a term. */
export interface TermSurface {
  readonly ordinal: number;
  readonly form: string;
  /** Whether a ё is written in it. */
  readonly yo: boolean;
  readonly record: Readonly<SurfaceRecord>;
}

/** Terms whose surfaces are remembered for each segment; a word in use is asked for again with each letter typed. */
const MOST_REMEMBERED = 256;

const remembered = new WeakMap<Segment, Map<string, readonly TermSurface[]>>();

/** The surfaces of a segment indexed under a term, ascending. */
export function surfacesOfTerm(segment: Segment, term: string): readonly TermSurface[] {
  let terms = remembered.get(segment);
  if (terms === undefined) {
    terms = new Map();
    remembered.set(segment, terms);
  }
  const known = terms.get(term);
  if (known !== undefined) {
    terms.delete(term);
    terms.set(term, known);
    return known;
  }
  const read = readSurfaces(segment, term);
  terms.set(term, read);
  if (terms.size > MOST_REMEMBERED) terms.delete(terms.keys().next().value!);
  return read;
}

function readSurfaces(segment: Segment, term: string): TermSurface[] {
  const cursor = segment.terms();
  if (!seekWord(cursor, term)) return [];
  const surfaces = segment.surfaces();
  const { surfaces: ordinals } = cursor.record;
  const isSpelt = speltWithYo(segment);
  return ordinals.map((ordinal) => {
    surfaces.at(ordinal);
    return { ordinal, form: surfaces.word, yo: isSpelt(surfaces.record), record: { ...surfaces.record, terms: [] } };
  });
}

/** By segment the number of {@link SPELT_WITH_YO}; -1: nothing in it is spelt so. */
const yoTerms = new WeakMap<Segment, number>();

/** Tells the surfaces of a segment in which a ё is written. */
export function speltWithYo(segment: Segment): (record: Readonly<SurfaceRecord>) => boolean {
  let term = yoTerms.get(segment);
  if (term === undefined) {
    const cursor = segment.terms();
    term = seekWord(cursor, SPELT_WITH_YO) ? cursor.ordinal : -1;
    yoTerms.set(segment, term);
  }
  const number = term;
  return ({ terms }) => terms.includes(number);
}
