/**
 * «Региональный центр … (РЦПДЦА)»: finds the words that an abbreviation in brackets stands for. Its letters are matched
 * backwards over the words in front of the bracket; short function words and at most two others may be passed over, and
 * each part of a hyphenated word may give a letter.
 */

import type { Token } from './tokens.ts';

/** Token indexes: the long form `from`…`to` (the end exclusive), the abbreviation at `short`. */
export interface Expansion {
  readonly from: number;
  readonly to: number;
  readonly short: number;
}

const farthest = 16;
const mostSkipped = 2;
const abbreviation = /^(?=.{2,10}$)\p{Lu}+(?:-?\p{Lu}+)*$/u;
const functionWord = /^(?:по|для|и|в|во|на|о|об|с|со|при|из|за|от|к|у|of|the|for|and|on|in|de|la|des)$/i;
const word = /^\p{L}/u;
const mark = /^[«»"“”„]$/;

export function expansions(tokens: readonly Token[]): Expansion[] {
  const found: Expansion[] = [];
  for (let i = 1; i + 1 < tokens.length; i++) {
    const inBrackets = tokens[i - 1]!.text === '(' && /^[),;]$/.test(tokens[i + 1]!.text);
    if (!inBrackets || !abbreviation.test(tokens[i]!.text)) continue;
    const letters = tokens[i]!.text.toLowerCase().replaceAll('-', '').replaceAll('ё', 'е');
    const from = longFormStart(tokens, i - 2, letters);
    if (from !== undefined) found.push({ from, to: i - 1, short: i });
  }
  return found;
}

/** Where the long form that ends at `last` begins. */
function longFormStart(tokens: readonly Token[], last: number, letters: string): number | undefined {
  const nearest = Math.max(0, last - farthest + 1);
  const failed = new Set<string>();
  const match = (i: number, rest: number, skipped: number): number | undefined => {
    if (rest === 0) return i + 1;
    if (i < nearest || tokens[i]!.sentence !== tokens[last]!.sentence) return undefined;
    const state = `${i} ${rest} ${skipped}`;
    if (failed.has(state)) return undefined;
    const { text } = tokens[i]!;
    const answer = (() => {
      if (mark.test(text)) return match(i - 1, rest, skipped);
      if (!word.test(text)) return undefined;
      const parts = text.toLowerCase().replaceAll('ё', 'е').split('-');
      const initials = parts.map((part) => part[0] ?? '').join('');
      for (const candidate of new Set([initials, initials[0]!])) {
        if (letters.slice(0, rest).endsWith(candidate)) {
          const start = match(i - 1, rest - candidate.length, skipped);
          if (start !== undefined) return start;
        }
      }
      if (functionWord.test(text)) return match(i - 1, rest, skipped);
      return skipped < mostSkipped && rest < letters.length ? match(i - 1, rest, skipped + 1) : undefined;
    })();
    if (answer === undefined) failed.add(state);
    return answer;
  };
  const start = match(last, letters.length, 0);
  // One word cannot be abbreviated to letters, and an abbreviation does not expand to itself.
  if (start === undefined || last - start < 1) return undefined;
  return functionWord.test(tokens[start]!.text) ? undefined : start;
}
