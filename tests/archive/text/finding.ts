import { expect } from 'vitest';
import type { TokenColumns } from '../../../archive/text/analysis.ts';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';
import { morphologyOfTests } from './morphology-of-tests.ts';

export const analyzer = createAnalyzer(morphologyOfTests());

interface Entry {
  readonly text: string;
  readonly form: string;
  readonly terms: readonly string[];
  readonly position: number;
}

function entries(text: string): Entry[] {
  const tokens: TokenColumns = analyzer.tokens(text);
  return Array.from({ length: tokens.length }, (_, i) => ({
    ...analyzer.surface(tokens.surface[i]!),
    text: text.slice(tokens.start[i], tokens.end[i]),
    position: tokens.position[i]!,
  }));
}

/** Entries of a text that one entry of a query finds; `=` asks for the exact form. */
function found(word: Entry, among: readonly Entry[], exact: boolean): Entry[] {
  if (exact) return among.filter(({ form }) => form === word.form);
  const terms = new Set(
    analyzer.queryWord(word.text).readings.flatMap((reading) => reading.terms.map(({ term }) => term)),
  );
  for (const term of word.terms.length > 0 && /\d/.test(word.form) ? word.terms.slice(0, 1) : []) terms.add(term);
  return among.filter((entry) => entry.terms.some((term) => terms.has(term)));
}

/**
 * What a query finds in a text, by the rules of the query box cut down to what words need: every word is required, each
 * by its whole or by all of its parts; words in quotation marks must follow each other; `=` stands before an exact form.
 * Returns the stretches of the stored text.
 */
export function hits(query: string, text: string): string[] | undefined {
  const exact = query.startsWith('=');
  const among = entries(text);
  const words = entries(query);
  if (words.length === 0) return undefined;
  const positions = [...new Set(words.map(({ position }) => position))];
  const byWord = positions.map((position) =>
    words.filter((word) => word.position === position).flatMap((word) => found(word, among, exact)),
  );
  const whole = found(words[0]!, among, exact);
  // A word that stands for several («С.П. Королёв», «12 августа 2024») is searched by them or by itself.
  const covers = words[0]!.text.length >= query.replace(/[«»"=]|[.\s]+$/g, '').trim().length;
  if (whole.length > 0 && covers) return whole.map((entry) => entry.text);
  if (byWord.some((one) => one.length === 0)) return undefined;
  if (!/^[«"„“]/.test(query)) return byWord.flatMap((one) => one.map((entry) => entry.text));
  const starts = byWord[0]!.filter(({ position }) =>
    byWord.every((one, i) => one.some((entry) => entry.position === position + i)),
  );
  return starts.length > 0 ? starts.map((entry) => entry.text) : undefined;
}

/** The query finds something in the text; when `marked` is given, the stretches that would be highlighted. */
export function finds(query: string, text: string, ...marked: string[]): void {
  const result = hits(query, text);
  expect(result, `${query} in ${text}`).toBeDefined();
  if (marked.length > 0) expect(new Set(result)).toEqual(new Set(marked));
}

export function findsNot(query: string, text: string): void {
  expect(hits(query, text), `${query} in ${text}`).toBeUndefined();
}
