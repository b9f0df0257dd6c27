import type { Span } from '../contract/values.ts';

/** A word of a text, as a span. */
interface Word extends Span {
  word: string;
}

/** Three words in a row that stand in the quotation (at word `mine`) and in the text (at word `theirs`). */
interface Seed {
  mine: number;
  theirs: number;
}

const SEED = 3;
/** A phrase that stands more often than this says nothing about the place. */
const COMMON = 24;
/** How many words may have been put in between two seeds of one passage, beyond the passage's own length. */
const GAP = 90;
/** Chains looked at: the best and its rivals. */
const CHAINS = 3;

/**
 * Where a longer passage lies that was torn: sentences put into it, its beginning or end cut off. Phrases of three
 * words that stand in both are chained in their order; a chain reaches from its first word to its last one, and
 * as far beyond as the neighbouring words agree.
 */
export function chains(text: string, quotation: string): Span[] {
  const mine = wordsOf(quotation);
  if (mine.length < SEED + 1) return [];
  const theirs = wordsOf(text);
  let seeds = seedsOf(mine, theirs);
  const found: Span[] = [];
  while (seeds.length > 0 && found.length < CHAINS) {
    const chain = longest(seeds, mine.length + GAP);
    const [first, last] = [chain[0]!, chain.at(-1)!];
    const [from, to] = grown(mine, theirs, first, { mine: last.mine + SEED - 1, theirs: last.theirs + SEED - 1 });
    found.push({ start: theirs[from]!.start, end: theirs[to]!.end });
    seeds = seeds.filter((seed) => seed.theirs + SEED - 1 < from || seed.theirs > to);
  }
  return found;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const phrase = (words: readonly Word[], at: number) =>
  `${words[at]!.word} ${words[at + 1]!.word} ${words[at + 2]!.word}`;

/** In the order of the text. */
function seedsOf(mine: readonly Word[], theirs: readonly Word[]): Seed[] {
  const wanted = new Map<string, number[]>();
  for (let i = 0; i + SEED <= mine.length; i++) {
    const key = phrase(mine, i);
    const places = wanted.get(key);
    if (places) places.push(i);
    else wanted.set(key, [i]);
  }
  const seeds: Seed[] = [];
  const met = new Map<string, number>();
  for (let j = 0; j + SEED <= theirs.length; j++) {
    const key = phrase(theirs, j);
    const places = wanted.get(key);
    if (places === undefined) continue;
    const times = (met.get(key) ?? 0) + 1;
    met.set(key, times);
    if (times <= COMMON && places.length <= COMMON) for (const i of places) seeds.push({ mine: i, theirs: j });
  }
  return seeds;
}

/** The longest chain in which both places rise and no gap in the text is wider than allowed. */
function longest(seeds: readonly Seed[], gap: number): Seed[] {
  const length = new Int32Array(seeds.length).fill(1);
  const previous = new Int32Array(seeds.length).fill(-1);
  let best = 0;
  for (let s = 0; s < seeds.length; s++) {
    const { mine, theirs } = seeds[s]!;
    for (let t = s - 1; t >= 0 && s - t < 400 && theirs - seeds[t]!.theirs <= gap; t--) {
      if (seeds[t]!.mine < mine && seeds[t]!.theirs < theirs && length[t]! + 1 > length[s]!) {
        length[s] = length[t]! + 1;
        previous[s] = t;
      }
    }
    if (length[s]! > length[best]!) best = s;
  }
  const chain: Seed[] = [];
  for (let at = best; at >= 0; at = previous[at]!) chain.unshift(seeds[at]!);
  return chain;
}

/** Grows a chain at both ends over words that agree, stepping over one word that was changed, added or dropped. */
function grown(mine: readonly Word[], theirs: readonly Word[], first: Seed, last: Seed): [from: number, to: number] {
  return [walk(mine, theirs, first, -1), walk(mine, theirs, last, 1)];
}

function walk(mine: readonly Word[], theirs: readonly Word[], from: Seed, step: 1 | -1): number {
  let { mine: i, theirs: j } = from;
  let reached = j;
  for (;;) {
    const next = [
      [1, 1],
      [2, 2],
      [1, 2],
      [2, 1],
    ].find(([a, b]) => akin(mine[i + a! * step]?.word, theirs[j + b! * step]?.word));
    if (next === undefined) return reached;
    i += next[0]! * step;
    j += next[1]! * step;
    reached = j;
  }
}

/** The same word, or one with a letter slipped: equal but for the middle. */
function akin(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail >= Math.min(a.length, b.length) - 1;
}
