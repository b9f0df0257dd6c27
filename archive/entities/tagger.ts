/** The trained tagger at work: text in, labelled runs of tokens out. */

import type { Morphology } from '../text/morphology.ts';
import {
  contextFeatures,
  documentContext,
  mostContextFeatures,
  type SentenceRange,
  sentenceRanges,
} from './context-features.ts';
import { forwardBackward, spanProbability, transitionFactors, viterbi } from './crf.ts';
import { echo } from './echo.ts';
import { mix } from './hash.ts';
import { type LabelSpan, labelCount, outside, spansOf } from './labels.ts';
import { type Dialect, dialects, type Model } from './model.ts';
import { Recent } from './recent.ts';
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
  tag(tokens: readonly Token[], more?: readonly Constraint[]): Tagged;
}

interface Tagged {
  readonly spans: readonly TaggedSpan[];
  /** What the tagger knows of each token. */
  readonly words: readonly WordFacts[];
}

/** A word and the sums of its weights at each distance: most of the work is done once a spelling. */
interface ScoredWord {
  readonly facts: WordFacts;
  /** `labelCount` sums for each offset −reach…reach, in the model's unit. */
  readonly sums: Int16Array;
}

/** Training favours precision; this much is taken from the score of «no name» to even precision and recall out. */
const towardsNames = 0.35;

/** Spellings kept at least; well under 1 KB each. */
const spellingsKept = 40_000;

export function createTagger(
  model: Model,
  morphology: Morphology,
  dialect: Dialect,
  constraints: readonly Constraint[] = [],
): Tagger {
  const style = dialects.indexOf(dialect);
  const transitions = model.transitions[style]!;
  const factors = transitionFactors(transitions);
  const { unit } = model.header;
  const recent = new Recent<ScoredWord>(spellingsKept);
  const wordSums = new Int32Array((2 * reach + 1) * L);
  const ids = new Int32Array(mostContextFeatures);
  let sums = new Int32Array(1024 * L);

  const scored = (text: string): ScoredWord => {
    const known = recent.get(text);
    if (known) return known;
    const { ids: own, facts } = wordFeatures(text, morphology);
    wordSums.fill(0);
    for (let place = 0; place <= 2 * reach; place++) {
      for (const id of own.at[place]!) model.add(id, wordSums, place * L);
      for (const id of own.styled[place]!) model.add(mix(id, style), wordSums, place * L);
    }
    const word = { facts, sums: Int16Array.from(wordSums) };
    recent.set(text, word);
    return word;
  };

  /** Sums of the weights of every token, in the model's unit, in a buffer that the next text takes again. */
  const weigh = (
    entries: readonly ScoredWord[],
    words: readonly WordFacts[],
    ranges: readonly SentenceRange[],
    tokens: readonly Token[],
  ) => {
    if (sums.length < entries.length * L) sums = new Int32Array(entries.length * L * 2);
    sums.fill(0, 0, entries.length * L);
    const context = documentContext(tokens, words);
    for (const sentence of ranges) {
      for (let i = sentence.from; i < sentence.to; i++) {
        const first = Math.max(sentence.from, i - reach);
        const last = Math.min(sentence.to - 1, i + reach);
        for (let k = first; k <= last; k++) {
          const own = entries[k]!.sums;
          const from = (k - i + reach) * L;
          for (let y = 0; y < L; y++) sums[i * L + y]! += own[from + y]!;
        }
        const count = contextFeatures(words, context, sentence, i, ids, 0);
        for (let k = 0; k < count; k++) model.add(ids[k]!, sums, i * L);
      }
    }
  };

  const tag = (tokens: readonly Token[], more: readonly Constraint[] = []): Tagged => {
    const entries = tokens.map((token) => scored(token.text));
    const words = entries.map((entry) => entry.facts);
    const ranges = sentenceRanges(tokens, words);
    weigh(entries, words, ranges, tokens);
    const scores = new Float64Array(tokens.length * L);
    for (let k = 0; k < scores.length; k++) scores[k] = sums[k]! * unit;
    for (let i = 0; i < tokens.length; i++) scores[i * L + outside]! -= towardsNames;
    for (const constrain of constraints) constrain(tokens, words, scores);
    for (const constrain of more) constrain(tokens, words, scores);
    const decode = ({ from, to }: SentenceRange): TaggedSpan[] => {
      const part = scores.subarray(from * L, to * L);
      const labels = viterbi(to - from, part, transitions);
      const found = spansOf(labels);
      if (found.length === 0) return [];
      const lattice = forwardBackward(to - from, part, factors);
      return found.map((span) => ({
        from: span.from + from,
        to: span.to + from,
        type: span.type,
        probability: spanProbability(lattice, factors, span, labels),
      }));
    };
    const first = ranges.map(decode);
    const touched = echo(tokens, words, first.flat(), scores, dialect !== 'factRuEval-2016');
    const spans = ranges.flatMap((range, n) => (touched.has(tokens[range.from]!.sentence) ? decode(range) : first[n]!));
    return { spans, words };
  };
  return { tag };
}
