import { type TokenNode, tokenSets } from './lunr.ts';

/** Lunr's automaton grows without bound with the distance; further than two edits nobody recognises a word. */
export const FARTHEST = 2;

/**
 * A pattern of words: Lunr's automaton (wildcards, edit distances), made deterministic state by state as it is walked.
 * A state is a set of Lunr's nodes; the empty set is no state.
 */
export class WordAutomaton {
  readonly start: AutomatonState;
  readonly #states = new Map<string, AutomatonState>();

  constructor(root: TokenNode) {
    this.start = this.#intern([root])!;
  }

  /** The state after another letter; undefined: no word of the pattern goes on so. */
  step(state: AutomatonState, unit: number): AutomatonState | undefined {
    const known = state.next.get(unit);
    if (known !== undefined || state.next.has(unit)) return known;
    const letter = String.fromCharCode(unit);
    const nodes = new Set<TokenNode>();
    for (const { edges } of state.nodes) {
      const exact = edges[letter];
      if (exact !== undefined) nodes.add(exact);
      const any = edges['*'];
      if (any !== undefined) nodes.add(any);
    }
    const next = this.#intern([...nodes]);
    state.next.set(unit, next);
    return next;
  }

  matches(word: string): boolean {
    let state: AutomatonState | undefined = this.start;
    for (let i = 0; i < word.length && state !== undefined; i++) state = this.step(state, word.charCodeAt(i));
    return word.length > 0 && state !== undefined && state.final;
  }

  #intern(nodes: readonly TokenNode[]): AutomatonState | undefined {
    if (nodes.length === 0) return undefined;
    const key = nodes
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join();
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const letters = nodes.flatMap(({ edges }) => Object.keys(edges));
    const state = {
      nodes,
      final: nodes.some((node) => node.final),
      any: letters.includes('*'),
      letters: letters.map((letter) => letter.charCodeAt(0)).sort((a, b) => a - b),
      next: new Map<number, AutomatonState | undefined>(),
    };
    this.#states.set(key, state);
    return state;
  }
}

export interface AutomatonState {
  readonly nodes: readonly TokenNode[];
  readonly final: boolean;
  /** Whether any letter leads on. */
  readonly any: boolean;
  /** The letters that lead on, ascending. */
  readonly letters: readonly number[];
  readonly next: Map<number, AutomatonState | undefined>;
}

/** `*` stands for any letters. */
export const wildcardPattern = (text: string): WordAutomaton =>
  new WordAutomaton(tokenSets.fromString(text.replace(/\*+/g, '*')));

/** Words within so many insertions, deletions, substitutions and transpositions. @see lunr 2.3.9, lib/token_set.js */
export const fuzzyPattern = (text: string, distance: number): WordAutomaton =>
  new WordAutomaton(tokenSets.fromFuzzyString(text, Math.min(distance, FARTHEST)));
