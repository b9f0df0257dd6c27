/** Names found by capitals and dictionary tags alone. */

import type { Morphology } from '../text/morphology.ts';
import type { Kind } from './mention.ts';
import type { Token } from './tokens.ts';

/** A run of tokens that names something: indexes into the tokens, the end exclusive. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  readonly probability: number;
}

const capitalised = /^\p{Lu}[\p{Ll}'’]+(?:-\p{L}+)*$/u;
const initial = /^\p{Lu}$/u;
const abbreviation = /^\p{Lu}{2,8}$/u;
const nameTags = ['Name', 'Surn', 'Patr'];

/** Persons and abbreviated organizations of a text, in reading order. */
export function spansByCapitals(tokens: readonly Token[], morphology: Morphology): TokenSpan[] {
  const isName = (i: number) => {
    const text = tokens[i]?.text ?? '';
    const parses = capitalised.test(text) ? morphology.parses(text).slice(0, 4) : [];
    return parses.some((parse) => parse.grammemes.some((g) => nameTags.includes(g)));
  };
  const isInitial = (i: number) => initial.test(tokens[i]?.text ?? '') && tokens[i + 1]?.text === '.';
  const spans: TokenSpan[] = [];
  for (let i = 0; i < tokens.length; ) {
    let to = i;
    let words = 0;
    while (isName(to) || isInitial(to)) {
      if (!isInitial(to)) words++;
      to += isInitial(to) ? 2 : 1;
    }
    const parses = morphology.parses(tokens[i]!.text);
    if (words > 1 || (words === 1 && to - i > 1)) {
      spans.push({ from: i, to, kind: 'person', probability: 0.8 });
    } else if (abbreviation.test(tokens[i]!.text) && parses.some((parse) => parse.grammemes.includes('Orgn'))) {
      spans.push({ from: i, to: i + 1, kind: 'organization', probability: 0.7 });
      to = i + 1;
    }
    i = Math.max(to, i + 1);
  }
  return spans;
}
