import { compareBytes, encodeWord } from './letter-code.ts';
import type { AutomatonState, WordAutomaton } from './word-automaton.ts';
import { BLOCK, type WordCursor, type WordTableIndex } from './word-table.ts';

/**
 * Visits the entries of a table that a pattern has, in order. Where no word of the pattern goes on, the next prefix that
 * one goes on from is sought; blocks between are not read.
 */
export function walkPattern<R>(
  cursor: WordCursor<R>,
  index: WordTableIndex,
  pattern: WordAutomaton,
  visit: () => void,
): void {
  const states: AutomatonState[] = [pattern.start];
  let before = '';
  let more = cursor.next();
  while (more) {
    const word = cursor.word;
    let depth = 0;
    const most = Math.min(word.length, before.length, states.length - 1);
    while (depth < most && word.charCodeAt(depth) === before.charCodeAt(depth)) depth++;
    states.length = depth + 1;
    let state: AutomatonState | undefined = states[depth];
    while (depth < word.length && state !== undefined) {
      state = pattern.step(state, word.charCodeAt(depth));
      if (state !== undefined) {
        states.push(state);
        depth++;
      }
    }
    before = word;
    if (state !== undefined) {
      if (state.final) visit();
      more = cursor.next();
    } else {
      const target = nextPrefix(states, word, depth);
      more = target !== undefined && goTo(cursor, index, encodeWord(target));
    }
  }
}

/**
 * The least prefix above a word from which the pattern can go on.
 *
 * @param states by depth; the letter at `depth` led nowhere
 */
function nextPrefix(states: readonly AutomatonState[], word: string, depth: number): string | undefined {
  for (let at = depth; at >= 0; at--) {
    const { any, letters } = states[at]!;
    const unit = word.charCodeAt(at);
    const next = any ? unit + 1 : letters.find((letter) => letter > unit);
    if (next !== undefined && next <= 0xffff) return word.slice(0, at) + String.fromCharCode(next);
  }
  return undefined;
}

/** Goes forward to the first entry not below a word: within the block step by step, beyond it by the table's index. */
function goTo<R>(cursor: WordCursor<R>, index: WordTableIndex, word: Uint8Array): boolean {
  const block = Math.floor(cursor.ordinal / BLOCK) + 1;
  if (block < index.blocks) {
    const first = index.first(block);
    if (compareBytes(first, 0, first.length, word, 0, word.length) < 0) return cursor.seek(word);
  }
  do {
    if (!cursor.next()) return false;
  } while (compareBytes(cursor.bytes, 0, cursor.length, word, 0, word.length) < 0);
  return true;
}
