/** Spellings within one article that may be one name: proposed with what speaks for it, never joined by likeness alone. */

import { likeness } from './likeness.ts';
import type { ArticleName, SpellingProposal } from './mention.ts';
import { fold } from './name-key.ts';
import { keyParts } from './person-key.ts';

/** Proposals among the persons of one article. `count` tells how often each was named. */
export function articleProposals(names: readonly ArticleName[], count: readonly number[]): SpellingProposal[] {
  const proposals: SpellingProposal[] = [];
  for (let i = 0; i < names.length; i++) {
    for (let k = i + 1; k < names.length; k++) {
      const [a, b] = [names[i]!, names[k]!];
      const like = likeness(keyParts(a.key), keyParts(b.key));
      if (!like) continue;
      const better = (count[i]! - count[k]!) * 10 - strangeness(a.label) + strangeness(b.label);
      const [name, variant] = better >= 0 ? [i, k] : [k, i];
      const evidence = [...like.evidence, 'same-article' as const];
      proposals.push({ kind: 'person', name, variant, distance: like.distance, evidence });
    }
  }
  return proposals;
}

/** Letter pairs that Russian spelling hardly has: of two spellings the one with fewer is the likelier. */
function strangeness(name: string): number {
  return fold(name).match(/ы[аеиоуыэюя]|[гкх]ы|[жш]ы|[жшщч][юя]|(.)\1\1|^[ьъы]|[аеиоуыэюя][ьъ]/gu)?.length ?? 0;
}
