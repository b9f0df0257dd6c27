import type { FacetChoice, FacetName } from '../../archive/contract/search.ts';
import type { Question } from '../view/view.ts';

export type Choice = 'none' | 'include' | 'exclude';

/** What narrows a search beside its words. */
export type Conditions = Pick<Question, 'choices' | 'from' | 'to' | 'undated'>;
type Choices = Pick<Question, 'choices'>;

/** How one value of a facet stands in a question. */
export function choiceOf(question: Choices, facet: FacetName, value: string): Choice {
  const choice = question.choices.find((one) => one.facet === facet);
  if (choice?.include.includes(value)) return 'include';
  return choice?.exclude.includes(value) ? 'exclude' : 'none';
}

/** The choices after one value was included, excluded or let go. */
export function choose(question: Choices, facet: FacetName, value: string, to: Choice): FacetChoice[] {
  const old = question.choices.find((one) => one.facet === facet) ?? {
    facet,
    include: [],
    exclude: [],
    match: 'any' as const,
  };
  const without = (list: string[]) => list.filter((one) => one !== value);
  const changed: FacetChoice = {
    ...old,
    include: to === 'include' ? [...without(old.include), value] : without(old.include),
    exclude: to === 'exclude' ? [...without(old.exclude), value] : without(old.exclude),
  };
  const rest = question.choices.filter((one) => one.facet !== facet);
  return changed.include.length + changed.exclude.length === 0 ? rest : [...rest, changed];
}

/** The query without one of its parts; the space that stood between the neighbours stays single. */
export function withoutPart(query: string, { start, end }: { start: number; end: number }): string {
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();
}

/** The query with the word under the cursor replaced by a completion, and where the cursor stands then. */
export function completed(query: string, cursor: number, completion: string): { query: string; cursor: number } {
  const before = query.slice(0, cursor);
  const start = before.search(/[\p{L}\p{M}\p{N}'’-]*$/u);
  const after = query.slice(cursor).replace(/^[\p{L}\p{M}\p{N}'’-]*/u, '');
  // A name of several words is asked as a phrase, so that its words stay together.
  const word = /\s/.test(completion) ? `«${completion}»` : completion;
  const head = `${before.slice(0, start)}${word} `;
  return { query: head + after.trimStart(), cursor: head.length };
}

/** The order in force: without words there is nothing to be near to, so the newest come first. */
export const orderOf = ({ query, sort }: Question): Question['sort'] =>
  sort === 'relevance' && query.trim() === '' ? 'newest' : sort;

export const hasConditions = (question: Conditions): boolean =>
  question.choices.length > 0 || question.from !== null || question.to !== null || question.undated;

/** The lemmas or forms left out, after one was ticked or unticked. */
export function dropped(list: readonly string[], word: string, ticked: boolean): string[] {
  const rest = list.filter((one) => one !== word);
  return ticked ? rest : [...rest, word];
}
