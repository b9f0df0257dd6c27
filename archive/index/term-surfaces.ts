import type { Segment, SurfaceRecord } from './segment.ts';
import { seekWord } from './word-table.ts';

/** A surface indexed under a term. */
export interface TermSurface {
  readonly ordinal: number;
  readonly form: string;
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
  return cursor.record.surfaces.map((ordinal) => {
    surfaces.at(ordinal);
    return { ordinal, form: surfaces.word, record: { ...surfaces.record, terms: [] } };
  });
}
