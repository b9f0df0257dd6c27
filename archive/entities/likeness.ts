/**
 * When two names of persons may be spellings of one: the same given name and surnames that differ in a letter, or the
 * same surname and given names that do. Works on folded parts (`person-key.ts`).
 */

import { editDistance } from './edit-distance.ts';
import type { Evidence } from './mention.ts';
import { type KeyParts, keysAgree } from './person-key.ts';

/** Surnames shorter than this differ too easily. */
const shortest = 5;
/** From this length on two letters may differ. */
const long = 8;

export interface Likeness {
  readonly distance: number;
  readonly evidence: readonly Evidence[];
}

export function likeness(a: KeyParts, b: KeyParts): Likeness | undefined {
  if (!a.surname || !b.surname || isFeminineOf(a.surname, b.surname)) return undefined;
  const length = Math.min(a.surname.length, b.surname.length);
  const most = length >= long ? 2 : length >= shortest ? 1 : 0;
  const distance = editDistance(a.surname, b.surname, most);
  if (distance > most) return undefined;
  if (a.given && b.given) {
    if (a.given === b.given) {
      if (distance === 0 && a.patronymic === b.patronymic) return undefined;
      return distance === 0 ? undefined : { distance, evidence: ['same-given-name', ...letters(distance)] };
    }
    const givenLength = Math.min(a.given.length, b.given.length);
    if (distance > 0 || givenLength < 4 || editDistance(a.given, b.given, 1) > 1) return undefined;
    return isFeminineOf(a.given, b.given) ? undefined : { distance: 1, evidence: ['one-letter'] };
  }
  const bothHaveLetters = (a.given || a.initials) && (b.given || b.initials);
  if (!bothHaveLetters || !keysAgree(a, b)) return undefined;
  return { distance, evidence: ['initials', ...(distance > 0 ? letters(distance) : [])] };
}

const letters = (distance: number): Evidence[] => (distance === 1 ? ['one-letter'] : []);

/** «Иванов» and «Иванова», «Горский» and «Горская» are two people, however like. */
function isFeminineOf(a: string, b: string): boolean {
  const [short, longer] = a.length < b.length ? [a, b] : [b, a];
  const masculine = /(?:ии|ои)$/;
  return (
    longer === `${short}а` ||
    (masculine.test(short) && longer === short.replace(masculine, 'ая')) ||
    (masculine.test(longer) && short === longer.replace(masculine, 'ая'))
  );
}
