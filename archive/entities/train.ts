/**
 * Training of the tagger: conditional log-likelihood by AdaGrad (Duchi, Hazan, Singer 2011) with dropout of features,
 * weights averaged over the last epochs (Polyak). Everything follows from the seed.
 */

import type { Morphology } from '../text/morphology.ts';
import { randomFrom } from './chance.ts';
import { contextFeatures, documentContext, mostContextFeatures, sentenceRanges } from './context-features.ts';
import { forwardBackward, transitionFactors } from './crf.ts';
import { mix } from './hash.ts';
import { type LabelSpan, labelCount, labelsOf, mayFollow, types } from './labels.ts';
import { type DenseWeights, type Dialect, dialects } from './model.ts';
import { type Token, tokenize } from './tokens.ts';
import { reach, type WordFeatures, wordFeatures } from './word-features.ts';

const L = labelCount;

/** An annotated document: UTF-16 spans that do not overlap, in order. */
export interface TrainingDocument {
  readonly id: string;
  readonly dialect: Dialect;
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: (typeof types)[number] }[];
}

export interface TrainingOptions {
  readonly seed: number;
  /** How many times to train, from seeds that follow one another; the weights are the mean. */
  readonly runs: number;
  readonly epochs: number;
  /** Share of a token's features left out at each visit. */
  readonly dropout: number;
  /** AdaGrad's step. */
  readonly rate: number;
  /** How many of the last epochs the weights are averaged over. */
  readonly averaged: number;
  readonly progress?: (epoch: number, logLikelihood: number) => void;
}

/** Slopes of the likelihood nearer to 0 than this are taken for 0. */
const flat = 1e-3;

/** A sentence ready to learn from: feature rows of token `i` are `rows[bounds[i] … bounds[i + 1])`. */
interface Example {
  readonly length: number;
  readonly bounds: Uint32Array;
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  readonly dialect: number;
}

/** Annotated spans as runs of tokens; a span that covers part of a token takes the whole of it. */
function tokenSpans(tokens: readonly Token[], spans: TrainingDocument['spans']): LabelSpan[] {
  const result: LabelSpan[] = [];
  let i = 0;
  for (const span of spans) {
    while (i < tokens.length && tokens[i]!.end <= span.start) i++;
    let to = i;
    while (to < tokens.length && tokens[to]!.start < span.end) to++;
    if (to > i) result.push({ from: i, to, type: types.indexOf(span.type) });
    i = to;
  }
  return result;
}

/** All feature ids of a token, those of its dialect included. */
function tokenFeatures(
  words: readonly WordFeatures[],
  i: number,
  sentence: { readonly from: number; readonly to: number },
  dialect: number,
  into: number[],
): void {
  for (let offset = -reach; offset <= reach; offset++) {
    const k = i + offset;
    if (k < sentence.from || k >= sentence.to) continue;
    for (const id of words[k]!.ids.at[offset + reach]!) into.push(id);
    for (const id of words[k]!.ids.styled[offset + reach]!) into.push(mix(id, dialect));
  }
}

export function train(
  documents: readonly TrainingDocument[],
  morphology: Morphology,
  options: TrainingOptions,
): DenseWeights {
  const { features, examples } = prepare(documents, morphology);
  const sums = new Float32Array(features.length * L);
  const transitionSums = dialects.map(() => new Float64Array(L * L));
  for (let run = 0; run < options.runs; run++) {
    descend(examples, { ...options, seed: options.seed + run }, sums, transitionSums);
  }
  return { features, rows: sums, transitions: transitionSums };
}

/** One run; its share of the mean weights is added to the sums. */
function descend(
  examples: readonly Example[],
  options: TrainingOptions,
  sums: Float32Array,
  transitionSums: readonly Float64Array[],
): void {
  const rows = new Float32Array(sums.length);
  const squares = new Float32Array(sums.length).fill(1e-4);
  const transitions = dialects.map(() => new Float64Array(L * L));
  const transitionSquares = dialects.map(() => new Float64Array(L * L).fill(1e-4));
  const share = 1 / (options.averaged * options.runs);
  const next = randomFrom(options.seed);
  const order = Uint32Array.from(examples.keys());
  const longest = Math.max(...examples.map((example) => example.rows.length));
  const keep = new Uint8Array(longest);
  const raise = 1 / (1 - options.dropout);
  const slopes = new Float64Array(L);
  const learning = new Uint8Array(L);

  const learn = (example: Example): number => {
    const { length, bounds, labels } = example;
    const table = transitions[example.dialect]!;
    const emissions = new Float64Array(length * L);
    for (let i = 0; i < length; i++) {
      for (let k = bounds[i]!; k < bounds[i + 1]!; k++) {
        keep[k] = next() >= options.dropout ? 1 : 0;
        if (keep[k] === 0) continue;
        const row = example.rows[k]! * L;
        for (let y = 0; y < L; y++) emissions[i * L + y]! += rows[row + y]! * raise;
      }
    }
    const factors = transitionFactors(table);
    const lattice = forwardBackward(length, emissions, factors);
    let gold = 0;
    for (let i = 0; i < length; i++) {
      gold += emissions[i * L + labels[i]!]!;
      // Of most tokens all but one or two labels are out of the question: the rest have nothing to learn from them.
      let active = 0;
      for (let y = 0; y < L; y++) {
        const wanted = y === labels[i]! ? 1 : 0;
        const slope = (wanted - lattice.alpha[i * L + y]! * lattice.beta[i * L + y]!) * raise;
        if (slope < flat && slope > -flat) continue;
        slopes[active] = slope;
        learning[active++] = y;
      }
      if (active === 0) continue;
      for (let k = bounds[i]!; k < bounds[i + 1]!; k++) {
        if (keep[k] === 0) continue;
        const row = example.rows[k]! * L;
        for (let n = 0; n < active; n++) {
          const at = row + learning[n]!;
          const g = slopes[n]!;
          const square = squares[at]! + g * g;
          squares[at] = square;
          rows[at]! += (options.rate * g) / Math.sqrt(square);
        }
      }
    }
    const step = new Float64Array(L * L);
    for (let i = 1; i < length; i++) {
      gold += table[labels[i - 1]! * L + labels[i]!]!;
      step[labels[i - 1]! * L + labels[i]!]! += 1;
      for (let x = 0; x < L; x++) {
        const a = lattice.alpha[(i - 1) * L + x]!;
        if (a === 0) continue;
        for (let y = 0; y < L; y++) {
          if (!mayFollow(x, y)) continue;
          const w = (lattice.weights[i * L + y]! * lattice.beta[i * L + y]!) / lattice.scale[i]!;
          step[x * L + y]! -= a * factors[x * L + y]! * w;
        }
      }
    }
    const square = transitionSquares[example.dialect]!;
    for (let t = 0; t < step.length; t++) {
      if (step[t] === 0) continue;
      square[t]! += step[t]! * step[t]!;
      table[t]! += (options.rate * step[t]!) / Math.sqrt(square[t]!);
    }
    return gold - lattice.logZ;
  };

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const k = Math.floor(next() * (i + 1));
      [order[i], order[k]] = [order[k]!, order[i]!];
    }
    let total = 0;
    for (const index of order) total += learn(examples[index]!);
    if (epoch >= options.epochs - options.averaged) {
      for (let k = 0; k < rows.length; k++) sums[k]! += rows[k]! * share;
      transitions.forEach((table, d) => {
        for (let t = 0; t < table.length; t++) transitionSums[d]![t]! += table[t]! * share;
      });
    }
    options.progress?.(epoch + 1, total);
  }
}

/** Features met once only are left out: they can say nothing about another text. */
function prepare(documents: readonly TrainingDocument[], morphology: Morphology) {
  const cache = new Map<string, WordFeatures>();
  const wordOf = (text: string): WordFeatures => {
    const known = cache.get(text);
    if (known) return known;
    const word = wordFeatures(text, morphology);
    cache.set(text, word);
    return word;
  };
  const buffer = new Int32Array(mostContextFeatures);
  const visit = (use: (ids: number[][], labels: Uint8Array, dialect: number) => void) => {
    for (const document of documents) {
      const tokens = tokenize(document.text);
      const words = tokens.map((token) => wordOf(token.text));
      const facts = words.map((word) => word.facts);
      const context = documentContext(tokens, facts);
      const labels = labelsOf(tokens.length, tokenSpans(tokens, document.spans));
      const dialect = dialects.indexOf(document.dialect);
      for (const sentence of joined(sentenceRanges(tokens, facts), labels)) {
        const ids: number[][] = [];
        for (let i = sentence.from; i < sentence.to; i++) {
          const into: number[] = [];
          tokenFeatures(words, i, sentence, dialect, into);
          const count = contextFeatures(facts, context, sentence, i, buffer, 0);
          for (let k = 0; k < count; k++) into.push(buffer[k]!);
          ids.push(into);
        }
        use(ids, labels.slice(sentence.from, sentence.to), dialect);
      }
    }
  };
  const counts = new Map<number, number>();
  visit((ids) => {
    for (const list of ids) for (const id of list) counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  const row = new Map<number, number>();
  for (const [id, count] of counts) if (count > 1) row.set(id, row.size);
  const examples: Example[] = [];
  visit((ids, labels, dialect) => {
    const bounds = new Uint32Array(ids.length + 1);
    const rows: number[] = [];
    ids.forEach((list, i) => {
      for (const id of list) {
        const known = row.get(id);
        if (known !== undefined) rows.push(known);
      }
      bounds[i + 1] = rows.length;
    });
    examples.push({ length: ids.length, bounds, rows: Uint32Array.from(rows), labels, dialect });
  });
  return { features: Int32Array.from(row.keys()), examples };
}

/** Sentences, two taken as one where an annotated span crosses their border. */
function joined<R extends { readonly from: number; readonly to: number }>(
  ranges: readonly R[],
  labels: Uint8Array,
): R[] {
  const result: R[] = [];
  for (const range of ranges) {
    const before = result[result.length - 1];
    const crosses = before !== undefined && range.from > 0 && !mayFollow(labels[range.from - 1]!, 0);
    if (crosses) result[result.length - 1] = { ...before, to: range.to };
    else result.push(range);
  }
  return result;
}
