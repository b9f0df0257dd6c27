import { expect, test } from 'vitest';
import { questionOf, subjectOf } from '../../../renderer/charts/lines.ts';

test('a line of the address is a search or an entity, or nothing', () => {
  const check = (line: unknown, expected: string | number | undefined) => {
    const subject = subjectOf(line);
    expect(subject?.by === 'search' ? subject.request.query : subject?.entity).toBe(expected);
  };
  check('q:вода в реке', 'вода в реке');
  check('e:12', 12);
  check('e:0', undefined);
  check('e:двенадцать', undefined);
  check('q:  ', undefined);
  check(7, undefined);
  check('вода', undefined);
});

test('a period opens the search of its articles: a week has seven days', () => {
  const check = (line: string, period: string, step: 'week' | 'month', expected: object) =>
    expect(questionOf(subjectOf(line)!, 'person', period, step)).toMatchObject(expected);
  check('q:вода', '2024-08', 'month', { query: 'вода', from: '2024-08', to: '2024-08' });
  check('e:12', '2024-08-26', 'week', {
    choices: [{ facet: 'person', include: ['12'] }],
    from: '2024-08-26',
    to: '2024-09-01',
  });
});
