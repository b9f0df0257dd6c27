import { expect, test } from 'vitest';
import { searchRequest } from '../../../archive/contract/search.ts';
import { type ArchiveOfTests, archiveOfTests } from './archive-of-tests.ts';

const stories = [
  {
    key: 'a',
    title: 'О плотине',
    body: 'Плотину осмотрели в Комитете речного надзора (КРН). Вода спала, сообщили жители Приозёрска.',
  },
  { key: 'b', title: 'О паводке', body: 'Комитет речного надзора ждёт паводка в апреле. Лодки готовы.' },
  { key: 'c', title: 'О мостах', body: 'КРН проверил мосты. Мосты держат.' },
  { key: 'd', title: 'О столице', body: 'Поезд пришёл в Свердловск утром, и в Екатеринбурге его встретили.' },
];

async function opened(): Promise<ArchiveOfTests> {
  const archive = archiveOfTests();
  await archive.take(stories);
  return archive;
}

/** What a search offers: kind, what is searched instead, articles. */
async function check({ client }: ArchiveOfTests, query: string, ...expected: string[]): Promise<void> {
  const { notes } = await client.search.run(searchRequest.parse({ query }));
  const offered = notes.filter(({ kind }) => kind === 'expansion' || kind === 'renamed');
  expect(offered.map(({ kind, query: instead, count }) => `${kind} ${instead} ${count}`)).toEqual(expected);
}

const entry = async ({ client }: ArchiveOfTests, short: string) =>
  (await client.glossary.list()).find((one) => one.short === short);

test('an abbreviation explained in brackets and its long form offer each other', async () => {
  const archive = await opened();
  expect(await entry(archive, 'КРН')).toMatchObject({
    kind: 'abbreviation',
    origin: 'articles',
    articles: 1,
    used: true,
  });
  await check(archive, 'КРН', 'expansion "Комитете речного надзора" 2');
  await check(archive, 'комитетом речного надзора', 'expansion КРН 2');
  await check(archive, '«Комитет речного надзора» мосты', 'expansion КРН мосты 1');
  await check(archive, 'плотина');
});

test('a long form is known by its first words', async () => {
  const archive = archiveOfTests();
  await archive.take([
    { title: 'Центр', body: 'Региональный центр ООН по превентивной дипломатии для Центральной Азии (РЦПДЦА) открыт.' },
    { title: 'Встреча', body: 'Представители РЦПДЦА приехали.' },
  ]);
  await check(archive, 'Региональный центр ООН по превентивной дипломатии', 'expansion РЦПДЦА 2');
  await check(archive, 'Региональный центр');
});

test('other names of a place are offered', async () => {
  const archive = await opened();
  await check(archive, 'Свердловск', 'renamed Екатеринбург 1');
});

test('an entry is corrected, switched off, and as it was after undo', async () => {
  const archive = await opened();
  const { client } = archive;
  const learnt = (await entry(archive, 'КРН'))!;
  await client.glossary.change({ ...learnt, long: 'Комитет речного надзора' });
  await check(archive, 'КРН', 'expansion "Комитет речного надзора" 2');
  await client.glossary.change({ ...learnt, used: false });
  await check(archive, 'КРН');
  await client.history.undo({});
  await client.history.undo({});
  await check(archive, 'КРН', 'expansion "Комитете речного надзора" 2');
  expect((await entry(archive, 'КРН'))?.id).toBeNull();
});

test("one's own entry is added, taken away and brought back", async () => {
  const archive = await opened();
  const { client } = archive;
  await client.glossary.add({ kind: 'place', short: 'Приозёрск', long: 'Столица' });
  await check(archive, 'столица', 'renamed Приозёрск 1');
  const { id } = (await entry(archive, 'Приозёрск'))!;
  await client.glossary.remove({ id: id! });
  await check(archive, 'столица');
  await client.history.undo({});
  await check(archive, 'столица', 'renamed Приозёрск 1');
  await expect(client.glossary.add({ kind: 'place', short: ' ', long: '!' })).rejects.toThrow();
});

test('an article that is replaced or removed takes what it explained with it', async () => {
  const archive = await opened();
  await archive.take([{ key: 'a', title: 'О плотине', body: 'Плотину осмотрели. Вода спала, сообщили жители.' }]);
  expect(await entry(archive, 'КРН')).toBeUndefined();
});
