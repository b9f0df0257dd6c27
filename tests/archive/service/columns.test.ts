import { expect, test } from 'vitest';
import type { FacetName } from '../../../archive/contract/search.ts';
import { Columns } from '../../../archive/service/columns.ts';
import { type ArchiveOfTests, archiveOfTests } from './archive-of-tests.ts';
import { stories } from './stories.ts';

/** Every value of every article, as the contract tells them. */
function print(columns: Columns): string[] {
  return [...columns.articles].map((id) => {
    const of = (facet: FacetName) => {
      const values: string[] = [];
      columns.facets.values[facet].each(id, (value) => values.push(columns.value(facet, value).label));
      return `${facet} ${values.sort().join(', ')}`;
    };
    return [id, columns.facets.dates.stamp(id), ...(Object.keys(columns.facets.values) as FacetName[]).map(of)].join(
      '; ',
    );
  });
}

const begun = ({ archive }: ArchiveOfTests) => new Columns(archive.database, archive.labels, archive.entities);

function whole(archive: ArchiveOfTests): Columns {
  const columns = begun(archive);
  while (!columns.readAhead());
  return columns;
}

test('what changes while only a part is read stands there when all is', async () => {
  const archive = archiveOfTests();
  const { client, find } = archive;
  await archive.take(stories.slice(0, 2));
  // The next articles lie behind the stretch that is read at once.
  archive.archive.database.run("UPDATE sqlite_sequence SET seq = 1500 WHERE name = 'article'");
  await archive.take(stories.slice(2));
  const [near, far, gone] = (await Promise.all(['осенью', 'ярмарки', 'кубок'].map(find))).map(([id]) => id!);
  const columns = begun(archive);
  expect(columns.readAhead()).toBe(false);
  expect([...columns.articles].every((id) => id < 1500)).toBe(true);

  for (const article of [near!, far!]) {
    await client.articles.setReadState({ ids: [article], readState: 'read' });
    await client.articles.setTags({ id: article, tags: ['важное'] });
    await client.annotations.create({ article, field: 'body', span: { start: 0, end: 5 }, pencil: 'red' });
    columns.read(article);
  }
  await client.bin.put({ by: 'articles', ids: [gone!] });
  columns.read(gone!);
  expect(columns.readAhead()).toBe(true);
  expect(print(columns)).toEqual(print(whole(archive)));
  expect(print(columns).join()).toContain('tag важное');

  columns.read(near!);
  expect(columns.readAhead()).toBe(true);
  expect(print(columns)).toEqual(print(whole(archive)));
});
