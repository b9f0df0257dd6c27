import { expect, test } from 'vitest';
import { mergeNext } from '../../../archive/index/merge-policy.ts';

/** Segments as `articles` or `articles-removed`; those to be merged are written between brackets. */
function check(expected: string) {
  const segments = expected
    .replaceAll(/[[\]]/g, '')
    .trim()
    .split(/\s+/)
    .map((segment) => {
      const [articles = 0, removed = 0] = segment.split('-').map(Number);
      return { articles, removed };
    });
  const next = mergeNext(segments);
  const written = segments.map(({ articles, removed }) => (removed > 0 ? `${articles}-${removed}` : String(articles)));
  if (next !== undefined) {
    written[next[0]] = `[${written[next[0]]}`;
    written[next[1] - 1] += ']';
  }
  expect(written.join(' ')).toBe(expected);
}

test('segments of one size are merged when there are eight of them', () => {
  check('1 1 1 1 1 1 1');
  check('[1 1 1 1 1 1 1 1]');
  check('1000 [1 1 1 1 1 1 1 1]');
  check('[9 9 9 9 9 9 9 9] 1');
  check('10000 10000');
});

test('no merge makes a segment of more than sixty thousand; a few large ones may make one of thirty', () => {
  check('[10000 10000 10000]');
  check('60000 [10000 10000 10000 10000 10000 10000]');
  check('60000 60000');
});

test('a segment that lost a third of its articles is written anew', () => {
  check('1000 [100-31] 1000');
  check('1000 100-30 1000');
  check('[50-50]');
});

test('articles that come one by one are copied seldom, and segments stay few', () => {
  const segments: { articles: number; removed: number }[] = [];
  let copied = 0;
  let most = 0;
  for (let article = 0; article < 20_000; article++) {
    segments.push({ articles: 1, removed: 0 });
    for (let next = mergeNext(segments); next !== undefined; next = mergeNext(segments)) {
      const merged = segments.slice(...next).reduce((sum, { articles }) => sum + articles, 0);
      copied += merged;
      segments.splice(next[0], next[1] - next[0], { articles: merged, removed: 0 });
    }
    most = Math.max(most, segments.length);
  }
  expect(most).toBeLessThanOrEqual(8 * 5);
  expect(copied / 20_000).toBeLessThanOrEqual(6);
});
