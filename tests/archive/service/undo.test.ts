import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchRequest } from '../../../archive/contract/search.ts';
import { type ArchiveOfTests, archiveOfTests } from './archive-of-tests.ts';
import { stories } from './stories.ts';

/** What windows show: the whole result with its facets, notes, selections, names, the glossary's own entries. */
async function shown({ client }: ArchiveOfTests) {
  const { took: _, facets, ...found } = await client.search.run(searchRequest.parse({ query: '', limit: 100 }));
  // Of equally many articles that value comes first which was met first.
  const values = facets.flatMap(({ facet, values }) => values.map(({ label, count }) => `${facet} ${label}: ${count}`));
  const { hits } = await client.search.run(searchRequest.parse({ query: 'озера OR кубок', limit: 100 }));
  return {
    found,
    values: values.sort(),
    hits: hits.map(({ id }) => id),
    notes: await client.annotations.list({}),
    selections: await client.selections.list(),
    names: await client.entities.list({ limit: 1000 }),
    glossary: (await client.glossary.list()).filter(({ origin }) => origin === 'own'),
  };
}

const ignored = () => undefined;

/** Things a person does, with the articles 1 to 4; what cannot be done is refused. */
const deeds: Record<string, (archive: ArchiveOfTests, article: number, other: number) => Promise<unknown>> = {
  mark: ({ client }, article) =>
    client.annotations.create({ article, field: 'body', span: { start: 0, end: 9 }, pencil: 'red' }),
  recolour: async ({ client }, _, other) => {
    const { annotations } = await client.annotations.list({});
    const one = annotations[other % annotations.length];
    if (one !== undefined) await client.annotations.change({ id: one.id, pencil: 'blue' });
  },
  erase: async ({ client }, _, other) => {
    const { annotations } = await client.annotations.list({});
    const one = annotations[other % annotations.length];
    if (one !== undefined) await client.annotations.remove({ ids: [one.id] });
  },
  open: ({ client }, article) => client.selections.create({ name: `Дело ${article}` }),
  bind: async ({ client }, article) => {
    const [one] = await client.selections.list();
    if (one !== undefined) await client.selections.include({ id: one.id, articles: [article] });
  },
  close: async ({ client }) => {
    const [one] = await client.selections.list();
    if (one !== undefined) await client.selections.remove({ id: one.id });
  },
  read: ({ client }, article, other) => client.articles.setReadState({ ids: [article, other], readState: 'read' }),
  tag: ({ client }, article, other) => client.articles.setTags({ id: article, tags: [`важное ${other}`] }),
  amend: ({ client }, article, other) => client.review.amend({ ids: [article, other], source: 'Озёрный край' }),
  bin: ({ client }, article) => client.bin.put({ by: 'articles', ids: [article] }),
  putBack: ({ client }, article) => client.bin.putBack({ ids: [article] }),
  explain: ({ client }, article) => client.glossary.add({ kind: 'abbreviation', short: 'МВР', long: `Мир ${article}` }),
  rename: async ({ client }, article) => {
    const [one] = (await client.entities.list({})).entities;
    if (one !== undefined) await client.entities.curate({ step: 'rename', entity: one.id, name: `Имя ${article}` });
  },
  undo: ({ client }) => client.history.undo(),
  redo: ({ client }) => client.history.redo(),
};

const verbs = [...Object.keys(deeds), 'undo', 'undo', 'undo', 'redo', 'redo'];
const deed = fc.tuple(fc.constantFrom(...verbs), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));

test('after steps and their undoing, what is kept in memory is what the database says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), async (done) => {
      const archive = archiveOfTests();
      await archive.take(stories);
      await shown(archive);
      for (const [verb, article, other] of done) await deeds[verb]!(archive, article, other).catch(ignored);
      const kept = await shown(archive);
      archive.archive.forget();
      expect(kept).toEqual(await shown(archive));
    }),
    { numRuns: 25, endOnFailure: true },
  );
}, 60_000);
