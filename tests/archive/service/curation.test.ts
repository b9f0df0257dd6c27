import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CurationStep } from '../../../archive/contract/entities.ts';
import { searchRequest } from '../../../archive/contract/search.ts';
import { type ArchiveOfTests, archiveOfTests } from './archive-of-tests.ts';
import type { Story } from './pool-of-tests.ts';

const people = ['Тимур Касенов', 'Анна Белова', 'Пётр Лаврентьев', 'Игорь Смолин', 'Алла Рогова'];
const bodies = ['ООН', 'МИД Казахстана', 'Газпром'];

/** Articles that name everybody, each somebody else. */
const articles: Story[] = Array.from({ length: 12 }, (_, i) => {
  const [a, b, c] = [people[i % 5]!, people[(i * 2 + 1) % 5]!, bodies[i % 3]!];
  return {
    title: `Запись ${i + 1}`,
    body: `Об этом сообщил ${a}. В ${c} работает ${b}. Как отметил ${a.split(' ')[1]}, дело номер ${i + 1} закрыто.`,
  };
});

/** Every value of both facets with its count, and what the search opens for it. */
async function figures({ client }: ArchiveOfTests) {
  const { entities } = await client.entities.list({ limit: 1000 });
  const found: string[] = [];
  const opened: string[] = [];
  for (const { id, kind, name, articles: count } of entities) {
    const choices = [{ facet: kind, include: [String(id)], exclude: [], match: 'any' as const }];
    const { total, hits } = await client.search.run(searchRequest.parse({ query: '', choices, limit: 100 }));
    found.push(`${id} ${name}: ${count}`);
    opened.push(`${id} ${name}: ${total === hits.length ? total : `${total}, but ${hits.length} are given`}`);
  }
  return { found, opened };
}

type Act = { readonly verb: string; readonly a: number; readonly b: number };

/** Does what the numbers say to whatever entities there are at the time. */
async function act(archive: ArchiveOfTests, { verb, a, b }: Act): Promise<void> {
  const { client } = archive;
  const { entities } = await client.entities.list({ limit: 1000 });
  const one = entities[a % entities.length];
  if (verb === 'undo' || verb === 'redo') {
    await client.history[verb]().catch(() => undefined); // nothing to undo, nothing to do again
    return;
  }
  if (one === undefined) return;
  const alike = entities.filter(({ id, kind }) => id !== one.id && kind === one.kind);
  const other = alike[b % Math.max(1, alike.length)];
  const page = await client.entities.detail({ id: one.id });
  const choices = [{ facet: one.kind, include: [String(one.id)], exclude: [], match: 'any' as const }];
  const { hits } = await client.search.run(searchRequest.parse({ query: '', choices }));
  const article = hits[b % hits.length]!.id;
  const spelling = page.spellings[b % page.spellings.length]!.text;
  const steps: Record<string, CurationStep | undefined> = {
    merge: other && { step: 'merge', from: other.id, into: one.id },
    spellings: { step: 'split', entity: one.id, spellings: [spelling] },
    articles: { step: 'split', entity: one.id, articles: [article] },
    rename: { step: 'rename', entity: one.id, name: `Имя ${a}` },
    rejectHere: { step: 'reject', entity: one.id, article },
    reject: { step: 'reject', entity: one.id, article: null },
    declare: { step: 'declare', kind: one.kind, text: spelling, name: `Названный ${b}` },
    alias: { step: 'alias', entity: one.id, text: other?.name ?? 'Запись' },
    distinct: other && { step: 'distinct', entity: one.id, other: other.id },
  };
  const step = steps[verb];
  if (step !== undefined) await client.entities.curate(step);
}

const verbs = 'merge spellings articles rename rejectHere reject declare alias distinct undo undo undo redo'.split(' ');
const acts = fc.array(fc.record({ verb: fc.constantFrom(...verbs), a: fc.nat(40), b: fc.nat(40) }), { maxLength: 9 });

test('a value with the count n opens exactly n articles, whatever was curated and undone before', async () => {
  const archive = archiveOfTests();
  await archive.take(articles);
  const runs = Number(process.env.CURATION_RUNS ?? 12);
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const before = await figures(archive);
      expect(before.opened).toEqual(before.found);
      for (const step of steps) {
        await act(archive, step);
        const now = await figures(archive);
        expect(now.opened, JSON.stringify(step)).toEqual(now.found);
      }
      // What is kept in step with the decisions is what an archive opened anew would read.
      const kept = await figures(archive);
      archive.archive.forget();
      expect(await figures(archive)).toEqual(kept);
    }),
    { numRuns: runs, endOnFailure: true },
  );
}, 120_000);

test('undoing appends to the log; doing again appends too; the log is whole in its file', async () => {
  const archive = archiveOfTests();
  await archive.take(articles);
  const { client } = archive;
  const names = async () => (await client.entities.list({ kind: 'person' })).entities.map(({ name }) => name).sort();
  const before = await names();
  const id = (await client.entities.list({ filter: 'Касенов' })).entities[0]!.id;
  const records = () =>
    archive.archive.entities.log.map((record) => ('step' in record ? record.step.step : `↶${record.undo}`));

  await client.entities.curate({ step: 'rename', entity: id, name: 'Т. Касенов-младший' });
  expect(await names()).toContain('Т. Касенов-младший');
  await client.history.undo();
  expect(await names()).toEqual(before);
  expect(records()).toEqual(['rename', '↶1']);
  await client.history.redo();
  expect(await names()).toContain('Т. Касенов-младший');
  expect(records()).toEqual(['rename', '↶1', '↶2']);
  await client.history.undo();
  expect(await names()).toEqual(before);

  const { json } = await client.entities.exportCuration();
  expect(JSON.parse(json).records).toHaveLength(4);
});

test('articles are split off, alone or of one spelling', async () => {
  const archive = archiveOfTests();
  await archive.take(articles);
  const { client } = archive;
  const one = (await client.entities.list({ filter: 'Касенов' })).entities[0]!;
  const choices = [{ facet: 'person' as const, include: [String(one.id)], exclude: [], match: 'any' as const }];
  const { hits } = await client.search.run(searchRequest.parse({ query: '', choices }));
  const [first, second] = hits.map(({ id }) => id);
  await client.entities.curate({ step: 'split', entity: one.id, articles: [first!, second!], name: 'Касенов-сын' });
  const after = (await client.entities.list({ kind: 'person' })).entities;
  const count = (name: string) => after.find((entity) => entity.name === name)?.articles;
  expect([count('Касенов-сын'), count('Тимур Касенов')]).toEqual([2, one.articles - 2]);
});

test('a declared name is found in every case, in old articles and new; undone, it is gone', async () => {
  const archive = archiveOfTests();
  const about = (title: string, body: string): Story => ({ title, body });
  await archive.take([about('Ярмарка', 'Вчера на ярмарке видели зяблу. Соседи рады.'), about('Дом', 'Дом стоит.')]);
  const { client } = archive;
  const ended = async () => {
    for (const { id, kind } of await client.jobs.list())
      if (kind === 'recognition') await archive.archive.jobs.ended(id);
  };
  const found = async () =>
    (await client.entities.list({ filter: 'зябла' })).entities.map(({ name, articles }) => `${name}: ${articles}`);
  expect(await found()).toEqual([]);
  await client.entities.curate({ step: 'declare', kind: 'person', text: 'зяблу', name: 'Зябла' });
  await ended();
  expect(await found()).toEqual(['Зябла: 1']);
  await archive.take([about('Соседи', 'Соседи говорили с зяблой до вечера.')]);
  expect(await found()).toEqual(['Зябла: 2']);
  await client.history.undo();
  await ended();
  expect(await found()).toEqual([]);
});
