/** What rules know better than the weights: scores added to the tagger's own before it decides. */

import { expansions } from './brackets.ts';
import { begin, end, inside, labelCount, outside, single, types } from './labels.ts';
import type { Constraint } from './tagger.ts';
import type { Token } from './tokens.ts';
import { marks } from './word-features.ts';

/** More than any sum of weights: what is forced happens, what is forbidden does not. */
const certain = 60;
/** Enough to win against doubt, not against plain evidence. */
const strong = 4;

const ORG = types.indexOf('ORG');
const PER = types.indexOf('PER');

function raise(scores: Float64Array, from: number, to: number, type: number, by: number): void {
  for (let i = from; i < to; i++) {
    const label = to - from === 1 ? single : i === from ? begin : i === to - 1 ? end : inside;
    scores[i * labelCount + label(type)]! += by;
  }
}

/** «Региональный центр ООН по … (РЦПДЦА)»: the long form whole, and its abbreviation, are organizations. */
export const bracketRule: Constraint = (tokens, words, scores) => {
  for (const { from, to, short } of expansions(tokens)) {
    const named = words.slice(from, to).some((word) => word.isOrganizationNoun);
    if (!named || !words[from]!.isCapital) continue;
    raise(scores, from, to, ORG, strong);
    raise(scores, short, short + 1, ORG, strong);
  }
};

/** «Центр содействует развитию»: no finite verb inside a name, but in quotes. */
export const verbRule: Constraint = (tokens, words, scores) => {
  let quoted = false;
  for (let i = 0; i < tokens.length; i++) {
    const { mark, isVerb, isCapital } = words[i]!;
    if (mark === marks.opening) quoted = true;
    else if (mark === marks.closing) quoted = false;
    else if (isVerb && !isCapital && !quoted) {
      for (const label of [begin, inside, end, single]) scores[i * labelCount + label(ORG)]! -= strong * 2;
    }
  }
};

/** A capital letter without its full stop is a preposition at the beginning of a sentence, not an initial. */
export const initialRule: Constraint = (tokens, words, scores) => {
  words.forEach(({ isInitial, lowerText }, i) => {
    if (!isInitial || !/^[авикосуя]$/.test(lowerText) || tokens[i + 1]?.text === '.') return;
    for (const label of [begin, inside, end, single]) scores[i * labelCount + label(PER)]! -= certain;
  });
};

/** No name in the stretches given, by UTF-16 offsets. */
export function silence(stretches: readonly { readonly start: number; readonly end: number }[]): Constraint {
  if (stretches.length === 0) return () => {};
  return (tokens, _words, scores) => {
    tokens.forEach((token, i) => {
      if (stretches.some(({ start, end: to }) => token.start >= start && token.end <= to)) {
        scores[i * labelCount + outside]! += certain;
      }
    });
  };
}

/** A name of the person's own dictionary. */
export interface DictionaryEntry {
  readonly kind: 'person' | 'organization';
  readonly text: string;
}

/** Names that the person has declared, wherever they stand: in any case, by the beginnings their forms share. */
export function dictionaryRule(
  entries: readonly DictionaryEntry[],
  cut: (text: string) => readonly Token[],
): Constraint {
  const stem = (text: string) => {
    const lower = text.toLowerCase().replaceAll('ё', 'е');
    return /^\p{Lu}+$/u.test(text) || lower.length < 4 ? lower : lower.slice(0, Math.max(3, lower.length - 2));
  };
  const byFirst = new Map<string, { stems: string[]; lengths: number[]; type: number }[]>();
  for (const entry of entries) {
    const words = cut(entry.text).map((token) => token.text);
    if (words.length === 0) continue;
    const item = {
      stems: words.map(stem),
      lengths: words.map((word) => word.length),
      type: entry.kind === 'person' ? PER : ORG,
    };
    const first = item.stems[0]!.slice(0, 3);
    byFirst.set(first, [...(byFirst.get(first) ?? []), item]);
  }
  if (byFirst.size === 0) return () => {};
  return (tokens, words, scores) => {
    for (let i = 0; i < tokens.length; i++) {
      for (const { stems, lengths, type } of byFirst.get(words[i]!.lowerText.slice(0, 3)) ?? []) {
        const fits = stems.every((part, k) => {
          const lower = words[i + k]?.lowerText;
          return lower?.startsWith(part) && Math.abs(lower.length - lengths[k]!) <= 3;
        });
        if (fits) raise(scores, i, i + stems.length, type, certain);
      }
    }
  };
}
