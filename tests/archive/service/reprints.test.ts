import { expect, test } from 'vitest';
import { searchRequest } from '../../../archive/contract/search.ts';
import { fileBacklog } from '../../../archive/service/reprints.ts';
import { archiveOfTests } from './archive-of-tests.ts';
import type { Story } from './pool-of-tests.ts';

const body = `Совет по водным ресурсам собрался в Приозёрске. Министр Тимур Касенов доложил о паводке и о мостах.
По его словам, плотины выдержали весеннюю воду, но три моста нужно чинить до осени. Рыбаки просили построить причал.
Председатель совета Анна Белова напомнила, что деньги на причал выделены ещё в прошлом году. Следующее заседание в мае.`;

/** Prints of one story, not in their order of publication, and a story of its own. */
const prints: Story[] = [
  {
    title: 'Мосты починят до осени',
    body: body.replace('Рыбаки просили построить причал.', ''),
    source: 'Степной вестник',
    date: '2024-03-16',
  },
  { title: 'Совет обсудил паводок', body, source: 'Агентство', date: '2024-03-15' },
  { title: 'О воде и мостах', body: `Вчера решали судьбу реки. ${body}`, source: 'Городские известия' },
  {
    title: 'Ярмарка',
    body: 'Ярмарка открылась на площади у реки; причал закрыт, паводок миновал, и рыбаки торгуют щукой.',
    date: '2024-03-20',
  },
];

/** The result as `title[ prints behind it]`, an unfolded print after `>`. */
async function found(client: ReturnType<typeof archiveOfTests>['client'], more: object): Promise<string[]> {
  const { total, folded, hits } = await client.search.run(
    searchRequest.parse({ query: 'причал', fold: true, ...more }),
  );
  const rows = hits.map(({ title, reprints, reprintOf }) => {
    const count = reprints.length === 0 ? '' : ` +${reprints.length}`;
    return `${reprintOf === null ? '' : '> '}${title}${count}`;
  });
  return [`${total} (${folded} folded)`, ...rows];
}

test('prints of a story are a family, the earliest first, and say what they kept and added', async () => {
  const { client, take, find } = archiveOfTests();
  await take(prints);
  const ids = await find('"водным ресурсам"');
  expect(ids).toHaveLength(3);
  for (const id of ids) {
    const { first, articles } = await client.articles.reprints({ id });
    expect(articles.map(({ title }) => title)).toEqual([
      'Совет обсудил паводок',
      'Мосты починят до осени',
      'О воде и мостах',
    ]);
    expect(first).toBe(articles[0]!.id);
    expect(articles[0]).toMatchObject({ kept: 1, added: 0 });
    expect(articles[1]!.kept).toBeLessThan(1);
    expect(articles[2]!.added).toBeGreaterThan(0);
  }
  const [alone] = await find('ярмарка');
  expect(await client.articles.reprints({ id: alone! })).toEqual({ first: null, articles: [] });
});

test('a folded result counts all and shows the earliest of each story', async () => {
  const { client, take } = archiveOfTests();
  await take(prints);
  for (const sort of ['newest', 'relevance']) {
    const rows = await found(client, { sort });
    expect(rows[0]).toBe('4 (2 folded)');
    expect(rows.slice(1).toSorted()).toEqual(['Совет обсудил паводок +2', 'Ярмарка']);
  }
  expect(await found(client, { fold: false, sort: 'newest' })).toHaveLength(5);
  const choices = [{ facet: 'source', include: ['Степной вестник', 'Городские известия'], exclude: [], match: 'any' }];
  expect(await found(client, { choices })).toEqual(['2 (1 folded)', 'Мосты починят до осени +1']);
});

test('an unfolded story shows its prints after it, also over pages', async () => {
  const { client, take, find } = archiveOfTests();
  await take(prints);
  const unfold = await find('"обсудил паводок"');
  const all = (await found(client, { sort: 'newest', unfold })).slice(1);
  expect(all).toEqual(['Ярмарка', 'Совет обсудил паводок +2', '> Мосты починят до осени', '> О воде и мостах']);
  const pages = await Promise.all([0, 2].map((offset) => found(client, { sort: 'newest', unfold, offset, limit: 2 })));
  expect(pages.flatMap(([, ...rows]) => rows)).toEqual(all);
});

test('another text leaves the family; the rest stays one', async () => {
  const { client, take, find } = archiveOfTests();
  await take(prints.map((story, i) => ({ ...story, key: `k${i}` })));
  await take([
    { ...prints[0]!, key: 'k0', body: 'Мосты починят позже, решил совет. Других новостей в этот день не было.' },
  ]);
  const ids = await find('"водным ресурсам"');
  expect((await client.articles.reprints({ id: ids[0]! })).articles.map(({ title }) => title)).toEqual([
    'Совет обсудил паводок',
    'О воде и мостах',
  ]);
});

test('articles that came before reprints were looked for are compared in the background', async () => {
  const { client, archive, take, find } = archiveOfTests();
  await take(prints);
  archive.database.run('DELETE FROM reprint');
  archive.database.run('DELETE FROM shingle');
  archive.forget();
  const [id] = await find('"обсудил паводок"');
  expect((await client.articles.reprints({ id: id! })).articles).toEqual([]);
  await archive.jobs.ended(fileBacklog(archive)!);
  expect((await client.articles.reprints({ id: id! })).articles).toHaveLength(3);
  expect(fileBacklog(archive)).toBeUndefined();
});
