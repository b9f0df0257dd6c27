/** A name found with confidence in one place of a document speaks for the same words elsewhere in it. */

import { types } from './labels.ts';
import { raise } from './lattice-rules.ts';
import type { TaggedSpan } from './tagger.ts';
import type { Token } from './tokens.ts';
import type { WordFacts } from './word-features.ts';

/** Spans at least as probable as this are heard elsewhere, and listen to nobody. */
const sure = 0.9;
/** What a name of several words adds to the scores of the same words, and one of a single word. */
const ofSeveral = 3;
const ofOne = 1.5;
/** Share of the places of a word that have to agree on its type. */
const agreement = 0.8;

const PER = types.indexOf('PER');

interface Heard {
  /** Names of several words that begin with the word. */
  readonly names: TaggedSpan[];
  /** By type, how often the word is a name by itself or closes a person's, in probabilities. */
  readonly alone: Float64Array;
}

/**
 * Adds to the scores of the words that are a name elsewhere in the document.
 *
 * @param whole whether the guideline takes a name inside an organization's for a part of it
 * @returns sentences whose scores were changed
 */
export function echo(
  tokens: readonly Token[],
  words: readonly WordFacts[],
  spans: readonly TaggedSpan[],
  scores: Float64Array,
  whole: boolean,
): Set<number> {
  const heard = listen(words, spans);
  const touched = new Set<number>();
  if (heard.size === 0) return touched;
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (next < spans.length && spans[next]!.to <= i) next++;
    const here = heard.get(words[i]!.stem);
    if (here === undefined || !words[i]!.isCapital) continue;
    const there = next < spans.length && spans[next]!.from <= i ? spans[next]! : undefined;
    if (there !== undefined && there.probability >= sure) continue;
    const inOther = there !== undefined && there.type !== PER && there.to - there.from > 1;
    const name = here.names.find((span) => goesOn(tokens, words, span, i));
    const length = name === undefined ? 1 : name.to - name.from;
    if (whole && inOther && !(name !== undefined && there.from === i && there.to <= i + length)) continue;
    const type = name?.type ?? agreed(here.alone);
    if (type === undefined) continue;
    raise(scores, i, i + length, type, name === undefined ? ofOne : ofSeveral);
    touched.add(tokens[i]!.sentence);
    i += length - 1;
  }
  return touched;
}

function listen(words: readonly WordFacts[], spans: readonly TaggedSpan[]): Map<number, Heard> {
  const heard = new Map<number, Heard>();
  const of = ({ stem }: WordFacts): Heard => {
    const known = heard.get(stem) ?? { names: [], alone: new Float64Array(types.length) };
    heard.set(stem, known);
    return known;
  };
  for (const span of spans) {
    const { from, to, type, probability } = span;
    if (probability < sure || !words[from]!.isWord) continue;
    if (to - from > 1) of(words[from]!).names.push(span);
    if (to - from === 1 || type === PER) of(words[to - 1]!).alone[type]! += probability;
  }
  for (const { names } of heard.values()) names.sort((a, b) => b.to - b.from - (a.to - a.from));
  return heard;
}

/** Whether the words of a span, in whatever case, stand at `i` again. */
function goesOn(tokens: readonly Token[], words: readonly WordFacts[], { from, to }: TaggedSpan, i: number): boolean {
  const last = i + to - from - 1;
  if (from === i || tokens[last]?.sentence !== tokens[i]!.sentence) return false;
  for (let k = from; k < to; k++) if (!isForm(words[k]!, words[i + k - from]!)) return false;
  return true;
}

const isForm = (a: WordFacts, b: WordFacts) =>
  a.isCapital === b.isCapital && (a.lemma === b.lemma || (a.stem === b.stem && a.isUpper === b.isUpper));

/** The type on which the places of a word agree. */
function agreed(alone: Float64Array): number | undefined {
  let best = 0;
  let total = 0;
  for (let type = 0; type < types.length; type++) {
    total += alone[type]!;
    if (alone[type]! > alone[best]!) best = type;
  }
  return total > 0 && alone[best]! >= agreement * total ? best : undefined;
}
