import { expect, test } from 'vitest';
import { archiveOfTests, refusal } from './archive-of-tests.ts';
import { stories } from './stories.ts';

async function opened(more: typeof stories = []) {
  const archive = archiveOfTests();
  await archive.take([...stories, ...more]);
  const at = async (query: string) => (await archive.find(query))[0]!;
  return { ...archive, at };
}

test('direct speech with its speaker; a quotation of it names them and ends with the reference', async () => {
  const { client, at } = await opened();
  const id = await at('рыбаками');
  const [speech, ...more] = await client.articles.speeches({ id });
  expect(more).toEqual([]);
  expect(speech).toMatchObject({ text: 'Мы построим причал до осени и поможем с лодками' });
  expect(speech!.speaker.label).toMatch(/Касенов/);
  const { text } = await client.articles.quotation({ id, field: 'body', span: speech!.span });
  expect(text).toBe(
    `«Мы построим причал до осени и поможем с лодками» — ${speech!.speaker.label}\n${(await client.articles.reference({ id })).text}`,
  );
  const title = await client.articles.quotation({ id, field: 'title', span: { start: 0, end: 7 } });
  expect(title.text).toMatch(/^«Министр»\n/);
  const nothing = client.articles.quotation({ id, field: 'body', span: { start: 3, end: 3 } });
  expect(await refusal(nothing)).toBe('NOT_FOUND');
});

const reprint = {
  key: 'r',
  title: 'Министр встретился с рыбаками Белого озера',
  body: `${stories[0]!.body.replace('до осени', 'до зимы')} Подробности сообщит пресс-служба.`,
  source: 'Озёрный край',
  date: '2024-03-15',
};

test('the same event and the same people are two lists', async () => {
  const { client, at } = await opened([
    reprint,
    {
      ...reprint,
      key: 's',
      title: 'Рыбаки ждут министра',
      body: 'Тимур Касенов приедет на озеро.',
      date: '2024-03-13',
    },
  ]);
  const id = await at('пресс-служба');
  const { sameEvent, samePeople } = await client.articles.near({ id });
  expect(sameEvent.map(({ title }) => title)).toEqual(['Рыбаки ждут министра']);
  expect(samePeople.map(({ title }) => title)).toEqual(['Причал на озере построят осенью', 'Рыбаки ждут министра']);
});

test('two versions word by word', async () => {
  const { client, at } = await opened([reprint]);
  const [id, other] = [await at('"до осени"'), await at('зимы')];
  const [mine, theirs] = [await client.articles.get({ id }), await client.articles.get({ id: other })];
  const { differences, likeness } = await client.articles.compare({ id, other });
  const shown = differences.map(
    ({ before, after }) =>
      `${mine.body.slice(before.start, before.end)} → ${theirs.body.slice(after.start, after.end)}`,
  );
  expect(shown).toEqual(['осени → зимы', ' → Подробности сообщит пресс-служба.']);
  expect(likeness).toBeGreaterThan(0.85);
  expect((await client.articles.compare({ id, other: id })).differences).toEqual([]);
});

test('the original file as it came', async () => {
  const { client, at } = await opened();
  const original = await client.articles.original({ id: await at('рыбаками') });
  expect(original).toMatchObject({ part: false, encoding: 'utf-8' });
  expect(JSON.parse(original.text!)).toEqual(stories);
  expect(original.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await refusal(client.articles.original({ id: 999 }))).toBe('NOT_FOUND');
});
