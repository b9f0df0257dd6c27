import { expect, test } from 'vitest';
import { type ArchiveOfTests, archiveOfTests } from './archive-of-tests.ts';

const stories = [
  {
    title: 'Встреча',
    body: 'Министр Мурат Нуртлыу провёл встречу с Кахой Имнадзе. Мурат Нуртлеу подчеркнул роль ООН.',
  },
  { title: 'Поездка', body: 'Мурат Нуртлеу прибыл в Астану. Его встретил Каха Имнадзе.' },
];

async function doubtful(): Promise<ArchiveOfTests> {
  const archive = archiveOfTests();
  await archive.take(stories);
  return archive;
}

/** «имя, имя: улики» of every pair that waits. */
async function check({ client }: ArchiveOfTests, expected: string[]) {
  const { total, pairs } = await client.entities.alike({});
  expect(pairs.map(({ one, other, evidence }) => `${one.name}, ${other.name}: ${evidence.join(' ')}`)).toEqual(
    expected,
  );
  expect(total).toBe(expected.length);
  expect((await client.archive.home()).proposals).toBe(expected.length);
}

const pair = 'Мурат Нуртлеу, Мурат Нуртлыу: same-given-name one-letter same-article';

test('a pair waits once, the name of more articles first', async () => check(await doubtful(), [pair]));

test('a pair that was joined, or told apart, waits no more; taken back, it waits again', async () => {
  const archive = await doubtful();
  const { client } = archive;
  const { pairs } = await client.entities.alike({});
  const { one, other } = pairs[0]!;
  for (const step of [
    { step: 'merge', from: other.id, into: one.id },
    { step: 'distinct', entity: one.id, other: other.id },
  ] as const) {
    await client.entities.curate(step);
    await check(archive, []);
    await client.history.undo();
    await check(archive, [pair]);
  }
});

test('a name whose articles are in the bin is asked about no more', async () => {
  const archive = await doubtful();
  const { hits } = await archive.client.search.run({ query: 'встреча' });
  await archive.client.bin.put({ by: 'articles', ids: hits.map(({ id }) => id) });
  await check(archive, []);
});
