import { compareBytes, encodeWord } from './letter-code.ts';
import type { TokenNode } from './lunr.ts';
import { tokenSets } from './lunr.ts';
import { BLOCK, type WordCursor, type WordTableIndex } from './word-table.ts';

/** A pattern of words: Lunr's automaton (wildcards, edit distances), walked over a sorted dictionary. */
export interface WordPattern {
  readonly start: readonly TokenNode[];
}

/** Lunr's automaton grows without bound with the distance; further than two edits nobody recognises a word. */
export const FARTHEST = 2;

/** `*` stands for any letters. */
export function wildcardPattern(text: string): WordPattern {
  return { start: [tokenSets.fromString(text.replace(/\*+/g, '*'))] };
}

/** Words within so many insertions, deletions, substitutions and transpositions; see lunr 2.3.9, lib/token_set.js. */
export function fuzzyPattern(text: string, distance: number): WordPattern {
  return { start: [tokenSets.fromFuzzyString(text, Math.min(distance, FARTHEST))] };
}

/** Whether a pattern has a word. */
export function matchesPattern(pattern: WordPattern, word: string): boolean {
  let nodes: readonly TokenNode[] = pattern.start;
  for (let i = 0; i < word.length && nodes.length > 0; i++) nodes = step(nodes, word[i]!);
  return word.length > 0 && nodes.some((node) => node.final);
}

function step(nodes: readonly TokenNode[], letter: string): TokenNode[] {
  const next: TokenNode[] = [];
  for (const { edges } of nodes) {
    const exact = edges[letter];
    if (exact !== undefined && !next.includes(exact)) next.push(exact);
    const any = letter === '*' ? undefined : edges['*'];
    if (any !== undefined && !next.includes(any)) next.push(any);
  }
  return next;
}

/**
 * Visits the entries that a pattern has. States are kept for the letters shared with the entry before; where a prefix
 * is dead, whole blocks are passed over without being read.
 */
export function walkPattern<R>(
  cursor: WordCursor<R>,
  index: WordTableIndex,
  pattern: WordPattern,
  visit: () => void,
): void {
  const states: (readonly TokenNode[])[] = [pattern.start];
  let before = '';
  for (let more = cursor.next(); more; ) {
    const word = cursor.word;
    let depth = 0;
    const most = Math.min(word.length, before.length, states.length - 1);
    while (depth < most && word.charCodeAt(depth) === before.charCodeAt(depth)) depth++;
    states.length = depth + 1;
    let nodes = states[depth]!;
    while (depth < word.length && nodes.length > 0) {
      nodes = step(nodes, word[depth++]!);
      states.push(nodes);
    }
    before = word;
    if (nodes.length > 0) {
      if (depth === word.length && nodes.some((node) => node.final)) visit();
      more = cursor.next();
    } else {
      more = passOver(cursor, index, depth);
    }
  }
}

/** Goes to the first entry that does not begin with the dead prefix: the first `depth` letters of the present word. */
function passOver<R>(cursor: WordCursor<R>, index: WordTableIndex, depth: number): boolean {
  const dead = cursor.word.slice(0, depth);
  const last = dead.charCodeAt(depth - 1);
  const block = Math.floor(cursor.ordinal / BLOCK);
  if (block + 1 < index.blocks && last < 0xffff) {
    const after = encodeWord(dead.slice(0, -1) + String.fromCharCode(last + 1));
    const next = index.first(block + 1);
    if (compareBytes(next, 0, next.length, after, 0, after.length) < 0) return cursor.seek(after);
  }
  do {
    if (!cursor.next()) return false;
  } while (cursor.word.startsWith(dead));
  return true;
}
