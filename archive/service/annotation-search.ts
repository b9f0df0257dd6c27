import { setImmediate } from 'node:timers/promises';
import { annotationsWith, unreadAnnotations, writeWords } from '../store/annotation-words.ts';
import type { Analyzer } from '../text/analysis.ts';
import type { Archive } from './archive.ts';

/** Annotations read between two breaths of the program. */
const slice = 400;

/**
 * Ids of the annotations whose quotation, note and tags have every word of a query, in any form: the same reading of
 * words as the index's. Undefined for a query without words, which leaves all.
 */
export async function annotationsMatching(archive: Archive, query: string): Promise<ReadonlySet<number> | undefined> {
  const { analyzer, database } = archive;
  const wanted = termSets(analyzer, query);
  if (wanted.length === 0) return undefined;
  await readWords(archive);
  return annotationsWith(database, wanted);
}

/** Brings the table of words up to date; other calls are answered in between. */
async function readWords({ analyzer, database }: Archive): Promise<void> {
  for (;;) {
    const unread = unreadAnnotations(database, analyzer.version, slice);
    if (unread.length === 0) return;
    const read = unread.map(({ id, exact, note, tags, changed_at }) => {
      const texts = [exact, note, ...(JSON.parse(tags) as string[])];
      const terms = new Set(texts.flatMap((text) => termSets(analyzer, text)).flatMap((set) => [...set]));
      return { id, changedAt: changed_at, terms };
    });
    writeWords(database, analyzer.version, read);
    await setImmediate();
  }
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
  return [...words.values()].filter((terms) => terms.size > 0);
}
