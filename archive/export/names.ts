import type { EntityKind } from '../contract/values.ts';
import type { DigestItem } from './digest.ts';
import { oneLine } from './printable.ts';
import { typeset } from './typography.ts';

/** A name of an index, and the places (from 0) of the articles that mention it. */
export interface IndexedName {
  name: string;
  articles: number[];
}

/**
 * Names of one kind in the order of the alphabet, and the number of each entity among them.
 *
 * @param first the number that the first name gets
 */
export function namesOf(items: readonly DigestItem[], kind: EntityKind, first: number) {
  const known = new Map<number, IndexedName>();
  items.forEach(({ article }, at) => {
    for (const { kind: of, entity, label } of article.mentions) {
      if (of !== kind) continue;
      const name = oneLine(label);
      const entry = known.get(entity) ?? { name: typeset(kind === 'person' ? surnameFirst(name) : name), articles: [] };
      if (entry.articles.at(-1) !== at) entry.articles.push(at);
      known.set(entity, entry);
    }
  });
  const order = new Intl.Collator('ru');
  const sorted = [...known].sort(([, a], [, b]) => order.compare(a.name, b.name));
  return {
    names: sorted.map(([, entry]) => entry),
    numbers: new Map(sorted.map(([entity], number) => [entity, number + first])),
  };
}

/** An index of persons goes by surname: «Имнадзе Каха». */
function surnameFirst(name: string): string {
  const words = name.split(' ');
  return words.length < 2 ? name : `${words.at(-1)} ${words.slice(0, -1).join(' ')}`;
}
