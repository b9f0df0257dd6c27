import type { TextField } from './search-types.ts';
import type { WordAutomaton } from './word-automaton.ts';

/** One word looked for: what makes a surface one of its own. */
export interface WordClause {
  readonly type: 'word';
  /** By terms, by the very form, by how a form begins, or by a pattern of forms. */
  readonly by: 'terms' | 'form' | 'prefix' | 'pattern';
  /** The word as typed. */
  readonly text: string;
  /** Folded as the analyzer folds forms; of a prefix without its star. */
  readonly form: string;
  /** Whether it was typed with ё: of a form in both spellings the one typed comes first. */
  readonly yo: boolean;
  /** Terms and what each is worth; empty unless `by` is `terms`. */
  readonly terms: ReadonlyMap<string, number>;
  /** The readings that can be unticked, with their terms. */
  readonly readings: readonly {
    readonly lemma: string;
    readonly terms: readonly string[];
    readonly searched: boolean;
  }[];
  /** Forms the reader does not want, whatever their terms. */
  readonly without: ReadonlySet<string>;
  readonly pattern?: WordAutomaton;
  /** The word is still being typed: forms that begin with it count too. */
  readonly typed: boolean;
  /** Empty: every field. */
  readonly fields: readonly TextField[];
}

/** Words that must stand together; one slot a position, any of its words will do. */
export interface PhraseClause {
  readonly type: 'phrase';
  readonly slots: readonly (readonly WordClause[])[];
  /** Words that may stand between, in any order; 0: exactly as written. */
  readonly slop: number;
  /** Anywhere in one sentence. */
  readonly sentence: boolean;
  readonly fields: readonly TextField[];
}

export type QueryNode =
  | WordClause
  | PhraseClause
  | { readonly type: 'all' | 'any'; readonly nodes: readonly QueryNode[] }
  | { readonly type: 'not'; readonly node: QueryNode };

/** The clauses that an article is found by: all but those under a НЕ. */
export function* findingClauses(node: QueryNode): Generator<WordClause | PhraseClause> {
  if (node.type === 'word' || node.type === 'phrase') yield node;
  else if (node.type !== 'not') for (const child of node.nodes) yield* findingClauses(child);
}
