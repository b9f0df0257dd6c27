/**
 * How far a typed word is from a real one: Damerau–Levenshtein where a slip that fingers and ears make costs less than
 * one. Neighbouring keys, letters that sound alike and letters swapped cost {@link NEAR}; anything else costs 1.
 */
export const NEAR = 0.6;

/** Costs of at most `limit`; `limit + 1` when the words are farther apart. Words are folded. */
export function spellingDistance(typed: string, word: string, limit: number): number {
  const most = limit / NEAR;
  if (Math.abs(typed.length - word.length) > most) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: word.length + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const current = [i];
    for (let j = 1; j <= word.length; j++) {
      const a = typed[i - 1]!;
      const b = word[j - 1]!;
      const doubled = (text: string, at: number) => text[at - 1] === text[at - 2];
      let cost = Math.min(
        previous[j - 1]! + (a === b ? 0 : isNear(a, b) ? NEAR : 1),
        previous[j]! + (doubled(typed, i) ? NEAR : 1),
        current[j - 1]! + (doubled(word, j) ? NEAR : 1),
      );
      if (i > 1 && j > 1 && a === word[j - 2] && typed[i - 2] === b) cost = Math.min(cost, before[j - 2]! + NEAR);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  const distance = previous[word.length]!;
  return distance > limit ? limit + 1 : distance;
}

/** How far a word of this length may be from what was meant: nothing under 4 letters, 1 up to 7, then 2. */
export function tolerance(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

const ROWS = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ALIKE = [
  'ао',
  'еи',
  'еэ',
  'иы',
  'ый',
  'ий',
  'бп',
  'вф',
  'гк',
  'гх',
  'дт',
  'жш',
  'зс',
  'шщ',
  'ья',
  'ъь',
  'цс',
  'уы',
  'еы',
];

function near(): Set<string> {
  const pairs = new Set<string>();
  const add = (a: string, b: string) => pairs.add(a + b).add(b + a);
  for (const row of ROWS) for (let key = 1; key < row.length; key++) add(row[key - 1]!, row[key]!);
  for (const pair of ALIKE) add(pair[0]!, pair[1]!);
  return pairs;
}

const NEAR_PAIRS = near();

function isNear(a: string, b: string): boolean {
  return NEAR_PAIRS.has(a + b);
}
