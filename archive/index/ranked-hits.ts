import { BestHits } from './best-hits.ts';
import type { Evaluated } from './evaluation.ts';
import { IdSet } from './id-set.ts';
import type { TextResult, TextSearch } from './search-types.ts';
import type { Snapshot } from './snapshot.ts';

/** The ids of all articles found, how many of them lie in `within`, and the best of these. */
export function rankHits(
  found: Pick<Evaluated, 'numbers' | 'score'>,
  snapshot: Snapshot,
  { within, offset = 0, limit = 50 }: TextSearch,
): Pick<TextResult, 'total' | 'ids' | 'hits'> {
  const best = new BestHits(limit === 0 ? 0 : offset + limit);
  const ids = new IdSet(snapshot.size);
  let total = 0;
  for (const { segment, base } of snapshot.views) {
    found.numbers.forEachBetween(base, base + segment.header.articles, (number) => {
      const id = segment.ids[number - base]!;
      ids.add(id);
      if (within !== undefined && !within.has(id)) return;
      total++;
      if (limit > 0) best.offer(id, found.score(number, best.least));
    });
  }
  return { total, ids, hits: best.sorted().slice(offset) };
}
