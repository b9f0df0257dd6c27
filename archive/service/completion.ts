import type { Completion } from '../contract/search.ts';
import type { Archive } from './archive.ts';

const most = 8;

/** Completions of the word under the cursor: persons and organizations of the archive, then its words. */
export function completions(archive: Archive, query: string, cursor: number): Completion[] {
  const word = /[\p{L}\p{N}][\p{L}\p{N}’'-]*$/u.exec(query.slice(0, cursor))?.[0] ?? '';
  if (word.length < 2) return [];
  const folded = word.toLowerCase().replaceAll('ё', 'е');
  const { person, organization } = archive.columns.facets.values;
  const named = [
    ...archive.entities.counted('person', archive.entityCounts(person)),
    ...archive.entities.counted('organization', archive.entityCounts(organization)),
  ]
    .filter(({ name }) => ` ${name.toLowerCase().replaceAll('ё', 'е')}`.includes(` ${folded}`))
    .sort((a, b) => b.articles - a.articles)
    .slice(0, most / 2)
    .map(({ id, kind, name, articles }) => ({ text: name, kind, entity: id, count: articles }));
  const words = archive.index.index
    .complete(folded, most - named.length)
    .map(({ text, count }) => ({ text, kind: 'word' as const, entity: null, count }));
  return [...named, ...words];
}
