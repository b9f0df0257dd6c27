import type { Places } from './places.ts';
import type { Segment } from './segment.ts';
import type { OpenPart } from './snapshot.ts';

/** Parts of an index without some articles. Sets of removed ordinals are copied, for snapshots hold them. */
export function withoutArticles(parts: readonly OpenPart[], places: Places, ids: Iterable<number>): OpenPart[] {
  const bySegment = new Map<Segment, number[]>();
  for (const id of ids) {
    const place = places.get(id);
    if (place === undefined) continue;
    const [segment, ordinal] = place;
    const ordinals = bySegment.get(segment);
    if (ordinals === undefined) bySegment.set(segment, [ordinal]);
    else ordinals.push(ordinal);
  }
  return parts.map(({ segment, removed }) => {
    const ordinals = bySegment.get(segment);
    if (ordinals === undefined) return { segment, removed };
    const more = removed.clone();
    for (const ordinal of ordinals) more.add(ordinal);
    return { segment, removed: more };
  });
}
