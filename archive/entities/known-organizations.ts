/**
 * Which organization a name stands for where everybody knows: abbreviations and short names from the table, ministries
 * of any country under all their names, and bodies that every state has, however their country is said.
 */

import { type Country, countryOf, withoutCountry } from './country-names.ts';
import { companies } from './known/companies.ts';
import { foreignBodies } from './known/foreign-bodies.ts';
import { media } from './known/media.ts';
import { neighbourBodies } from './known/neighbour-bodies.ts';
import { russianBodies } from './known/russian-bodies.ts';
import { worldBodies } from './known/world-bodies.ts';
import { ministryTable } from './ministry-table.ts';
import { organizationKey } from './name-key.ts';

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
  for (const table of tables) {
    let country: Country | undefined;
    for (const line of table.trim().split('\n')) {
      if (line.startsWith('=')) {
        country = countryOf(line.slice(1).trim());
        continue;
      }
      const [full, others] = parts(line);
      const chosen = others.find((name) => name.startsWith('!'))?.slice(1);
      const letters = others.find((name) => /^\p{Lu}{3,}$/u.test(name) && /\p{Script=Cyrillic}/u.test(name));
      const known = { label: chosen ?? letters ?? full, key: organizationKey(full) };
      for (const name of [full, ...others]) {
        const key = oneCountry(organizationKey(name.replace(/^!/, '')));
        for (const one of country ? [key, `${key} ${country.key}`] : [key]) if (!byKey.has(one)) byKey.set(one, known);
      }
    }
  }
  for (const [field, shorts] of ministryTable.trim().split('\n').map(parts)) {
    const key = organizationKey(`Министерство ${field}`);
    const ministry = { shown: shorts[0]!, key };
    for (const name of [key, ...shorts.map(organizationKey)]) if (!ministries.has(name)) ministries.set(name, ministry);
  }
  return { byKey, ministries };
}

const tables = [worldBodies, russianBodies, neighbourBodies, foreignBodies, media, companies];

/** «Имя: другое имя, третье». */
function parts(line: string): [string, string[]] {
  const at = line.indexOf(':');
  const others = line.slice(at + 1).split(',');
  return [line.slice(0, at).trim(), others.map((name) => name.trim()).filter(Boolean)];
}

/** The key with its country said in one way: «фсб рф», «российская фсб» → «фсб россии». */
function oneCountry(key: string): string {
  const { body, country } = withoutCountry(key);
  return country === undefined ? key : `${body} ${country.key}`;
}

/** Bodies of which a state has one, with their shorter names: with the country said in front or behind they are the same. */
const bodiesOfState = new Map(
  `правительство|парламент|сенат|конгресс|палата представителей|министерство|администрация президента|полиция|разведка
  прокуратура|верховный суд|конституционный суд|высокий суд|армия|посольство|генконсульство|сборная|казначейство
  кабинет министров=кабмин|генеральный штаб=генштаб|генеральная прокуратура=генпрокуратура|внешняя разведка
  центральный банк=центробанк=цб|национальный банк=нацбанк|вооруженные силы=вс|совет безопасности=совбез|федерация футбола
  центральная избирательная комиссия=центризбирком=цик|национальная гвардия=нацгвардия|национальная полиция
  военно-воздушные силы=ввс|военно-морские силы=вмс|военно-морской флот=вмф|пограничная служба=погранслужба
  счетная палата|общественная палата|торгово-промышленная палата=тпп|пенсионный фонд|олимпийский комитет|академия наук
  таможенная служба|налоговая служба|антимонопольная служба|служба безопасности|государственная пограничная служба`
    .split(/[|\n]/)
    .flatMap((line) => {
      const names = line.trim().split('=');
      return names.map((name) => [name, names[0]!] as const);
    }),
);

let known: Names | undefined;

/** The organization that a name stands for, given the name's key. */
export function canonicalOrganization(key: string): KnownOrganization | undefined {
  known ??= gather();
  const listed = known.byKey.get(key) ?? known.byKey.get(oneCountry(key));
  if (listed !== undefined) return listed;
  const { body, country } = withoutCountry(key);
  const ministry = known.ministries.get(body);
  if (ministry !== undefined) {
    if (country === undefined) return { label: ministry.shown, key: ministry.key };
    return { label: `${ministry.shown} ${country.shown}`, key: `${ministry.key} ${country.key}` };
  }
  if (country === undefined) return undefined;
  const ofState = bodiesOfState.get(body);
  if (ofState !== undefined) return { label: undefined, key: `${ofState} ${country.key}` };
  // «Совет ветеранов РФ» is that of Russia; what stands in front, «Российский союз», may be a part of the name.
  const behind = country.inFull && key.startsWith(`${body} `);
  return behind ? { label: undefined, key: `${body} ${country.key}` } : undefined;
}

let bodies: ReadonlySet<string> | undefined;

/** Whether one word, in any case, is a body that the list knows and nobody is called: «Рострудом», «Росавиации». */
export function isKnownBody(word: string): boolean {
  bodies ??= new Set(
    [worldBodies, russianBodies, neighbourBodies, foreignBodies]
      .flatMap((table) => table.split('\n'))
      .flatMap((line) => line.replace(':', ',').split(','))
      .map((name) => organizationKey(name.trim().replace(/^!/, '')))
      .filter((key) => key.length > 4 && !key.includes(' ')),
  );
  const key = organizationKey(word);
  return bodies.has(key) || bodies.has(key.replace(/(?:а|у|ом|е)$/, '')) || bodies.has(key.replace(/(?:и|ю|ей)$/, 'я'));
}

/** Whether the key is a ministry's without its country: a longer name may go on from it. */
export function isMinistry(key: string): boolean {
  known ??= gather();
  return known.ministries.has(key);
}
