import { compareBytes } from './letter-code.ts';
import type { WordArena } from './segment-writer.ts';

/** Bytes of a word that one pass looks at. */
const PASS = 4;
/** One more than the greatest byte plus one: 0 stands for «the word has ended». */
const BASE = 257;
/** Room for a word's place beside its bytes in the 53 bits of a number. */
const PLACES = 2 ** 20;
/** Below this, comparing is quicker than another pass. */
const FEW = 12;

/**
 * Sorts numbers of words by the words' bytes; of equal words the one given first stays first. Four bytes at a time are
 * packed with the word's place into one number, so that the engine's own sort of numbers does the work.
 */
export function sortWords(words: WordArena, numbers: Uint32Array): void {
  sortRange(words, numbers, 0, numbers.length, 0);
}

function sortRange(words: WordArena, numbers: Uint32Array, first: number, end: number, depth: number): void {
  const count = end - first;
  if (count < 2) return;
  if (count <= FEW) {
    insert(words, numbers, first, end);
    return;
  }
  if (count > PLACES) {
    const sorted = Array.from(numbers.subarray(first, end)).sort((a, b) => compare(words, a, b));
    numbers.set(sorted, first);
    return;
  }
  const { bytes, offsets } = words;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const word = numbers[first + i]!;
    let at = offsets[word]! + depth;
    const stop = offsets[word + 1]!;
    let key = 0;
    for (let pass = 0; pass < PASS; pass++) key = key * BASE + (at < stop ? bytes[at++]! + 1 : 0);
    keys[i] = key * PLACES + i;
  }
  keys.sort();
  const before = numbers.slice(first, end);
  let group = first;
  let key = Math.floor(keys[0]! / PLACES);
  for (let i = 0; i < count; i++) {
    const own = Math.floor(keys[i]! / PLACES);
    numbers[first + i] = before[keys[i]! - own * PLACES]!;
    if (own === key) continue;
    if (key % BASE !== 0) sortRange(words, numbers, group, first + i, depth + PASS);
    group = first + i;
    key = own;
  }
  if (key % BASE !== 0) sortRange(words, numbers, group, end, depth + PASS);
}

function insert(words: WordArena, numbers: Uint32Array, first: number, end: number): void {
  for (let i = first + 1; i < end; i++) {
    const number = numbers[i]!;
    let at = i;
    for (; at > first && compare(words, numbers[at - 1]!, number) > 0; at--) numbers[at] = numbers[at - 1]!;
    numbers[at] = number;
  }
}

const compare = ({ bytes, offsets }: WordArena, a: number, b: number): number =>
  compareBytes(bytes, offsets[a]!, offsets[a + 1]!, bytes, offsets[b]!, offsets[b + 1]!);

export const sameWord = (words: WordArena, a: number, b: number): boolean => compare(words, a, b) === 0;
