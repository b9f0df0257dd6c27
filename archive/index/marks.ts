import type { Span } from '../contract/values.ts';
import type { Analyzer } from '../text/analysis.ts';
import { nearPlaces } from './nearness.ts';
import { findingClauses, type PhraseClause, type QueryNode, type WordClause } from './query-node.ts';
import type { TextField } from './search-types.ts';
import { findsSurface } from './word-surfaces.ts';

/** Whether a word of a query finds a surface of the analyzer, by its number. */
export type Finds = (word: WordClause, surface: number) => boolean;

/** Looks at the form and, where it matters, at the terms. */
export const findsIn =
  (analyzer: Analyzer): Finds =>
  (word, surface) =>
    findsSurface(word, analyzer.form(surface), word.by === 'terms' ? analyzer.surface(surface).terms : []);

/**
 * What a query finds in one text, as spans that neither touch inside nor overlap, ascending: the marks of the list, of
 * the reader and of find-in-text. Offsets are UTF-16 units of the text.
 */
export function marksIn(
  text: string,
  field: TextField,
  node: QueryNode | undefined,
  analyzer: Analyzer,
  finds: Finds = findsIn(analyzer),
): Span[] {
  if (node === undefined) return [];
  const clauses = [...findingClauses(node)].filter(({ fields }) => fields.length === 0 || fields.includes(field));
  if (clauses.length === 0) return [];
  const found = tokensFound(text, clauses, analyzer, finds);
  const spans = clauses.flatMap((clause): readonly Span[] =>
    clause.type === 'word' ? (found.words.get(clause) ?? []) : phraseSpans(clause, found),
  );
  return joined(spans);
}

interface Occurrence extends Span {
  readonly position: number;
}

interface Found {
  readonly words: ReadonlyMap<WordClause, readonly Occurrence[]>;
  /** Positions at which sentences after the first begin. */
  readonly beginnings: readonly number[];
}

function tokensFound(
  text: string,
  clauses: readonly (WordClause | PhraseClause)[],
  analyzer: Analyzer,
  finds: Finds,
): Found {
  const words = clauses.flatMap((clause) => (clause.type === 'word' ? [clause] : clause.slots.flat()));
  const sought = words.map((word) => ({ word, places: [] as Occurrence[] }));
  const tokens = analyzer.tokens(text);
  const beginnings: number[] = [];
  let sentence = 0;
  for (let i = 0; i < tokens.length; i++) {
    const position = tokens.position[i]!;
    if (tokens.sentence[i]! > sentence) {
      sentence = tokens.sentence[i]!;
      beginnings.push(position);
    }
    for (const { word, places } of sought) {
      if (finds(word, tokens.surface[i]!)) places.push({ start: tokens.start[i]!, end: tokens.end[i]!, position });
    }
  }
  return { words: new Map(sought.map(({ word, places }) => [word, places])), beginnings };
}

function phraseSpans(clause: PhraseClause, { words, beginnings }: Found): Span[] {
  const slots = clause.slots.map((slot) => slot.flatMap((word) => words.get(word) ?? []));
  const positions = slots.map((slot) => [...new Set(slot.map(({ position }) => position))].sort((a, b) => a - b));
  const inPlaces = new Set(nearPlaces(positions, clause, beginnings).flat());
  return slots.flat().filter(({ position }) => inPlaces.has(position));
}

/** Sorted, with what overlaps made one. */
function joined(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = marks.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}
