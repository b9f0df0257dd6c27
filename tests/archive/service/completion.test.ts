import { expect, test } from 'vitest';
import { type ArchiveOfTests, archiveOfTests } from './archive-of-tests.ts';
import { stories } from './stories.ts';

/** The names that complete a word, `name: articles`. */
async function check({ client }: ArchiveOfTests, word: string, expected: readonly string[]) {
  const found = await client.search.complete({ query: word, cursor: word.length });
  const named = found.filter(({ kind }) => kind !== 'word').map(({ text, count }) => `${text}: ${count}`);
  expect(named, word).toEqual(expected);
}

test('a word is completed by names that have a word beginning so, the most frequent first', async () => {
  const archive = archiveOfTests();
  await archive.take(stories);
  await check(archive, 'кас', ['Тимур Касенов: 2']);
  await check(archive, 'Тиму', ['Тимур Касенов: 2']);
  await check(archive, 'сенов', []);
  await check(archive, 'бе', ['Анна Белова: 2', 'Белое озеро: 1']);
  await check(archive, 'оо', ['ООН: 1']);
  await check(archive, '1', []);
  await check(archive, '10', []);
});

test('a name of several lines and one of figures are found as they are', async () => {
  const archive = archiveOfTests();
  const { client } = archive;
  await archive.take(stories);
  const { entities } = await client.entities.list({ kind: 'person' });
  const [first, second] = entities.map(({ id }) => id);
  await client.entities.curate({ step: 'rename', entity: first!, name: 'Тимур\nКасенов' });
  await client.entities.curate({ step: 'rename', entity: second!, name: '10 негритят' });
  await check(archive, 'кас', ['Тимур\nКасенов: 2']);
  await check(archive, '10', ['10 негритят: 2']);
});
