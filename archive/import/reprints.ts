import { shared } from './shingles.ts';

/** Shorter texts (in shingles, about words) are too poor to tell a reprint from a phrase everybody uses. */
export const SHORTEST = 20;
/** So much of the shorter text stands in the longer one. */
const KEPT = 0.5;
/** A text much shorter than the other is quoted in it, or is one item of a digest: no reprint. */
const COMPARABLE = 0.3;

/** What one text kept of another. */
export interface Likeness {
  /** Share of the first text's shingles that the second has, from 0 to 1. */
  readonly kept: number;
  /** Share of the second text's shingles that the first does not have. */
  readonly added: number;
}

/** @param shingles ascending, as `shinglesOf` gives them */
export function likeness(first: Uint32Array, second: Uint32Array): Likeness {
  const both = shared(first, second);
  return {
    kept: first.length === 0 ? 0 : both / first.length,
    added: second.length === 0 ? 0 : 1 - both / second.length,
  };
}

/**
 * How sure it is that two texts are prints of one story, from 0 (they are not) to 1: the share of the shorter one's shingles
 * that the longer one has.
 */
export function reprintLikelihood(a: Uint32Array, b: Uint32Array): number {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  if (shorter.length < SHORTEST || shorter.length < COMPARABLE * longer.length) return 0;
  const part = shared(shorter, longer) / shorter.length;
  return part >= KEPT ? part : 0;
}
