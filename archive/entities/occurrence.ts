/** Who is named together: in one article, and in one sentence. */

import type { Field } from './mention.ts';
import { tokenize } from './tokens.ts';

/** A mention with the entity it stands for. */
export interface PlacedEntity {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
  readonly entity: number;
}

/** Two entities, the smaller id first. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  /** How many sentences name both; 0 if they only share the article. */
  readonly sentences: number;
}

/** A bound between sentences: each starts where it says, and goes on to the next. */
export function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  let last = -1;
  for (const token of tokenize(text)) {
    if (token.sentence !== last) starts.push(token.start);
    last = token.sentence;
  }
  return starts;
}

/** Index of the sentence that holds an offset. */
export function sentenceAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Every pair of entities of an article, in order of ids. */
export function pairs(article: { title: string; body: string }, mentions: readonly PlacedEntity[]): Pair[] {
  const starts = { title: sentenceStarts(article.title), body: sentenceStarts(article.body) };
  const sentences = new Map<string, Set<number>>();
  const all = new Set<number>();
  for (const { field, start, entity } of mentions) {
    const key = `${field} ${sentenceAt(starts[field], start)}`;
    const set = sentences.get(key) ?? new Set();
    set.add(entity);
    sentences.set(key, set);
    all.add(entity);
  }
  const ids = [...all].sort((a, b) => a - b);
  const found: Pair[] = [];
  for (const [i, a] of ids.entries()) {
    for (const b of ids.slice(i + 1)) {
      let together = 0;
      for (const set of sentences.values()) if (set.has(a) && set.has(b)) together++;
      found.push({ a, b, sentences: together });
    }
  }
  return found;
}
