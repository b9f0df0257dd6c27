import type { Analyzer } from '../text/analysis.ts';

/**
 * Whether texts of a note have every word of a query, in any form: the same reading of words as the index's. An empty
 * query matches everything.
 */
export function noteMatcher(analyzer: Analyzer, query: string): (texts: readonly string[]) => boolean {
  const wanted = termSets(analyzer, query);
  if (wanted.length === 0) return () => true;
  return (texts) => {
    const present = new Set(texts.flatMap((text) => termSets(analyzer, text)).flatMap((terms) => [...terms]));
    return wanted.every((terms) => [...terms].some((term) => present.has(term)));
  };
}

/** The index terms of each word of a text, a less likely reading counted as a likely one. */
function termSets(analyzer: Analyzer, text: string): Set<string>[] {
  const tokens = analyzer.tokens(text);
  // The columns hold until the next call of the analyzer, so what is wanted of them is taken first.
  const surfaces = tokens.surface.slice(0, tokens.length);
  const starts = tokens.start.slice(0, tokens.length);
  const words = new Map<number, Set<string>>();
  surfaces.forEach((surface, at) => {
    const terms = words.get(starts[at]!) ?? new Set();
    for (const term of analyzer.surface(surface).terms) terms.add(term.replace(/~$/, ''));
    words.set(starts[at]!, terms);
  });
  return [...words.values()];
}
