import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Evaluation } from '../../../archive/index/evaluation.ts';
import { ARCHIVE_FIELDS, LEAD_WORDS } from '../../../archive/index/fields.ts';
import { parseQuery } from '../../../archive/index/query-parser.ts';
import { ARCHIVE_RANKING } from '../../../archive/index/ranking.ts';
import type { Snapshot } from '../../../archive/index/snapshot.ts';
import { B, K1 } from '../../../archive/index/weight.ts';
import { plainAnalyzer, scoresOf, snapshotOf } from './plain-words.ts';

type Docs = readonly (readonly [string, string])[];

/** The score of every article that has any of the words, by id. @param least where it is below this, any number below it */
function scores(snapshot: Snapshot, words: readonly string[], least?: number): Map<number, number> {
  const { node } = parseQuery(words.join(' ИЛИ '), plainAnalyzer());
  const evaluation = new Evaluation(snapshot, ARCHIVE_RANKING).run(node);
  let step = evaluation.next();
  while (step.done !== true) step = evaluation.next();
  return scoresOf(step.value, snapshot, least);
}

/** The same by the formula of BM25F, from the words of the articles. */
function plainScores(docs: Docs, words: readonly string[]): Map<number, number> {
  const {
    title: heading,
    lead,
    body: everywhere,
  } = ARCHIVE_RANKING.fields as Record<'title' | 'lead' | 'body', number>;
  const split = (text: string) => text.split(' ').filter((word) => word !== '');
  const count = (text: readonly string[], word: string) => text.filter((one) => one === word).length;
  const articles = docs.map(([title, text]) => ({ title: split(title), body: split(text) }));
  const mean = articles.reduce((sum, article) => sum + article.body.length, 0) / articles.length;
  const asked = words.filter((word) => articles.some(({ title, body }) => [...title, ...body].includes(word)));
  const sums = new Map<number, number>();
  for (const word of asked) {
    const weights = articles.map(({ title, body }) => {
      const inLead = count(body.slice(0, LEAD_WORDS), word);
      const occurrences = heading! * count(title, word) + lead! * inLead + everywhere! * count(body, word);
      return occurrences * (1 + ARCHIVE_RANKING.exactForm);
    });
    const having = weights.filter((weight) => weight > 0).length;
    const idf = Math.log(1 + Math.abs((docs.length - having + 0.5) / (having + 0.5)));
    for (const [i, weight] of weights.entries()) {
      if (weight === 0) continue;
      const norm = K1 * (1 - B + (B * articles[i]!.body.length) / mean);
      sums.set(i + 1, (sums.get(i + 1) ?? 0) + (idf * (K1 + 1) * weight) / (weight + norm));
    }
  }
  return new Map([...sums].map(([id, sum]) => [id, sum / Math.sqrt(asked.length)]));
}

test('a score is BM25 of the occurrences in all fields, weighted', async () => {
  const word = fc.string({ unit: fc.constantFrom(...'абв'), minLength: 1, maxLength: 3 });
  const text = fc.array(word, { minLength: 1, maxLength: 70 }).map((words) => words.join(' '));
  const articles = fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(articles, fc.array(word, { minLength: 1, maxLength: 12 }), async (docs, words) => {
      const snapshot = await snapshotOf(plainAnalyzer(), ARCHIVE_FIELDS, docs);
      const expected = plainScores(docs, words);
      const found = scores(snapshot, words);
      expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
      for (const [id, score] of found) expect(score).toBeCloseTo(expected.get(id)!, 2);
    }),
    { numRuns: 100 },
  );
});

test('a score that cannot be listed is not worked out, every other one is', async () => {
  const word = fc.string({ unit: fc.constantFrom(...'аб'), minLength: 1, maxLength: 2 });
  const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
  const articles = fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(articles, fc.array(word, { minLength: 1, maxLength: 12 }), fc.nat(), async (docs, words, at) => {
      const snapshot = await snapshotOf(plainAnalyzer(), ARCHIVE_FIELDS, docs);
      const exact = scores(snapshot, words);
      const least = [...exact.values()][at % Math.max(1, exact.size)] ?? 1;
      for (const [id, score] of scores(snapshot, words, least)) {
        if (exact.get(id)! >= least) expect(score).toBe(exact.get(id));
        else expect(score).toBeLessThan(least);
      }
    }),
    { numRuns: 200 },
  );
});
