/** Which country a body belongs to, however it is said: «МИД РФ», «российский МИД» → «МИД» and «России». */

import { countryTable } from './country-table.ts';
import { organizationKey } from './name-key.ts';

/** A country as it is shown in the genitive, and as a part of keys. */
export interface Country {
  readonly shown: string;
  readonly key: string;
}

interface CountryNames {
  readonly byName: ReadonlyMap<string, Country>;
  readonly byStem: ReadonlyMap<string, Country>;
}

let read: CountryNames | undefined;

function countries(): CountryNames {
  if (read !== undefined) return read;
  const byName = new Map<string, Country>();
  const byStem = new Map<string, Country>();
  const list = (text: string) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  for (const line of countryTable.trim().split('\n')) {
    const [names = '', stems = ''] = line.split('=');
    const at = names.indexOf(':');
    const shown = names.slice(0, at);
    const country = { shown, key: organizationKey(shown) };
    for (const name of [shown, ...list(names.slice(at + 1))]) byName.set(organizationKey(name), country);
    for (const stem of list(stems)) byStem.set(stem, country);
  }
  read = { byName, byStem };
  return read;
}

/** A country as a name says it. */
export interface NamedCountry extends Country {
  /** Whether it can be no other: «РБ» may be Bashkortostan. */
  readonly inFull: boolean;
}

const unmistakable = /^(?:рф|рк|сша|кнр|фрг|ссср)$/;

/** A country by its genitive, as the table shows it. */
export function countryOf(shown: string): Country | undefined {
  return countries().byName.get(organizationKey(shown));
}

const adjective = /^(\p{Ll}+ск|немецк|турецк|словацк)(?:ий|ое|ая|ие)$/u;

/** The body and its country, both as keys; the country is undefined if the key names none. */
export function withoutCountry(key: string): { readonly body: string; readonly country: NamedCountry | undefined } {
  const { byName, byStem } = countries();
  const words = key.split(' ');
  const stem = adjective.exec(words[0]!)?.[1];
  const before = stem === undefined ? undefined : byStem.get(stem);
  if (before !== undefined && words.length > 1) {
    return { body: words.slice(1).join(' '), country: { ...before, inFull: true } };
  }
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const name = words.slice(-length).join(' ');
    const behind = byName.get(name);
    if (behind === undefined) continue;
    const inFull = name.length > 3 || unmistakable.test(name);
    return { body: words.slice(0, -length).join(' '), country: { ...behind, inFull } };
  }
  return { body: key, country: undefined };
}
