import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArchiveIndex } from '../../../archive/index/archive-index.ts';
import type { IndexedArticle } from '../../../archive/index/archive-index-types.ts';
import type { QueryOptions } from '../../../archive/index/query-parser.ts';
import { createSegmentBuilder } from '../../../archive/index/segment-builder.ts';
import { memoryDirectory } from '../../../archive/index/source.ts';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';

const analyzer = createAnalyzer();

async function indexOf(articles: readonly IndexedArticle[]) {
  const index = openArchiveIndex(memoryDirectory(), analyzer);
  for (const [i, article] of articles.entries()) {
    const builder = createSegmentBuilder(analyzer);
    builder.add(article);
    await index.commit({ add: [{ segment: builder.finish(), ids: [i + 1] }] });
  }
  return index;
}

const words =
  'мост моста мосты Мосту мостик река реки рекою Река-море г.Астана ООН стали сталь новый новая 2024 и'.split(' ');
const word = fc.constantFrom(...words);
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((some) => `${some.join(' ')}.`);
const article = fc.record({
  title: fc.array(word, { maxLength: 5 }).map((some) => some.join(' ')),
  body: fc.array(sentence, { maxLength: 5 }).map((some) => some.join(' ')),
});
const plain = fc.tuple(fc.constantFrom('', '', '=', 'заголовок:', 'текст:'), word).map((parts) => parts.join(''));
const pattern = fc.oneof(
  word.map((w) => `${w.slice(0, 3)}*`),
  word.map((w) => `*${w.slice(-3)}`),
  word.filter((w) => /^[а-яА-Я]{4,}$/.test(w)).map((w) => `${w}~1`),
);
const phrase = fc
  .tuple(fc.array(word, { minLength: 2, maxLength: 3 }), fc.constantFrom('', '~2', '~п'))
  .map(([some, suffix]) => `"${some.join(' ')}"${suffix}`);
const options = fc.record<QueryOptions>({
  fields: fc.constantFrom<NonNullable<QueryOptions['fields']>>([], ['title'], ['body']),
  withoutLemmas: fc.constantFrom<readonly string[]>([], ['мост'], ['сталь', 'стать']),
  typing: fc.boolean(),
});

/** Articles that have marks, by their ids. */
const marked = (
  index: Awaited<ReturnType<typeof indexOf>>,
  query: string,
  articles: readonly IndexedArticle[],
  asked: QueryOptions,
) =>
  articles.flatMap((article, i) => {
    const { title, body } = index.marks(query, article, asked);
    return title.length + body.length > 0 ? [i + 1] : [];
  });

test('what the list finds, the reader marks, and the snippet shows: the same articles, the same places', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(article, { minLength: 1, maxLength: 6 }),
      fc.oneof(plain, pattern, phrase),
      options,
      async (articles, query, asked) => {
        const index = await indexOf(articles);
        const { ids } = await index.search({ query, ...asked });
        expect(marked(index, query, articles, asked), query).toEqual([...ids]);
        for (const id of ids) {
          const article = articles[id - 1]!;
          const marks = index.marks(query, article, asked);
          const shown = index.snippet(query, article, { ...asked, length: 10_000 });
          expect(shown.titleMarks).toEqual(marks.title);
          const back = shown.marks.map(({ start, end }) => ({ start: start + shown.start, end: end + shown.start }));
          expect(back.length).toBeGreaterThan(0);
          expect(marks[shown.field]).toEqual(expect.arrayContaining(back));
          if (shown.start === 0) expect(back).toEqual(marks[shown.field]);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('while a word is being typed, every beginning of it finds the articles that have it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(article, { minLength: 1, maxLength: 6 }), word, async (articles, typed) => {
      if (!/^[А-Яа-я]+$/.test(typed)) return;
      const index = await indexOf(articles);
      const find = async (query: string, typing: boolean) => new Set((await index.search({ query, typing })).ids);
      const having = await find(`=${typed}`, false);
      for (let length = 1; length <= typed.length; length++) {
        const beginning = typed.slice(0, length);
        const found = await find(beginning, true);
        expect(having.isSubsetOf(found), beginning).toBe(true);
        expect((await find(`${beginning}*`, false)).isSubsetOf(found), `${beginning}*`).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
