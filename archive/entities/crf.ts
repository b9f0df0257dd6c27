/**
 * Inference in a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over the labels of
 * `labels.ts`. Emissions are rows of `labelCount` scores a token; transitions are `labelCount × labelCount` scores
 * (from, to), of which those that {@link mayFollow} forbids are never used.
 */

import { type LabelSpan, labelCount, mayEnd, mayFollow, mayStart } from './labels.ts';

const L = labelCount;
const never = -1e9;

const followers = Array.from({ length: L }, (_, from) =>
  Array.from({ length: L }, (_, to) => to).filter((to) => mayFollow(from, to)),
);
const leaders = Array.from({ length: L }, (_, to) =>
  Array.from({ length: L }, (_, from) => from).filter((from) => mayFollow(from, to)),
);
const starts = Array.from({ length: L }, (_, label) => mayStart(label));
const stops = Array.from({ length: L }, (_, label) => mayEnd(label));

/** The likeliest sequence of labels. */
export function viterbi(length: number, emissions: Float64Array, transitions: Float64Array): Uint8Array {
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  let score = new Float64Array(L).fill(never);
  let next = new Float64Array(L);
  const back = new Uint8Array(length * L);
  for (let y = 0; y < L; y++) if (starts[y]) score[y] = emissions[y]!;
  for (let i = 1; i < length; i++) {
    for (let y = 0; y < L; y++) {
      let best = never * 2;
      let from = 0;
      for (const x of leaders[y]!) {
        const s = score[x]! + transitions[x * L + y]!;
        if (s > best) {
          best = s;
          from = x;
        }
      }
      next[y] = best + emissions[i * L + y]!;
      back[i * L + y] = from;
    }
    [score, next] = [next, score];
  }
  let last = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let y = 0; y < L; y++) {
    if (stops[y] && score[y]! > best) {
      best = score[y]!;
      last = y;
    }
  }
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = last;
    last = back[i * L + last]!;
  }
  return labels;
}

/** Forward and backward sums of a sequence, each row scaled to keep within the range of doubles. */
export interface Lattice {
  readonly length: number;
  readonly alpha: Float64Array;
  readonly beta: Float64Array;
  /** exp(emission − the row's largest), and the factors each row of alpha was divided by. */
  readonly weights: Float64Array;
  readonly scale: Float64Array;
  /** Natural logarithm of the sum over all sequences. */
  readonly logZ: number;
}

/** @param factors exp(transitions), see {@link transitionFactors} */
export function forwardBackward(length: number, emissions: Float64Array, factors: Float64Array): Lattice {
  const alpha = new Float64Array(length * L);
  const beta = new Float64Array(length * L);
  const weights = new Float64Array(length * L);
  const scale = new Float64Array(length);
  let logZ = 0;
  for (let i = 0; i < length; i++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let y = 0; y < L; y++) top = Math.max(top, emissions[i * L + y]!);
    let sum = 0;
    for (let y = 0; y < L; y++) {
      const w = Math.exp(emissions[i * L + y]! - top);
      weights[i * L + y] = w;
      let a = 0;
      if (i === 0) a = starts[y] ? 1 : 0;
      else for (const x of leaders[y]!) a += alpha[(i - 1) * L + x]! * factors[x * L + y]!;
      a *= w;
      if (i === length - 1 && !stops[y]) a = 0;
      alpha[i * L + y] = a;
      sum += a;
    }
    scale[i] = sum;
    for (let y = 0; y < L; y++) alpha[i * L + y] = alpha[i * L + y]! / sum;
    logZ += Math.log(sum) + top;
  }
  for (let y = 0; y < L; y++) beta[(length - 1) * L + y] = stops[y] ? 1 : 0;
  for (let i = length - 2; i >= 0; i--) {
    for (let x = 0; x < L; x++) {
      let b = 0;
      for (const y of followers[x]!) {
        b += factors[x * L + y]! * weights[(i + 1) * L + y]! * beta[(i + 1) * L + y]!;
      }
      beta[i * L + x] = b / scale[i + 1]!;
    }
  }
  return { length, alpha, beta, weights, scale, logZ };
}

export function transitionFactors(transitions: Float64Array): Float64Array {
  return transitions.map(Math.exp);
}

/** Probability that a token bears a label. */
export function marginal(lattice: Lattice, token: number, label: number): number {
  return lattice.alpha[token * L + label]! * lattice.beta[token * L + label]!;
}

/** Probability that exactly this span, with this type, is a name. */
export function spanProbability(lattice: Lattice, factors: Float64Array, span: LabelSpan, labels: Uint8Array): number {
  const { alpha, beta, weights, scale } = lattice;
  let p = alpha[span.from * L + labels[span.from]!]!;
  for (let i = span.from + 1; i < span.to; i++) {
    p *= (factors[labels[i - 1]! * L + labels[i]!]! * weights[i * L + labels[i]!]!) / scale[i]!;
  }
  return Math.min(1, p * beta[(span.to - 1) * L + labels[span.to - 1]!]!);
}
