import { walkPattern } from './expansion.ts';
import { compareBytes, encodeWord } from './letter-code.ts';
import type { WordClause } from './query-node.ts';
import type { Ranking } from './ranking.ts';
import type { Segment, SurfaceRecord } from './segment.ts';
import { seekWord, type WordCursor } from './word-table.ts';

/** A surface that a word of the query finds in a segment, and what one occurrence of it is worth. */
export interface FoundSurface {
  readonly form: string;
  readonly record: Readonly<SurfaceRecord>;
  /** A multiple of 1/64, so that sums are exact in any order. */
  readonly weight: number;
}

const exact = (weight: number): number => Math.max(1, Math.round(weight * 64)) / 64;

/** The surfaces of a segment that a word finds, ascending. */
export function surfacesOf(clause: WordClause, segment: Segment, ranking: Ranking): FoundSurface[] {
  const found: FoundSurface[] = [];
  const cursor = segment.surfaces();
  const take = (weight: number) => {
    const form = cursor.word;
    const worth = form === clause.form ? weight * (1 + ranking.exactForm) : weight;
    found.push({ form, record: { ...cursor.record, terms: [...cursor.record.terms] }, weight: exact(worth) });
  };
  switch (clause.by) {
    case 'form':
      for (let more = seekWord(cursor, clause.form); more && cursor.word === clause.form; more = cursor.next()) take(1);
      break;
    case 'prefix':
      eachWithPrefix(cursor, clause.form, () => take(1));
      break;
    case 'pattern':
      walkPattern(cursor, segment.surfaceIndex, clause.pattern!, () => take(1));
      break;
    default: {
      const weights = weightsByOrdinal(clause, segment);
      if (clause.typed) {
        eachWithPrefix(cursor, clause.form, () => {
          if (!weights.has(cursor.ordinal)) weights.set(cursor.ordinal, ranking.typedPrefix);
        });
      }
      for (const ordinal of [...weights.keys()].sort((a, b) => a - b)) {
        cursor.at(ordinal);
        take(weights.get(ordinal)!);
      }
    }
  }
  return found;
}

/** The surfaces under the clause's terms; one that several terms name is worth the most of them. */
function weightsByOrdinal(clause: WordClause, segment: Segment): Map<number, number> {
  const weights = new Map<number, number>();
  const cursor = segment.terms();
  for (const [term, weight] of clause.terms) {
    if (!seekWord(cursor, term)) continue;
    for (const ordinal of cursor.record.surfaces) weights.set(ordinal, Math.max(weight, weights.get(ordinal) ?? 0));
  }
  return weights;
}

/** Visits the entries that begin with a prefix. */
export function eachWithPrefix<R>(cursor: WordCursor<R>, prefix: string, visit: () => void): void {
  const bytes = encodeWord(prefix);
  for (let more = cursor.seek(bytes); more; more = cursor.next()) {
    if (cursor.length < bytes.length || compareBytes(cursor.bytes, 0, bytes.length, bytes, 0, bytes.length) !== 0)
      return;
    visit();
  }
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
      return terms.some((term) => clause.terms.has(term)) || (clause.typed && form.startsWith(clause.form));
  }
}
