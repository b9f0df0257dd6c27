import { Frequencies } from './frequencies.ts';
import { findingClauses, type QueryNode, type WordClause } from './query-node.ts';
import type { WordForms, WordSearched } from './search-types.ts';
import { ShapeWorths } from './shapes.ts';
import type { Snapshot } from './snapshot.ts';
import { surfacesOfTerm } from './term-surfaces.ts';

/** Words of one query whose forms are listed; nobody reads further. */
const MOST_LISTED = 12;

/** The readings of the words of a query, with the forms of each that the archive has. */
export function wordsSearched(node: QueryNode, snapshot: Snapshot): WordSearched[] {
  return wordsOf(node).map((word) => ({
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

/** The same for the reader to choose from, with the number of articles of each lemma and form. */
export function wordForms(node: QueryNode, snapshot: Snapshot): WordForms[] {
  const counted = new Frequencies(1, snapshot.size);
  return wordsOf(node).map(({ text, readings, without }) => ({
    word: text,
    readings: readings.map(({ lemma, terms, searched }) => {
      const forms = formsOf(terms, snapshot).map((form) => ({
        form,
        count: articlesWith(terms, form, snapshot, counted),
        searched: !without.has(form),
      }));
      const count = articlesWith(terms, undefined, snapshot, counted);
      return { lemma, searched, count, forms: forms.sort((a, b) => b.count - a.count) };
    }),
  }));
}

/** Articles that have a form, or any form, under some terms. */
function articlesWith(
  terms: readonly string[],
  wanted: string | undefined,
  snapshot: Snapshot,
  counted: Frequencies,
): number {
  const once = new ShapeWorths(
    snapshot.fields.map(() => 1),
    1,
  );
  counted.clear();
  for (const view of snapshot.views) {
    for (const term of terms) {
      for (const { form, record } of surfacesOfTerm(view.segment, term)) {
        if (wanted === undefined || form === wanted) counted.addSurface(view, record, once, 1);
      }
    }
  }
  return counted.met.size;
}

function wordsOf(node: QueryNode): WordClause[] {
  const words: WordClause[] = [];
  for (const clause of findingClauses(node)) {
    const own = clause.type === 'word' ? [clause] : clause.slots.flat();
    for (const word of own)
      if (word.readings.length > 0 && words.every(({ text }) => text !== word.text)) words.push(word);
  }
  return words.slice(0, MOST_LISTED);
}

function formsOf(terms: readonly string[], snapshot: Snapshot): string[] {
  const forms = new Set<string>();
  for (const { segment } of snapshot.views) {
    for (const term of terms) for (const { form } of surfacesOfTerm(segment, term)) forms.add(form);
  }
  return [...forms].sort();
}
