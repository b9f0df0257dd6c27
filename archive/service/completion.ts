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

/** The names of a list in its order, each on a line behind its place: to be looked through as one text. */
const texts = new WeakMap<readonly NamedEntity[], string>();

function textOf(entities: readonly NamedEntity[]): string {
  const text =
    texts.get(entities) ?? entities.map(({ folded }, at) => `${at} ${folded.replaceAll('\n', ' ')}\n`).join('');
  texts.set(entities, text);
  return text;
}

/** The first few entities with a word that begins so; they come with the most frequent first. */
function startingSo(entities: readonly NamedEntity[], folded: string): NamedEntity[] {
  const text = textOf(entities);
  const begun = ` ${folded}`;
  const found: NamedEntity[] = [];
  for (let at = text.indexOf(begun); at >= 0 && found.length < most / 2; at = text.indexOf(begun, at)) {
    found.push(entities[Number.parseInt(text.slice(text.lastIndexOf('\n', at) + 1, at), 10)]!);
    at = text.indexOf('\n', at);
  }
  return found;
}
