import fc from 'fast-check';
import { expect, test } from 'vitest';
import { voteRules } from '../../../archive/entities/archive-vote.ts';
import { forgetVote, keepVote, keptVote } from '../../../archive/store/entity-vote.ts';
import { type ArchiveOfTests, archiveOfTests } from './archive-of-tests.ts';
import type { Story } from './pool-of-tests.ts';

let told = 0;
const story = (name: string): Story => ({
  title: `Запись ${++told}`,
  body: `Об этом вчера сообщил ${name}. Дело номер ${told} закрыто.`,
});

/** Two bearers of a surname when it stands alone; then one of them has nearly all its articles. */
const early = ['Иван Котов', 'Пётр Котов', 'Котов'];
const late = Array.from({ length: 8 }, () => 'Иван Котов');

/** Every person with the number of articles, as the filter shows them. */
async function persons({ client }: ArchiveOfTests): Promise<string[]> {
  const { entities } = await client.entities.list({ kind: 'person', limit: 1000 });
  return entities.map(({ name, articles }) => `${name}: ${articles}`).sort();
}

test('a vote is kept, and read instead of voting, until a name or the rules change', async () => {
  const archive = archiveOfTests();
  const { database } = archive.archive;
  await archive.take([...early, ...late].map(story));
  const joined = ['Иван Котов: 10', 'Пётр Котов: 1'];
  expect(await persons(archive)).toEqual(joined);

  keepVote(database, voteRules, new Map());
  archive.archive.forget();
  expect(await persons(archive)).toEqual(['Иван Котов: 9', 'Котов: 1', 'Пётр Котов: 1']);
  keepVote(database, voteRules + 1, new Map());
  archive.archive.forget();
  expect(await persons(archive)).toEqual(joined);

  keepVote(database, voteRules, new Map());
  await archive.take([story('Анна Белова')]);
  expect(await persons(archive)).toEqual(['Анна Белова: 1', ...joined]);
  expect(keptVote(database, voteRules)?.size).toBe(1);
});

test('what was kept is what the archive would say now, whatever was taken, decided and undone before', async () => {
  const archive = archiveOfTests();
  const { client } = archive;
  await archive.take([...early, ...late].map(story));
  const names = [...early, 'Анна Белова', 'А. Белова', 'Ивана Котова'];
  const one = async (a: number) => {
    const { entities } = await client.entities.list({ kind: 'person', limit: 1000 });
    return entities[a % entities.length]?.id ?? 1;
  };
  const deeds: Record<string, (a: number, b: number) => Promise<unknown>> = {
    take: (a) => archive.take([story(names[a % names.length]!)]),
    merge: async (a, b) => {
      const [from, into] = [await one(a), await one(b)];
      if (from !== into) await client.entities.curate({ step: 'merge', from, into });
    },
    rename: async (a, b) => client.entities.curate({ step: 'rename', entity: await one(a), name: `Имя ${b}` }),
    reject: async (a) => client.entities.curate({ step: 'reject', entity: await one(a), article: null }),
    undo: () => client.history.undo().catch(() => undefined), // nothing to undo
  };
  const deed = fc.record({ verb: fc.constantFrom(...Object.keys(deeds)), a: fc.nat(20), b: fc.nat(20) });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 6 }), async (done) => {
      for (const { verb, a, b } of done) await deeds[verb]!(a, b);
      const kept = await persons(archive);
      archive.archive.forget();
      expect(await persons(archive)).toEqual(kept);
      forgetVote(archive.archive.database);
      archive.archive.forget();
      expect(await persons(archive)).toEqual(kept);
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 60_000);
