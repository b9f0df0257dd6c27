/** Which mentions of persons in one article are the same person. */

import type { ArticleName, PersonParts } from './mention.ts';
import { personKey, skeleton } from './name-key.ts';
import { agreeing, type NormalPerson } from './person-normal.ts';

interface Group {
  parts: PersonParts;
  /** Labels seen, with how often. */
  labels: Map<string, number>;
  mentions: number[];
  short: Set<string>;
  attested: boolean;
  form: string;
}

export interface GroupedNames {
  readonly names: ArticleName[];
  /** For each mention its name. */
  readonly nameOf: number[];
  /** For each mention its normal form, put right by the name it belongs to. */
  readonly normals: string[];
}

/**
 * Full names first, then what is shorter: a bare surname, initials or a given name join the only fuller name that
 * they do not contradict; of several, the one named last before them.
 *
 * @param again mentions that only say another mention's name again, in other letters
 */
export function groupPersons(
  found: readonly NormalPerson[],
  again: ReadonlyMap<number, number> = new Map(),
): GroupedNames {
  const persons = givenAsSurnames(found);
  const groups: Group[] = [];
  const normals = persons.map((person) => person.text);
  const nameOf = persons.map(() => -1);
  const order = Array.from(persons.keys()).sort((a, b) => fullness(persons[b]!) - fullness(persons[a]!) || a - b);
  for (const i of order) {
    if (again.has(i)) continue;
    const person = persons[i]!;
    const candidates = groups
      .map((group, index) => ({ group, index, surname: sameSurname(group.parts, person) }))
      .filter(({ group, surname }) => surname !== undefined && agree(group.parts, person.parts));
    const certain = candidates.filter(({ group }) => sameGiven(group.parts, person.parts));
    const from = certain.length > 0 ? certain : candidates;
    const nearest = from.length < 2 ? from[0] : latestBefore(from, i);
    if (!nearest) {
      groups.push({
        parts: person.parts,
        labels: new Map([[person.text, 1]]),
        mentions: [i],
        short: new Set(),
        attested: standsThere(person),
        form: person.form,
      });
      nameOf[i] = groups.length - 1;
      continue;
    }
    const { group, index, surname } = nearest;
    group.mentions.push(i);
    nameOf[i] = index;
    if (fullness(person) >= fullness({ parts: group.parts })) {
      group.labels.set(person.text, (group.labels.get(person.text) ?? 0) + (person.case === 'nomn' ? 2 : 1));
      if (standsThere(person)) group.attested = true;
    }
    if (fullness(person) < fullness({ parts: group.parts })) {
      if (surname && !person.parts.given && !person.parts.initials) {
        normals[i] = group.parts.surname ?? person.text;
      }
      group.short.add(personKey({ ...person.parts, surname: group.parts.surname ?? person.parts.surname }));
    }
  }
  for (const [i, named] of again) {
    if (i < 0) continue;
    nameOf[i] = nameOf[named]!;
    groups[nameOf[i]]!.mentions.push(i);
    groups[nameOf[i]]!.short.add(personKey(persons[i]!.parts));
  }
  const names = groups.map((group): ArticleName => {
    const label = [...group.labels].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
    const key = personKey(group.parts);
    const aliases = [...group.short].filter((k) => k !== key);
    const { parts, attested, form } = group;
    return { kind: 'person', label, key, aliases, parts, attested, form };
  });
  return { names, nameOf, normals };
}

/** Whether the text surely has the name in the nominative: as the subject of a sentence, behind an agreeing word. */
const standsThere = (person: NormalPerson) => person.sure && person.case === 'nomn' && person.around >= agreeing;

/** «Джонсон» alone is read as the given name that it is too; beside «Борис Джонсон» it is his surname. */
function givenAsSurnames(found: readonly NormalPerson[]): NormalPerson[] {
  const surnames = new Set(
    found.flatMap(({ parts }) => (parts.given && parts.surname ? [skeleton(parts.surname)] : [])),
  );
  const givens = new Set(found.flatMap(({ parts }) => (parts.given && parts.surname ? [skeleton(parts.given)] : [])));
  return found.map((person) => {
    const { given, surname, patronymic } = person.parts;
    if (!given || surname || patronymic || givens.has(skeleton(given)) || !surnames.has(skeleton(given))) return person;
    return { ...person, parts: { surname: given }, surnames: [given.toLowerCase()] };
  });
}

/** How much of a name is there; the more, the earlier it may found a group. */
function fullness({ parts }: { readonly parts: PersonParts }): number {
  const first = parts.given ? 4 : parts.initials ? 2 : 0;
  return (parts.surname ? 4 : 0) + first + (parts.patronymic ? 1 : 0);
}

function latestBefore<C extends { readonly group: Group }>(candidates: readonly C[], i: number): C | undefined {
  const distance = ({ group }: C) => {
    const earlier = group.mentions.filter((m) => m < i);
    return earlier.length > 0 ? i - Math.max(...earlier) : 10_000 + Math.min(...group.mentions) - i;
  };
  return [...candidates].sort((a, b) => distance(a) - distance(b))[0];
}

/** The common surname; '' if the mention has none but its given name is the group's; undefined if they differ. */
function sameSurname(group: PersonParts, person: NormalPerson): string | undefined {
  if (!person.parts.surname) {
    const given = person.parts.given;
    return given && group.given && skeleton(given) === skeleton(group.given) ? '' : undefined;
  }
  if (!group.surname) return undefined;
  const wanted = skeleton(group.surname);
  if (skeleton(person.parts.surname) === wanted) return group.surname;
  // «Токаева» alone may be Токаев's genitive: whichever of its nominatives the article has in full.
  const bare = !person.parts.given && !person.parts.initials;
  if (bare || person.parts.initials) {
    if (person.surnames.some((surname) => skeleton(surname) === wanted)) return group.surname;
  }
  return undefined;
}

const initialsOf = (parts: PersonParts) =>
  parts.initials ?? `${parts.given?.[0] ?? ''}${parts.patronymic?.[0] ?? ''}`.toUpperCase();

/** Whether nothing in the given names, patronymics and initials of two names speaks against one person. */
function agree(a: PersonParts, b: PersonParts): boolean {
  if (a.given && b.given) {
    if (!sameGiven(a, b)) return false;
  } else {
    const [x, y] = [initialsOf(a), initialsOf(b)];
    for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return false;
  }
  return !a.patronymic || !b.patronymic || skeleton(a.patronymic) === skeleton(b.patronymic);
}

function sameGiven(a: PersonParts, b: PersonParts): boolean {
  if (!a.given || !b.given) return false;
  const [x, y] = [skeleton(a.given), skeleton(b.given)];
  return x === y || x.startsWith(`${y} `) || y.startsWith(`${x} `);
}
