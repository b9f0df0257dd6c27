/** Which mentions of organizations in one article are the same organization. */

import type { GroupedNames } from './article-persons.ts';
import { withoutCountry } from './country-names.ts';
import { canonicalOrganization, isMinistry } from './known-organizations.ts';
import { isOrganizationNoun } from './lexicon.ts';
import type { ArticleName } from './mention.ts';
import { organizationKey } from './name-key.ts';

/** An abbreviation and what the article says it stands for, both in the nominative. */
export interface Expanded {
  readonly short: string;
  readonly long: string;
}

/** @param normals the nominative of each mention */
export function groupOrganizations(normals: readonly string[], expanded: readonly Expanded[]): GroupedNames {
  const meaning = new Map<string, string>();
  for (const { short, long } of expanded) meaning.set(organizationKey(short), organizationKey(long));
  const keys = normals.map(organizationKey);
  // The keys of a group are all that its mentions are called; its first key names it.
  const resolve = (key: string): string => {
    const long = meaning.get(key) ?? key;
    return canonicalOrganization(long)?.key ?? long;
  };
  const resolved = keys.map(resolve);
  /** «Министерство» after «Министерство обороны России»: the only longer name, or of several the one named last. */
  const founder = (i: number): string => {
    const own = resolved[i]!;
    if (!mayGoOn(own)) return own;
    const isLonger = (other: string) => goesOn(other, own);
    const longer = new Set(resolved.filter(isLonger));
    if (longer.size < 2) return [...longer][0] ?? own;
    return resolved.slice(0, i).findLast(isLonger) ?? own;
  };
  const index = new Map<string, number>();
  const groups: { key: string; labels: Map<string, number>; aliases: Set<string> }[] = [];
  const nameOf = keys.map((key, i) => {
    const own = founder(i);
    let group = index.get(own);
    if (group === undefined) {
      group = groups.push({ key: own, labels: new Map(), aliases: new Set() }) - 1;
      index.set(own, group);
    }
    const { labels, aliases } = groups[group]!;
    const label = normals[i]!;
    if (key === own || resolve(key) === own) labels.set(label, (labels.get(label) ?? 0) + 1);
    if (key !== own) aliases.add(key);
    return group;
  });
  for (const { short, long } of expanded) {
    const group = index.get(resolve(organizationKey(long)));
    if (group === undefined) continue;
    groups[group]!.aliases.add(organizationKey(short));
    groups[group]!.labels.set(long, (groups[group]!.labels.get(long) ?? 0) + 1000);
  }
  const names = groups.map(({ key, labels, aliases }): ArticleName => {
    const common = [...labels].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number])[0];
    const label = canonicalOrganization(key)?.label ?? (common || key);
    return { kind: 'organization', label, key, aliases: [...aliases].filter((alias) => alias !== key) };
  });
  return { names, nameOf, normals: [...normals] };
}

/** «верховный суд», «мид»: a common noun at the end, so that a longer name may go on from it; «газпром» is whole. */
function mayGoOn(key: string): boolean {
  const words = key.split(' ');
  return isMinistry(key) || (words.length <= 3 && isOrganizationNoun(words[words.length - 1]!));
}

/**
 * Whether a longer name goes on from a shorter one. What everybody knows by the shorter is whole, unless the longer says
 * whose it is: «центральный банк» of Russia, but no «европейский союз по иностранным делам».
 */
function goesOn(longer: string, shorter: string): boolean {
  if (!longer.startsWith(`${shorter} `)) return false;
  return canonicalOrganization(shorter) === undefined || withoutCountry(longer).country !== undefined;
}
