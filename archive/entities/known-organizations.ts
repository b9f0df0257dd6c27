/**
 * Which organization a name stands for where everybody knows: abbreviations and short names from the table, ministries
 * of any country under all their names, and bodies that every state has, however their country is said.
 */

import { withoutCountry } from './country-names.ts';
import { ministryTable } from './ministry-table.ts';
import { organizationKey } from './name-key.ts';
import { organizationTable } from './organization-table.ts';

export interface KnownOrganization {
  /** What the filter shows; undefined: as it is written. */
  readonly label: string | undefined;
  /** Shared by all its names. */
  readonly key: string;
}

interface Names {
  readonly byKey: ReadonlyMap<string, KnownOrganization>;
  /** Ministries by each of their names, without a country. */
  readonly ministries: ReadonlyMap<string, { readonly shown: string; readonly key: string }>;
}

function gather(): Names {
  const byKey = new Map<string, KnownOrganization>();
  const ministries = new Map<string, { shown: string; key: string }>();
  for (const [full, others] of lines(organizationTable)) {
    const chosen = others.find((name) => name.startsWith('!'))?.slice(1);
    const letters = others.find((name) => /^\p{Lu}{3,}$/u.test(name) && /\p{Script=Cyrillic}/u.test(name));
    const known = { label: chosen ?? letters ?? full, key: organizationKey(full) };
    for (const name of [full, ...others]) {
      const key = organizationKey(name.replace(/^!/, ''));
      if (!byKey.has(key)) byKey.set(key, known);
    }
  }
  for (const [field, shorts] of lines(ministryTable)) {
    const key = organizationKey(`Министерство ${field}`);
    const ministry = { shown: shorts[0]!, key };
    for (const name of [key, ...shorts.map(organizationKey)]) if (!ministries.has(name)) ministries.set(name, ministry);
  }
  return { byKey, ministries };
}

function lines(table: string): [string, string[]][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const at = line.indexOf(':');
      const others = line.slice(at + 1).split(',');
      return [line.slice(0, at).trim(), others.map((name) => name.trim()).filter(Boolean)];
    });
}

/** Bodies of which a state has one: with the country said in front or behind they are the same. */
const ofState =
  /^(?:правительство|парламент|кабинет министров|кабмин|министерство|сенат|генштаб|генеральный штаб|полиция|прокуратура|генпрокуратура|генеральная прокуратура|верховный суд|конституционный суд|высокий суд|центробанк|центральный банк|нацбанк|национальный банк|вооруженные силы|армия|посольство|федерация футбола|внешняя разведка|разведка)$/;

let known: Names | undefined;

/** The organization that a name stands for, given the name's key. */
export function canonicalOrganization(key: string): KnownOrganization | undefined {
  known ??= gather();
  const listed = known.byKey.get(key);
  if (listed !== undefined) return listed;
  const { body, country } = withoutCountry(key);
  const ministry = known.ministries.get(body);
  if (ministry !== undefined) {
    if (country === undefined) return { label: ministry.shown, key: ministry.key };
    return { label: `${ministry.shown} ${country.shown}`, key: `${ministry.key} ${country.key}` };
  }
  if (country === undefined || !ofState.test(body)) return undefined;
  return { label: undefined, key: `${body === 'кабмин' ? 'кабинет министров' : body} ${country.key}` };
}

/** Whether the key is a ministry's without its country: a longer name may go on from it. */
export function isMinistry(key: string): boolean {
  known ??= gather();
  return known.ministries.has(key);
}
