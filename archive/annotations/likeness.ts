import type { Span } from '../contract/values.ts';

/**
 * Edit distance from `pattern` to the best beginning of `text` (both read from their first unit; what is left of
 * `text` costs nothing). Two rows of the classic table; O(pattern × text), so both should be short.
 */
function distanceToBeginning(pattern: string, text: string): number {
  let row = new Uint16Array(text.length + 1);
  let next = new Uint16Array(text.length + 1);
  for (let j = 0; j <= text.length; j++) row[j] = j;
  for (let i = 1; i <= pattern.length; i++) {
    next[0] = i;
    const unit = pattern.charCodeAt(i - 1);
    for (let j = 1; j <= text.length; j++) {
      const replaced = row[j - 1]! + (unit === text.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1);
    }
    [row, next] = [next, row];
  }
  return Math.min(...row);
}

/** Room for words inserted into the context, in units. */
const SLACK = 24;

/** How much of `suffix` stands at an offset of the text, 0…1; an empty suffix must be the end of the text. */
export function likenessAfter(text: string, offset: number, suffix: string): number {
  if (suffix === '') return offset >= text.length ? 1 : 0;
  const there = text.slice(offset, offset + suffix.length + SLACK);
  if (there.startsWith(suffix)) return 1;
  return likeness(distanceToBeginning(suffix, there), suffix.length);
}

/** How much of `prefix` stands before an offset of the text, 0…1; an empty prefix must be the beginning of it. */
export function likenessBefore(text: string, offset: number, prefix: string): number {
  if (prefix === '') return offset <= 0 ? 1 : 0;
  const there = text.slice(Math.max(0, offset - prefix.length - SLACK), offset);
  if (there.endsWith(prefix)) return 1;
  return likeness(distanceToBeginning(reversed(prefix), reversed(there)), prefix.length);
}

/**
 * Two unrelated pieces of Russian still share about a third of their letters in order; the scale begins where
 * chance ends, so that 0 means "nothing in common".
 */
const CHANCE = 0.4;
const likeness = (distance: number, length: number) => Math.max(0, (1 - distance / length - CHANCE) / (1 - CHANCE));

/** Units backwards: surrogates come out swapped in both strings alike, which does not matter to a distance. */
function reversed(text: string): string {
  let back = '';
  for (let i = text.length - 1; i >= 0; i--) back += text[i];
  return back;
}

/**
 * What a text has of a passage: the share of the passage's letters that stand in it as whole words in the same order
 * (longest common subsequence of words, each weighing its letters), and from where to where. Undefined when nothing.
 */
export function commonWords(passage: string, text: string): (Span & { share: number }) | undefined {
  const mine = passage.match(/[\p{L}\p{N}]+/gu) ?? [];
  const theirs = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const width = theirs.length + 1;
  const table = new Uint32Array((mine.length + 1) * width);
  for (let i = 1; i <= mine.length; i++) {
    for (let j = 1; j < width; j++) {
      const same = theirs[j - 1]![0] === mine[i - 1];
      const both = same ? table[(i - 1) * width + j - 1]! + mine[i - 1]!.length : 0;
      table[i * width + j] = Math.max(both, table[(i - 1) * width + j]!, table[i * width + j - 1]!);
    }
  }
  let first = -1;
  let last = -1;
  for (let i = mine.length, j = theirs.length; i > 0 && j > 0; ) {
    const here = table[i * width + j]!;
    if (here === table[(i - 1) * width + j]) i--;
    else if (here === table[i * width + j - 1]) j--;
    else {
      if (last < 0) last = j - 1;
      first = j - 1;
      i--;
      j--;
    }
  }
  if (first < 0) return undefined;
  const all = mine.reduce((sum, word) => sum + word.length, 0);
  const end = theirs[last]!;
  return {
    start: theirs[first]!.index,
    end: end.index + end[0].length,
    share: table[mine.length * width + width - 1]! / all,
  };
}
