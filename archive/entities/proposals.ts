/**
 * Spellings that may be one name: proposed with what speaks for it, never taken as one by likeness alone. Two persons
 * with the same given name whose surnames differ in a letter; two who share a surname and nearly a given name.
 */

import { agree } from './article-persons.ts';
import { editDistance } from './edit-distance.ts';
import type { ArticleName, Evidence, PersonParts, SpellingProposal } from './mention.ts';
import { fold, skeleton } from './name-key.ts';

/** Surnames shorter than this differ too easily. */
const shortest = 5;

export interface Likeness {
  readonly distance: number;
  readonly evidence: readonly Evidence[];
}

/** Why two names of persons may be spellings of one; undefined if nothing says so. */
export function likeness(a: PersonParts, b: PersonParts): Likeness | undefined {
  if (!a.surname || !b.surname) return undefined;
  const [x, y] = [skeleton(a.surname), skeleton(b.surname)];
  if (/^\p{Script=Latin}/u.test(a.surname) !== /^\p{Script=Latin}/u.test(b.surname)) return undefined;
  if (isFeminineOf(fold(a.surname), fold(b.surname))) return undefined;
  const most = Math.min(x.length, y.length) >= 8 ? 2 : 1;
  const distance = Math.min(x.length, y.length) < shortest ? (x === y ? 0 : 9) : editDistance(x, y, most);
  if (distance > most) return undefined;
  const evidence: Evidence[] = [];
  if (a.given && b.given) {
    const [p, q] = [skeleton(a.given), skeleton(b.given)];
    if (p === q) evidence.push('same-given-name');
    else if (distance > 0 || Math.min(p.length, q.length) < 4 || editDistance(p, q, 1) > 1) return undefined;
  } else if (
    distance > 0 &&
    agree(a, b) &&
    (a.initials || b.initials) &&
    (a.given || a.initials) &&
    (b.given || b.initials)
  ) {
    evidence.push('initials');
  } else return undefined;
  if (distance <= 1) evidence.push('one-letter');
  return { distance: Math.max(1, distance), evidence };
}

/** «Иванов» and «Иванова» are two people, however like. */
function isFeminineOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    long === `${short}а` ||
    (/[иыо]й$/.test(short) && long === short.replace(/[иыо]й$/, 'ая')) ||
    (/[иыо]й$/.test(long) && short === long.replace(/[иыо]й$/, 'ая'))
  );
}

/** Proposals among the persons of one article. `count` tells how often each was named. */
export function articleProposals(names: readonly ArticleName[], count: readonly number[]): SpellingProposal[] {
  const proposals: SpellingProposal[] = [];
  names.forEach((a, i) => {
    names.forEach((b, k) => {
      if (k <= i || !a.parts || !b.parts) return;
      const like = likeness(a.parts, b.parts);
      if (!like) return;
      const better = (count[i]! - count[k]!) * 10 - strangeness(a.label) + strangeness(b.label);
      const [name, variant] = better >= 0 ? [i, k] : [k, i];
      proposals.push({
        kind: 'person',
        name,
        variant,
        distance: like.distance,
        evidence: [...like.evidence, 'same-article'],
      });
    });
  });
  return proposals;
}

/** Letter pairs that Russian spelling hardly has: of two spellings the one with fewer is the likelier. */
export function strangeness(name: string): number {
  return fold(name).match(/ы[аеиоуыэюя]|[гкх]ы|[жш]ы|[жшщч][юя]|(.)\1\1|^[ьъы]|[аеиоуыэюя][ьъ]/gu)?.length ?? 0;
}
