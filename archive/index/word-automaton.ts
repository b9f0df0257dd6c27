import { type TokenNode, tokenSets } from './lunr.ts';

/** Lunr's automaton grows without bound with the distance; further than two edits nobody recognises a word. */
export const FARTHEST = 2;

/** Latin, Cyrillic and what stands between them. */
const TABULATED = 0x530;

/** Any letter, in Lunr's edges. */
const ANY = '*';

/**
 * A pattern of words: Lunr's automaton (wildcards, edit distances), made deterministic state by state as it is walked.
 * A state is a set of Lunr's nodes; the empty set is no state. Letters that no edge names all lead to the same state.
 */
export class WordAutomaton {
  readonly start: AutomatonState;
  readonly #states = new Map<string, AutomatonState>();
  /** Numbers from 1 of the letters that some edge names; those of the first units, nearly all, also in a table. */
  readonly #classes = new Map<number, number>();
  readonly #classOf = new Uint16Array(TABULATED);
  readonly #letters: string[] = [''];

  constructor(root: TokenNode) {
    const seen = new Set<number>();
    const open = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      for (const [letter, next] of Object.entries(node.edges)) {
        open.push(next);
        if (letter === ANY || this.#classes.has(letter.charCodeAt(0))) continue;
        const number = this.#letters.push(letter) - 1;
        this.#classes.set(letter.charCodeAt(0), number);
        this.#classOf[letter.charCodeAt(0)] = number;
      }
    }
    this.start = this.#intern([root])!;
  }

  /** The state after another letter; undefined: no word of the pattern goes on so. */
  step(state: AutomatonState, unit: number): AutomatonState | undefined {
    const letter = unit < TABULATED ? this.#classOf[unit]! : (this.#classes.get(unit) ?? 0);
    const known = state.next[letter];
    return known === null ? this.#follow(state, letter) : known;
  }

  #follow(state: AutomatonState, letter: number): AutomatonState | undefined {
    const nodes = new Set<TokenNode>();
    for (const { edges } of state.nodes) {
      const exact = letter === 0 ? undefined : edges[this.#letters[letter]!];
      if (exact !== undefined) nodes.add(exact);
      const any = edges[ANY];
      if (any !== undefined) nodes.add(any);
    }
    const next = this.#intern([...nodes]);
    state.next[letter] = next;
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
    const letters = [...new Set(nodes.flatMap(({ edges }) => Object.keys(edges)))];
    const state: AutomatonState = {
      nodes,
      final: nodes.some((node) => node.final),
      any: letters.includes(ANY),
      letters: letters.map((letter) => letter.charCodeAt(0)).sort((a, b) => a - b),
      next: new Array<null>(this.#letters.length).fill(null),
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
  /** By class of letters; null: not worked out yet. */
  readonly next: (AutomatonState | undefined | null)[];
}

/** `*` stands for any letters. */
export const wildcardPattern = (text: string): WordAutomaton =>
  new WordAutomaton(tokenSets.fromString(text.replace(/\*+/g, '*')));

/** Words within so many insertions, deletions, substitutions and transpositions. @see lunr 2.3.9, lib/token_set.js */
export const fuzzyPattern = (text: string, distance: number): WordAutomaton =>
  new WordAutomaton(tokenSets.fromFuzzyString(text, Math.min(distance, FARTHEST)));
