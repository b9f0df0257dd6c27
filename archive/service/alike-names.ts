/** Names that may be one: nothing is joined because it is merely alike, so the person is asked. */

import type { AlikePair, Entity, Proposal } from '../contract/entities.ts';
import { proposedEntities } from '../store/entities.ts';
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

/** Those like an entity that the person has neither joined with it nor told from it. */
function undecided(archive: Archive, id: number, find: (id: number) => Entity | undefined) {
  const { entities } = archive;
  if (entities.get(id) === undefined) return [];
  const ref = entities.ref(id);
  return entities.alike(id).flatMap(({ entity, evidence }) => {
    const other = find(entity);
    if (other === undefined || entities.curation.areDistinct(ref, entities.ref(entity))) return [];
    return [{ other, evidence: [...evidence] }];
  });
}

/** What may be the same as one entity. */
export function proposals(archive: Archive, id: number): Proposal[] {
  return undecided(archive, id, countedEntities(archive)).map(({ other, evidence }) => ({
    entity: other.id,
    label: other.name,
    articles: other.articles,
    evidence,
  }));
}

/**
 * The pairs of the whole archive that wait for the person's word: of every name that an article has raised a doubt of, and
 * whatever is like it. In a pair the name of more articles stands first; the pairs that concern most articles come first.
 */
export function alikePairs(archive: Archive): AlikePair[] {
  const find = countedEntities(archive);
  const pairs = new Map<string, AlikePair>();
  for (const id of proposedEntities(archive.database)) {
    const own = find(id);
    if (own === undefined) continue;
    for (const { other, evidence } of undecided(archive, id, find)) {
      const [one, two] = [own, other].sort(byArticles) as [Entity, Entity];
      pairs.set(`${one.id} ${two.id}`, { one, other: two, evidence });
    }
  }
  return [...pairs.values()].sort(
    (a, b) => b.other.articles - a.other.articles || byArticles(a.one, b.one) || a.other.id - b.other.id,
  );
}

const byArticles = (a: Entity, b: Entity) => b.articles - a.articles || a.id - b.id;
