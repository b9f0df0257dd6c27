import { bytesAtMost, compareBytes, encodeUnit, unitAt, unitLength } from './letter-code.ts';
import type { AutomatonState, WordAutomaton } from './word-automaton.ts';
import { BLOCK, type WordCursor, type WordTableIndex } from './word-table.ts';

/**
 * Visits the entries of a table that a pattern has, in order. Where no word of the pattern goes on, the next prefix that
 * one goes on from is sought; blocks between are not read. Yields now and then.
 */
export function* walkPattern<R>(
  cursor: WordCursor<R>,
  index: WordTableIndex,
  pattern: WordAutomaton,
  visit: () => void,
): Generator<void, void> {
  const walk = new PatternWalk(pattern);
  let steps = 0;
  for (let more = cursor.next(); more; ) {
    const followed = walk.follow(cursor.bytes, cursor.length, cursor.unchanged);
    cursor.unchanged = cursor.length;
    if (followed) {
      if (walk.final) visit();
      more = cursor.next();
    } else {
      const length = walk.nextPrefix(cursor.bytes);
      more = length > 0 && goTo(cursor, index, walk.target, length);
    }
    if (++steps % STEPS === 0) yield;
  }
}

/** Entries looked at between two moments at which the walk may be left. */
const STEPS = 4096;

/** The path of a pattern's states along one word after another, what they have in common kept. */
class PatternWalk {
  readonly #pattern: WordAutomaton;
  /** By depth, in letters: the state, the letter that led on from it, where in the bytes that letter began. */
  readonly #states: AutomatonState[];
  readonly #units: number[] = [];
  readonly #starts: number[] = [0];
  #depth = 0;
  /** The least bytes from which the pattern can go on, after {@link nextPrefix}. */
  target = new Uint8Array(64);

  constructor(pattern: WordAutomaton) {
    this.#pattern = pattern;
    this.#states = [pattern.start];
  }

  /**
   * Whether the whole word was followed. Otherwise the letter after the last state led nowhere.
   *
   * @param unchanged bytes that it has in common with the word before
   */
  follow(bytes: Uint8Array, length: number, unchanged: number): boolean {
    let depth = this.#depth;
    while (depth > 0 && this.#starts[depth]! > unchanged) depth--;
    let at = this.#starts[depth]!;
    while (at < length) {
      const unit = unitAt(bytes, at);
      this.#units[depth] = unit;
      const next = this.#pattern.step(this.#states[depth]!, unit);
      if (next === undefined) break;
      at += unitLength(bytes[at]!);
      depth++;
      this.#states[depth] = next;
      this.#starts[depth] = at;
    }
    this.#depth = depth;
    return at >= length;
  }

  /** Whether the word that was followed is one of the pattern. */
  get final(): boolean {
    return this.#states[this.#depth]!.final;
  }

  /** Puts into `target` the least prefix above the word from which the pattern can go on; its length, 0: there is none. */
  nextPrefix(word: Uint8Array): number {
    for (let depth = this.#depth; depth >= 0; depth--) {
      const { any, letters } = this.#states[depth]!;
      const unit = this.#units[depth]!;
      const next = any ? unit + 1 : letters.find((letter) => letter > unit);
      if (next === undefined || next > 0xffff) continue;
      const start = this.#starts[depth]!;
      if (start + bytesAtMost(1) > this.target.length) this.target = new Uint8Array(word.length + bytesAtMost(1));
      for (let i = 0; i < start; i++) this.target[i] = word[i]!;
      return encodeUnit(next, this.target, start);
    }
    return 0;
  }
}

/** Goes forward to the first entry not below a word: within the block step by step, beyond it by the table's index. */
function goTo<R>(cursor: WordCursor<R>, index: WordTableIndex, word: Uint8Array, length: number): boolean {
  const block = Math.floor(cursor.ordinal / BLOCK) + 1;
  if (block < index.blocks && index.compareFirst(block, word, length) < 0) return cursor.seek(word, length);
  do {
    if (!cursor.next()) return false;
  } while (compareBytes(cursor.bytes, 0, cursor.length, word, 0, length) < 0);
  return true;
}
