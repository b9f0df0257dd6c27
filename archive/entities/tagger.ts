/** The trained tagger at work: text in, labelled runs of tokens out. */

import type { Morphology } from '../text/morphology.ts';
import { contextFeatures, documentContext, sentenceRanges } from './context-features.ts';
import { forwardBackward, spanProbability, transitionFactors, viterbi } from './crf.ts';
import { mix } from './hash.ts';
import { type LabelSpan, labelCount, outside, spansOf } from './labels.ts';
import { type Dialect, dialects, type Model } from './model.ts';
import type { Token } from './tokens.ts';
import { reach, type WordFacts, wordFeatures } from './word-features.ts';

const L = labelCount;

export interface TaggedSpan extends LabelSpan {
  readonly probability: number;
}

/** Rules speak to the tagger by raising or forbidding labels: scores of `labelCount` a token, added to its own. */
export type Constraint = (tokens: readonly Token[], words: readonly WordFacts[], scores: Float64Array) => void;

export interface Tagger {
  /** Spans of a text in order. A text is one document: its parts support one another. */
  tag(tokens: readonly Token[], more?: readonly Constraint[]): TaggedSpan[];
  words(tokens: readonly Token[]): WordFacts[];
}

/** A word and the sums of its weights at each distance: most of the work is done once a spelling. */
interface ScoredWord {
  readonly facts: WordFacts;
  /** `labelCount` scores for each offset −reach…reach. */
  readonly scores: Float32Array;
}

/** Training favours precision; this much is taken from the score of «no name» to even precision and recall out. */
const towardsNames = 0.35;

/** Spellings kept; well under 1 KB each. */
const cacheSize = 60_000;

export function createTagger(
  model: Model,
  morphology: Morphology,
  dialect: Dialect,
  constraints: readonly Constraint[] = [],
): Tagger {
  const style = dialects.indexOf(dialect);
  const transitions = model.transitions[style]!;
  const factors = transitionFactors(transitions);
  const cache = new Map<string, ScoredWord>();
  const sums = new Float64Array((2 * reach + 1) * L);

  const scored = (text: string): ScoredWord => {
    const known = cache.get(text);
    if (known) return known;
    const { ids, facts } = wordFeatures(text, morphology);
    sums.fill(0);
    for (let place = 0; place <= 2 * reach; place++) {
      for (const id of ids.at[place]!) model.add(id, sums, place * L);
      for (const id of ids.styled[place]!) model.add(mix(id, style), sums, place * L);
    }
    if (cache.size >= cacheSize) cache.clear();
    const word = { facts, scores: Float32Array.from(sums) };
    cache.set(text, word);
    return word;
  };

  const tag = (tokens: readonly Token[], more: readonly Constraint[] = []): TaggedSpan[] => {
    const entries = tokens.map((token) => scored(token.text));
    const words = entries.map((entry) => entry.facts);
    const context = documentContext(tokens, words);
    const emissions = new Float64Array(tokens.length * L);
    const ids: number[] = [];
    const ranges = sentenceRanges(tokens, words);
    for (const sentence of ranges) {
      for (let i = sentence.from; i < sentence.to; i++) {
        for (let offset = -reach; offset <= reach; offset++) {
          const k = i + offset;
          if (k < sentence.from || k >= sentence.to) continue;
          const { scores } = entries[k]!;
          const from = (offset + reach) * L;
          for (let y = 0; y < L; y++) emissions[i * L + y]! += scores[from + y]!;
        }
        ids.length = 0;
        contextFeatures(tokens, words, context, sentence, i, ids);
        for (const id of ids) model.add(id, emissions, i * L);
      }
    }
    for (let i = 0; i < tokens.length; i++) emissions[i * L + outside]! -= towardsNames;
    for (const constrain of [...constraints, ...more]) constrain(tokens, words, emissions);
    const found: TaggedSpan[] = [];
    for (const { from, to } of ranges) {
      const part = emissions.subarray(from * L, to * L);
      const labels = viterbi(to - from, part, transitions);
      const spans = spansOf(labels);
      if (spans.length === 0) continue;
      const lattice = forwardBackward(to - from, part, factors);
      for (const span of spans) {
        const probability = spanProbability(lattice, factors, span, labels);
        found.push({ from: span.from + from, to: span.to + from, type: span.type, probability });
      }
    }
    return found;
  };
  return { tag, words: (tokens) => tokens.map((token) => scored(token.text).facts) };
}
