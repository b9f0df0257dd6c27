import type { ChartStep, ChartSubject } from '../../archive/contract/charts.ts';
import type { FacetChoice } from '../../archive/contract/search.ts';
import { emptyQuestion, type Question } from '../view/view.ts';

/** A chart has room for so many lines. */
export const mostLines = 5;

/** What a line of the address counts; undefined: the line is not understood. */
export function subjectOf(line: unknown): ChartSubject | undefined {
  if (typeof line !== 'string') return undefined;
  const rest = line.slice(2);
  if (line.startsWith('q:') && rest.trim() !== '') {
    return { by: 'search', request: { ...emptyQuestion, query: rest, offset: 0, limit: 0, unfold: [] } };
  }
  const entity = Number(rest);
  return line.startsWith('e:') && Number.isInteger(entity) && entity > 0 ? { by: 'entity', entity } : undefined;
}

/** The last day of a period, or the period itself where a date cut to the step covers it. */
function lastOf(period: string, step: ChartStep): string {
  if (step !== 'week') return period;
  return new Date(Date.parse(`${period}T00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);
}

/** The search that shows exactly the articles of one line in one period. */
export function questionOf(
  subject: ChartSubject,
  kind: 'search' | 'person' | 'organization',
  period: string,
  step: ChartStep,
): Question {
  const range = { from: period, to: lastOf(period, step) };
  if (subject.by === 'search') return { ...emptyQuestion, query: subject.request.query, ...range };
  const facet = kind === 'organization' ? 'organization' : 'person';
  const choice = { facet, include: [String(subject.entity)], exclude: [], match: 'any' } satisfies FacetChoice;
  return { ...emptyQuestion, choices: [choice], sort: 'newest', ...range };
}
