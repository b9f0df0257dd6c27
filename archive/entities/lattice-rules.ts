/** What rules know better than the weights: scores added to the tagger's own before it decides. */

import { expansions } from './brackets.ts';
import { begin, end, inside, labelCount, outside, single, types } from './labels.ts';
import { isPlaceWord } from './place-words.ts';
import type { Constraint } from './tagger.ts';
import { marks } from './word-features.ts';

/** More than any sum of weights: what is forced happens, what is forbidden does not. */
export const certain = 60;
/** Enough to win against doubt, not against plain evidence. */
const strong = 4;
/** What a list of well-known names weighs. */
const known = 3;

const ORG = types.indexOf('ORG');
const PER = types.indexOf('PER');
const LOC = types.indexOf('LOC');

export function raise(scores: Float64Array, from: number, to: number, type: number, by: number): void {
  for (let i = from; i < to; i++) {
    const label = to - from === 1 ? single : i === from ? begin : i === to - 1 ? end : inside;
    scores[i * labelCount + label(type)]! += by;
  }
}

/** «Региональный центр ООН по … (РЦПДЦА)»: the long form whole, and its abbreviation, are organizations. */
const bracketRule: Constraint = (tokens, words, scores) => {
  for (const { from, to, short } of expansions(tokens)) {
    const named = words.slice(from, to).some((word) => word.isOrganizationNoun);
    if (!named || !words[from]!.isCapital) continue;
    raise(scores, from, to, ORG, strong);
    raise(scores, short, short + 1, ORG, strong);
  }
};

/** «Центр содействует развитию»: no finite verb inside a name, but in quotes. */
const verbRule: Constraint = (tokens, words, scores) => {
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
const initialRule: Constraint = (tokens, words, scores) => {
  words.forEach(({ isInitial, lowerText }, i) => {
    if (!isInitial || !/^[авикосуя]$/.test(lowerText) || tokens[i + 1]?.text === '.') return;
    for (const label of [begin, inside, end, single]) scores[i * labelCount + label(PER)]! -= certain;
  });
};

/** «Дж. Коми»: two letters stand for a given name, so the full stop is no end. */
const shortenedRule: Constraint = (tokens, words, scores) => {
  for (let i = 0; i + 2 < tokens.length; i++) {
    const shortened = tokens[i]!.text === 'Дж' && words[i + 1]!.mark === marks.stop;
    if (
      shortened &&
      words[i + 2]!.isCapital &&
      !words[i + 2]!.isUpper &&
      tokens[i]!.sentence === tokens[i + 2]!.sentence
    ) {
      raise(scores, i, i + 3, PER, strong);
    }
  }
};

/** «Нострадамус. * 5079 год»: what parts the items of a list is in no person's name. */
const listRule: Constraint = (tokens, _words, scores) => {
  tokens.forEach(({ text }, i) => {
    if (!/^[•*;:!?…|/]$/.test(text)) return;
    for (const label of [begin, inside, end, single]) scores[i * labelCount + label(PER)]! -= strong * 2;
  });
};

/** Organizations that everybody knows: one word, one word in quotes, or several in a row. */
const knownRule: Constraint = (tokens, words, scores) => {
  const isQuote = (i: number) => {
    const mark = words[i]?.mark;
    return mark === marks.opening || mark === marks.closing || mark === marks.plainQuote;
  };
  words.forEach(({ isCapital, knownName: { sure, quoted, continuations } }, i) => {
    if (!isCapital) return;
    if (sure) for (const label of [begin, inside, end, single]) scores[i * labelCount + label(ORG)]! += known;
    else if (quoted && isQuote(i - 1) && isQuote(i + 1)) raise(scores, i, i + 1, ORG, known);
    for (const rest of continuations) {
      const last = i + rest.length;
      const whole = rest.every((bare, k) => words[i + 1 + k]?.bareText === bare);
      if (whole && tokens[last]!.sentence === tokens[i]!.sentence) raise(scores, i, last + 1, ORG, known);
    }
  });
};

/** «Өскемен готовит площадку», «хозяйства Приозёрья»: a word made as places are is no person. */
const placeRule: Constraint = (_tokens, words, scores) => {
  words.forEach(({ isCapital, lowerText }, i) => {
    if (!isCapital || !isPlaceWord(lowerText)) return;
    for (const label of [begin, inside, end, single]) scores[i * labelCount + label(PER)]! -= strong * 2;
    raise(scores, i, i + 1, LOC, strong);
  });
};

/** What holds for every article, in every guideline. */
export const articleRules: readonly Constraint[] = [
  bracketRule,
  verbRule,
  initialRule,
  shortenedRule,
  listRule,
  knownRule,
  placeRule,
];

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
