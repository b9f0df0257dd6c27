import { diffArrays } from 'diff';
import type { Span } from '../contract/values.ts';

/** A word or a sign of a text, as a span; `same` tells which are one word written in the typography of two readers. */
interface Token extends Span {
  readonly same: number;
}

/** Which words of two texts are the same, in the same order. */
export interface Alignment {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
  /** Of each token of the first text its token in the second, or −1. Rising. */
  readonly to: Int32Array;
  /** Of each token of the second text its token in the first, or −1. */
  readonly from: Int32Array;
}

/** Words and single signs; spaces and line breaks are not compared. */
const token = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** With more words added and taken away than this two texts are not compared: time grows with its square. */
const mostEdits = 6000;

/** What another reader of the same page writes differently: ё, quotation marks, dashes. */
const plain = (word: string) =>
  word
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
    .replace(/[«»„“”‟"]/u, '"')
    .replace(/[‐‑–—−-]/u, '-');

/**
 * Aligns two texts word by word (Myers' shortest edit script). Undefined when they have too little in common to be
 * compared in a moment.
 *
 * @see E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986)
 */
export function align(before: string, after: string): Alignment | undefined {
  const numbers = new Map<string, number>();
  const [mine, theirs] = [tokensOf(before, numbers), tokensOf(after, numbers)];
  const script = diffArrays(
    mine.map(({ same }) => same),
    theirs.map(({ same }) => same),
    { maxEditLength: mostEdits },
  );
  if (script === undefined) return undefined;
  const to = new Int32Array(mine.length).fill(-1);
  const from = new Int32Array(theirs.length).fill(-1);
  let at = 0;
  let there = 0;
  for (const { count, added, removed } of script) {
    if (added) there += count;
    else if (removed) at += count;
    else {
      for (let i = 0; i < count; i++) {
        to[at + i] = there + i;
        from[there + i] = at + i;
      }
      at += count;
      there += count;
    }
  }
  return { before: mine, after: theirs, to, from };
}

function tokensOf(text: string, numbers: Map<string, number>): Token[] {
  return [...text.matchAll(token)].map((match) => {
    const key = plain(match[0]);
    const same = numbers.get(key) ?? numbers.size;
    numbers.set(key, same);
    return { start: match.index, end: match.index + match[0].length, same };
  });
}

/** What differs between two texts: pieces only one of them has, or that stand where the other has something else. */
export interface Difference {
  /** Empty where the second text only adds. */
  readonly before: Span;
  /** Empty where the second text only leaves out. */
  readonly after: Span;
}

/** The differences of two aligned texts in their order; words that are parted by one equal sign alone are joined. */
export function differences({ before, after, to }: Alignment): Difference[] {
  const found: Difference[] = [];
  let [at, there] = [0, 0];
  const close = (mine: number, theirs: number) => {
    if (mine > at || theirs > there) {
      found.push({ before: stretch(before, at, mine), after: stretch(after, there, theirs) });
    }
  };
  for (let mine = 0; mine < before.length; mine++) {
    const theirs = to[mine]!;
    if (theirs < 0) continue;
    close(mine, theirs);
    [at, there] = [mine + 1, theirs + 1];
  }
  close(before.length, after.length);
  return found;
}

/** From the first to the last of some tokens; for none, the empty place before the next one. */
function stretch(tokens: readonly Span[], from: number, to: number): Span {
  if (to > from) return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
  const place = tokens[from - 1]?.end ?? 0;
  return { start: place, end: place };
}
