import type { Completion } from '../contract/search.ts';
import type { Archive } from './archive.ts';
import type { NamedEntity } from './columns.ts';

const most = 8;

/** Completions of the word under the cursor: persons and organizations of the archive, then its words. */
export function completions(archive: Archive, query: string, cursor: number): Completion[] {
  const word = /[\p{L}\p{N}][\p{L}\p{N}’'-]*$/u.exec(query.slice(0, cursor))?.[0] ?? '';
  if (word.length < 2) return [];
  const folded = word.toLowerCase().replaceAll('ё', 'е');
  const named = (['person', 'organization'] as const)
    .flatMap((kind) => startingSo(archive.columns.namedEntities(kind), folded))
    .sort((a, b) => b.articles - a.articles)
    .slice(0, most / 2)
    .map(({ id, kind, name, articles }) => ({ text: name, kind, entity: id, count: articles }));
  const words = archive.index.index
    .complete(folded, most - named.length)
    .map(({ text, count }) => ({ text, kind: 'word' as const, entity: null, count }));
  return [...named, ...words];
}

/** The first few entities with a word that begins so; they come with the most frequent first. */
function startingSo(entities: readonly NamedEntity[], folded: string): NamedEntity[] {
  const found: NamedEntity[] = [];
  for (const entity of entities) {
    if (!entity.folded.startsWith(folded) && !entity.folded.includes(` ${folded}`)) continue;
    if (found.push(entity) === most / 2) break;
  }
  return found;
}
