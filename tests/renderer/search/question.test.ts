import { expect, test } from 'vitest';
import { barsWithin, filledBars } from '../../../renderer/search/bars.ts';
import { pieces } from '../../../renderer/search/marked.tsx';
import { choiceOf, choose, completed, withoutPart } from '../../../renderer/search/question.ts';
import { emptyQuestion } from '../../../renderer/view/view.ts';

test('a value is included, excluded, let go', () => {
  const included = { ...emptyQuestion, choices: choose(emptyQuestion, 'source', 'Вестник', 'include') };
  expect(choiceOf(included, 'source', 'Вестник')).toBe('include');
  const excluded = { ...included, choices: choose(included, 'source', 'Вестник', 'exclude') };
  expect(choiceOf(excluded, 'source', 'Вестник')).toBe('exclude');
  expect(choose(excluded, 'source', 'Вестник', 'none')).toEqual([]);
});

test('a part taken out of a query leaves one space', () => {
  const query = 'вода «общая река» мост';
  expect(withoutPart(query, { start: 5, end: 17 })).toBe('вода мост');
  expect(withoutPart(query, { start: 0, end: 4 })).toBe('«общая река» мост');
});

/** The cursor is written as |. */
function checkCompletion(typed: string, word: string, expected: string) {
  const cursor = typed.indexOf('|');
  const { query, cursor: at } = completed(typed.replace('|', ''), cursor, word);
  expect(`${query.slice(0, at)}|${query.slice(at)}`).toBe(expected);
}

test('a completion takes the place of the word under the cursor', () => {
  checkCompletion('во|', 'вода', 'вода |');
  checkCompletion('мост во|д река', 'вода', 'мост вода |река');
  checkCompletion('има|', 'Каха Имнадзе', '«Каха Имнадзе» |');
});

test('empty months are put between', () => {
  const bars = filledBars({
    step: 'month',
    undated: 0,
    bars: [
      { period: '2023-11', count: 2 },
      { period: '2024-02', count: 1 },
    ],
  });
  expect(bars.map(({ period, count }) => `${period}:${count}`)).toEqual([
    '2023-11:2',
    '2023-12:0',
    '2024-01:0',
    '2024-02:1',
  ]);
  expect(barsWithin(bars, '2023-12', '2024-01')).toEqual([1, 2]);
  expect(barsWithin(bars, null, null)).toEqual([0, 3]);
});

test('a text cut at its marks is the text', () => {
  const cut = pieces('вода в реке', [
    { start: 7, end: 11 },
    { start: 0, end: 4 },
  ]);
  expect(cut.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')).toBe('[вода] в [реке]');
});
