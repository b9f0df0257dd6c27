import { type ArticleBlock, articleBlocks, BLOCK } from './article-blocks.ts';
import { BestHits } from './best-hits.ts';
import type { Evaluated } from './evaluation.ts';
import { IdSet } from './id-set.ts';
import type { TextResult, TextSearch } from './search-types.ts';
import type { Snapshot } from './snapshot.ts';

/** The ids of all articles found, how many of them lie in `within`, and the best of these. */
export function rankHits(
  found: Pick<Evaluated, 'numbers' | 'scores'>,
  snapshot: Snapshot,
  { within, offset = 0, limit = 50 }: TextSearch,
): Pick<TextResult, 'total' | 'ids' | 'hits'> {
  const best = new BestHits(limit === 0 ? 0 : offset + limit);
  const ids = new IdSet(snapshot.size + 1);
  const own = new Uint32Array(BLOCK);
  let total = 0;
  for (const block of articleBlocks(found.numbers, snapshot)) {
    const { view, numbers, count } = block;
    for (let i = 0; i < count; i++) own[i] = view.segment.ids[numbers[i]! - view.base]!;
    ids.addAll(own, count);
    const wanted = within === undefined ? block : only(within, block, own);
    total += wanted.count;
    if (limit === 0) continue;
    let { least } = best;
    const scores = found.scores(wanted, least);
    for (let i = 0; i < wanted.count; i++) {
      if (scores[i]! < least) continue;
      best.offer(own[i]!, scores[i]!);
      least = best.least;
    }
  }
  return { total, ids, hits: best.sorted().slice(offset) };
}

/** Leaves of a block what lies in a set. @param ids of the block's articles; those that are left are moved to its head too */
function only(within: IdSet, { view, numbers, count }: ArticleBlock, ids: Uint32Array): ArticleBlock {
  let left = 0;
  for (let i = 0; i < count; i++) {
    if (!within.has(ids[i]!)) continue;
    numbers[left] = numbers[i]!;
    ids[left++] = ids[i]!;
  }
  return { view, numbers, count: left };
}
