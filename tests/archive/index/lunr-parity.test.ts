import fc from 'fast-check';
import lunr from 'lunr';
import { expect, test } from 'vitest';
import { LunrIndex } from '../../../archive/index/lunr-index.ts';
import { plainAnalyzer, snapshotOf, type Texts, TITLE_AND_BODY } from './plain-words.ts';

/** Takes the last letter off: a pipeline that makes several words one term. */
const reduce = (word: string): string => (word.length > 2 ? word.slice(0, -1) : word);

const shorten = (token: lunr.Token): lunr.Token => token.update((text) => reduce(text));
lunr.Pipeline.registerFunction(shorten, 'shorten');

function stock(articles: readonly Texts[], removed: ReadonlySet<number>): lunr.Index {
  const builder = new lunr.Builder();
  builder.pipeline.add(shorten);
  builder.searchPipeline.add(shorten);
  builder.ref('id');
  for (const field of TITLE_AND_BODY) builder.field(field.name);
  articles.forEach(([title, body], i) => {
    if (!removed.has(i + 1)) builder.add({ id: String(i + 1), title, body });
  });
  return builder.build();
}

/** Hits as `id score`, in order of id, scores to nine decimals. */
const shown = (hits: readonly lunr.Index.Result[]): string[] =>
  hits.map(({ ref, score }) => `${ref.padStart(3)} ${score.toFixed(9)}`).sort();

const word = fc.string({ unit: fc.constantFrom(...'абвг'), minLength: 1, maxLength: 5 });
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const articles = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 14 });
const clause = fc
  .tuple(
    fc.constantFrom('', '', '', '+', '-'),
    fc.constantFrom('', '', 'title:', 'body:'),
    fc.oneof(
      { weight: 4, arbitrary: word },
      { weight: 2, arbitrary: word.map((w) => `${w}*`) },
      fc.tuple(word, word).map(([a, b]) => `${a}*${b}`),
      word.map((w) => `*${w}`),
      fc.tuple(word, fc.constantFrom('~1', '~2')).map(([w, distance]) => w + distance),
    ),
    fc.constantFrom('', '', '^2', '^5'),
  )
  .map((parts) => parts.join(''));
const query = fc.array(clause, { minLength: 1, maxLength: 4 }).map((clauses) => clauses.join(' '));

test('hits and scores are those of stock Lunr, however articles lie in segments and whatever was removed', async () => {
  await fc.assert(
    fc.asyncProperty(
      articles,
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 14 }),
      fc.uniqueArray(fc.integer({ min: 2, max: 14 }), { maxLength: 5 }),
      fc.array(query, { minLength: 10, maxLength: 10 }),
      async (docs, sizes, dead, queries) => {
        const removed = new Set(dead);
        const theirs = stock(docs, removed);
        const snapshot = await snapshotOf(
          plainAnalyzer((w) => [reduce(w)]),
          TITLE_AND_BODY,
          docs,
          sizes,
          removed,
        );
        const ours = new LunrIndex(snapshot, (w) => [reduce(w)]);
        for (const q of queries) expect(shown(ours.search(q)), q).toEqual(shown(theirs.search(q)));
      },
    ),
    { numRuns: Number(process.env.PARITY_RUNS ?? 150) },
  );
});

const library: readonly Texts[] = [
  ['сталь', 'мост из стали'],
  ['река', 'стать рекой'],
];

/** What stock Lunr does, and what we answer. */
async function fault(query: string, read: (word: string) => string[], theirs: string, ours: string) {
  const builder = new lunr.Builder();
  const pipeline = (token: lunr.Token) => read(token.toString()).map((term) => token.clone(() => term));
  lunr.Pipeline.registerFunction(pipeline, query);
  builder.searchPipeline.add(pipeline);
  builder.ref('id');
  for (const field of TITLE_AND_BODY) builder.field(field.name);
  library.forEach(([title, body], i) => {
    builder.add({ id: String(i + 1), title, body });
  });
  const answer = (index: lunr.Index) => {
    try {
      return (
        index
          .search(query)
          .map(({ ref }) => ref)
          .sort()
          .join(' ') || 'nothing'
      );
    } catch {
      return 'throws';
    }
  };
  expect(answer(builder.build()), 'stock').toBe(theirs);
  expect(answer(new LunrIndex(await snapshotOf(plainAnalyzer(), TITLE_AND_BODY, library), read)), 'ours').toBe(ours);
}

test('Lunr’s faults, and our answers', async () => {
  const keep = (word: string) => [word];
  // A required stop word: the pipeline leaves no term.
  await fault('+и +река', (word) => (word === 'и' ? [] : [word]), 'throws', '2');
  // A required word with several lemmas, the first of which the archive does not have.
  await fault('+стали', (word) => (word === 'стали' ? ['сталин', 'сталь'] : [word]), 'nothing', '1');
  // A word with a colon that is no field: an address, a time, an abbreviation.
  await fault('река http://мост', keep, 'throws', '2');
  await fault('время:12 река', keep, 'throws', '2');
  await fault('+title:река', keep, '2', '2');
  // An edit distance that its automaton was never meant for is read as two.
  await fault('рика~2', keep, '2', '2');
});

test('Lunr’s trimmer erases Cyrillic', () => {
  expect(lunr.trimmer(new lunr.Token('река', {})).toString()).toBe('');
});

test('Lunr counts an article that was added twice as two, which an update must not', async () => {
  const builder = new lunr.Builder();
  builder.ref('id');
  builder.field('body');
  builder.add({ id: '1', body: 'река' });
  builder.add({ id: '1', body: 'река' });
  expect(builder.documentCount).toBe(2);
  const snapshot = await snapshotOf(
    plainAnalyzer(),
    TITLE_AND_BODY,
    [
      ['', 'река'],
      ['', 'река'],
    ],
    [1, 1],
    new Set([1]),
  );
  expect(snapshot.articles).toBe(1);
});
