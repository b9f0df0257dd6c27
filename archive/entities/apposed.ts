/**
 * Names that a text gives twice, the second time in brackets: «Аарон Шварц (Aaron Swartz)», «WFC (World Fashion
 * Channel)». Such a pair is one person or one organization.
 */

import type { NamedRun } from './article-names.ts';
import type { Token } from './tokens.ts';

/** Indexes of two runs: the name, and the one that stands in brackets right behind it. */
export interface Apposed {
  readonly name: number;
  readonly inBrackets: number;
}

export function apposed(tokens: readonly Token[], runs: readonly NamedRun[]): Apposed[] {
  const endingAt = new Map(runs.map(({ to }, i) => [to, i]));
  return runs.flatMap(({ from, to, kind, text }, inBrackets) => {
    const name = tokens[from - 1]?.text === '(' && tokens[to]?.text === ')' ? endingAt.get(from - 1) : undefined;
    if (name === undefined || runs[name]!.kind !== kind) return [];
    const same = kind === 'person' ? twoScripts(runs[name]!.text, text) : sameBody(runs[name]!.text, text);
    return same ? [{ name, inBrackets }] : [];
  });
}

const latin = (text: string) => /\p{Script=Latin}/u.test(text) && !/\p{Script=Cyrillic}/u.test(text);
const twoScripts = (a: string, b: string) => latin(a) !== latin(b) && words(a).length > 1 && words(b).length > 1;
const words = (text: string) => text.match(/\p{L}+/gu) ?? [];

/** A name and its translation have about as many words; an agency in brackets («МВД (The Times)») is a source. */
function sameBody(a: string, b: string): boolean {
  return (
    (twoScripts(a, b) && Math.abs(words(a).length - words(b).length) <= 2) ||
    isAcronymOf(a, words(b)) ||
    isAcronymOf(b, words(a))
  );
}

function isAcronymOf(short: string, long: readonly string[]): boolean {
  return long.length > 1 && short.toLowerCase() === long.map((word) => word[0]!.toLowerCase()).join('');
}
