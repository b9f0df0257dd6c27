/** Names that may be one: nothing is joined because it is merely alike, so the person is asked. */

import type { AlikePair, Entity, Proposal } from '../contract/entities.ts';
import type { Archive } from './archive.ts';

/** Looks entities up with the number of articles they stand in: counted once for all of a list. */
function countedEntities({ columns, entities }: Archive): (id: number) => Entity | undefined {
  const counts = { person: columns.counts('person'), organization: columns.counts('organization') };
  return (id) => {
    const known = entities.get(id);
    // One without articles is merged already, or its articles are in the bin.
    const articles = known === undefined ? 0 : (counts[known.kind][id] ?? 0);
    return known === undefined || articles === 0
      ? undefined
      : { id, kind: known.kind, name: entities.label(id), articles };
  };
}

/** What may be the same as one entity: by its articles, and by likeness to any name of the archive. */
export function proposals(archive: Archive, id: number): Proposal[] {
  const find = countedEntities(archive);
  return archive.entities.alike(id).flatMap(({ entity, evidence }) => {
    const other = find(entity);
    if (other === undefined || areDistinct(archive, id, entity)) return [];
    return [{ entity, label: other.name, articles: other.articles, evidence: [...evidence] }];
  });
}

/**
 * The pairs of the whole archive that wait for the person's word: those that an article has raised a doubt of. In a pair the
 * name of more articles stands first; the pairs that concern most articles come first.
 */
export function alikePairs(archive: Archive): AlikePair[] {
  const find = countedEntities(archive);
  const pairs = new Map<string, AlikePair>();
  for (const { one, other, evidence } of archive.entities.raised()) {
    const [first, second] = [find(one), find(other)].sort(byArticles);
    if (first === undefined || second === undefined || areDistinct(archive, one, other)) continue;
    const key = `${first.id} ${second.id}`;
    const before = pairs.get(key)?.evidence ?? [];
    pairs.set(key, { one: first, other: second, evidence: [...new Set([...before, ...evidence])] });
  }
  return [...pairs.values()].sort(
    (a, b) => b.other.articles - a.other.articles || byArticles(a.one, b.one) || a.other.id - b.other.id,
  );
}

/** Whether the person has told them apart. */
const areDistinct = ({ entities }: Archive, one: number, other: number): boolean =>
  entities.curation.areDistinct(entities.ref(one), entities.ref(other));

const byArticles = (a?: Entity, b?: Entity) => (b?.articles ?? 0) - (a?.articles ?? 0) || (a?.id ?? 0) - (b?.id ?? 0);
