import { findingClauses, type QueryNode, type WordClause } from './query-node.ts';
import type { WordSearched } from './search-types.ts';
import type { Snapshot } from './snapshot.ts';
import { surfacesOfTerm } from './term-surfaces.ts';

/** Words of one query whose forms are listed; nobody reads further. */
const MOST_LISTED = 12;

/** The readings of the words of a query, with the forms of each that the archive has. */
export function wordsSearched(node: QueryNode, snapshot: Snapshot): WordSearched[] {
  const words: WordClause[] = [];
  for (const clause of findingClauses(node)) {
    const own = clause.type === 'word' ? [clause] : clause.slots.flat();
    for (const word of own) if (word.by === 'terms' && words.every(({ text }) => text !== word.text)) words.push(word);
  }
  return words.slice(0, MOST_LISTED).map((word) => ({
    word: word.text,
    readings: word.readings.map(({ lemma, terms, searched }) => ({ lemma, forms: formsOf(terms, snapshot), searched })),
  }));
}

/** The forms of the archive that are indexed under a word's terms. */
export function formsFound(word: WordClause, snapshot: Snapshot): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const { segment } of snapshot.views) {
    for (const term of word.terms.keys()) for (const { form } of surfacesOfTerm(segment, term)) forms.add(form);
  }
  return forms;
}

function formsOf(terms: readonly string[], snapshot: Snapshot): string[] {
  const forms = new Set<string>();
  for (const { segment } of snapshot.views) {
    for (const term of terms) for (const { form } of surfacesOfTerm(segment, term)) forms.add(form);
  }
  return [...forms].sort();
}
