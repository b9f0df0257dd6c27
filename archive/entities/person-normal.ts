/**
 * Nominative of a person's name. One case and one gender are chosen for all its words together: what the dictionary
 * says, what the endings allow, which nominatives and other forms the text itself has, and the words around the name.
 */

import type { Morphology } from '../text/morphology.ts';
import type { Attested } from './attested.ts';
import { commonNoun, family } from './common-noun.ts';
import { type Case, cases, formsOf, type Gender, genders, type Reading, readings } from './declension.ts';
import { withCaseOf } from './letter-case.ts';
import type { PersonParts } from './mention.ts';
import { type Neighbours, surroundings } from './name-surroundings.ts';
import { type NameWord, type Role, splitName } from './person-name.ts';
import { wordReadings } from './person-readings.ts';
import { Recent } from './recent.ts';

/** The readings of a name, and what was asked of its text's other names for them: they hold where the answers are the same. */
interface ReadName {
  readonly readings: readonly NameReading[];
  readonly asked: readonly (readonly [nominative: string, attested: boolean])[];
}

/** What stands around a name and elsewhere in its text. */
interface NameContext extends Neighbours {
  /** Words of other names in the text that may be forms of this one. */
  readonly attested: Attested;
}

export interface NormalPerson {
  /** The words in their order, in the nominative. */
  readonly text: string;
  readonly parts: PersonParts;
  readonly gender: Gender;
  readonly case: Case;
  /** Whether no other nominative is nearly as likely. */
  readonly sure: boolean;
  /** The words as they are written, lower case. */
  readonly form: string;
  /** Nominatives the surname may also have had, the likeliest first: «Токаева» may be «Токаев» or «Токаева». */
  readonly surnames: readonly string[];
  /** How much speaks for it: its words by themselves, and what is around. */
  readonly words: number;
  readonly around: number;
}

/** Names stand more often as subjects and as possessors than in the other cases. */
const usualCase: Readonly<Record<Case, number>> = { nomn: 0.8, gent: 0.4, datv: 0, accs: 0, ablt: 0.3, loct: -0.5 };

/** What is around speaks for the nominative from here on: a verb that says what the subject did, a role that agrees. */
export const agreeing = 0.5;

/** A reading that scores nearer to the best than this leaves doubt. */
export const doubt = 0.8;

type NameReading = Pick<NormalPerson, 'text' | 'parts' | 'gender' | 'case' | 'words'>;

export interface PersonNormaliser {
  /** Every nominative of a mention, the likeliest first; at least one. */
  candidates(words: readonly string[], context: NameContext): readonly NormalPerson[];
}

/** Foreign letters and words of one or two letters stay as they are. */
const declinable = /^\p{Script=Cyrillic}(?:\p{Ll}|-|'|’){2}|^\p{Script=Cyrillic}{3}/u;

/** Readings, forms and names kept at least. */
const readingsKept = 10_000;

export function createPersonNormaliser(morphology: Morphology): PersonNormaliser {
  const recentReadings = new Recent<readonly Reading[]>(readingsKept);
  const recentForms = new Recent<ReadonlySet<string>>(readingsKept);
  const recentNames = new Recent<ReadName>(readingsKept);

  const readingsOf = (word: string, role: Role): readonly Reading[] => {
    const key = `${role} ${word}`;
    const known = recentReadings.get(key);
    if (known) return known;
    const found = wordReadings(word.toLowerCase(), role, morphology);
    recentReadings.set(key, found);
    return found;
  };

  const formsKnown = (nominative: string, gender: Gender): ReadonlySet<string> => {
    const key = `${gender} ${nominative}`;
    const known = recentForms.get(key);
    if (known) return known;
    const forms = formsOf(nominative, gender);
    recentForms.set(key, forms);
    return forms;
  };

  /** What the text's other names say for a reading: its nominative stands there, and so do its other forms. */
  const support = (
    { nominative, gender }: Reading,
    word: string,
    near: readonly string[],
    isNominative: Attested['isNominative'],
  ) => {
    if (near.length === 0 && !isNominative(word)) return 0;
    const forms = formsKnown(nominative, gender);
    let explained = 0;
    for (const form of near) if (forms.has(form)) explained++;
    // A name that stands only here says nothing for itself.
    const stands = isNominative(nominative) || (nominative !== word && near.includes(nominative));
    return 0.7 * explained + (stands ? 2.2 : 0);
  };

  const candidates = (words: readonly string[], context: NameContext): readonly NormalPerson[] => {
    const near = words.map((word) => context.attested.like(word.toLowerCase()));
    const common = words.length === 1 ? (commonNoun(words[0]!, morphology) ?? family(words[0]!, near[0]!)) : undefined;
    if (common !== undefined) return [common];
    const all = readingsOfName(words, near, context.attested);
    const said = surroundings(context, morphology);
    const form = words.join(' ').toLowerCase();
    const weighed = all.map((one) => ({ ...one, form, around: said(one.case, one.gender) }));
    weighed.sort((a, b) => total(b) - total(a));
    const surnames = [...new Set(weighed.flatMap((one) => one.parts.surname?.toLowerCase() ?? []))];
    const distinct = weighed.filter(({ text }, i) => weighed.findIndex((one) => one.text === text) === i);
    return distinct.map((one, i) => {
      const sure = distinct.every((other, k) => k === i || total(other) <= total(one) - doubt);
      return { ...one, sure, surnames };
    });
  };

  /** What a name may be in each gender and case, whatever stands around it. */
  const readingsOfName = (
    words: readonly string[],
    near: readonly (readonly string[])[],
    attested: Attested,
  ): readonly NameReading[] => {
    const sure = [...words, ...near.flat()].filter((word) => attested.isNominative(word.toLowerCase()));
    const key = [...words, '', ...near.flat(), '', ...sure].join('|');
    const known = recentNames.get(key);
    if (known?.asked.every(([word, answer]) => attested.isNominative(word) === answer)) return known.readings;
    const asked = new Map<string, boolean>();
    const isNominative = (word: string) => {
      const answer = attested.isNominative(word);
      asked.set(word, answer);
      return answer;
    };
    const readings = readName(words, near, isNominative);
    recentNames.set(key, { readings, asked: [...asked] });
    return readings;
  };

  const readName = (
    words: readonly string[],
    near: readonly (readonly string[])[],
    isNominative: Attested['isNominative'],
  ) => {
    const name = splitName(words, morphology);
    // «Массимо Каррера», «Синдзи Харада»: where given names end in such vowels, surnames end in -а.
    const vowels = name.some(({ text, role }) => role === 'given' && /(?:[оу]|дзи|[сц]и)$/.test(text));
    // «Ким Чен Ына», «Си Цзиньпина»: the family name does not decline, nor does what ends in a vowel.
    const familyFirst = name[0]!.familyFirst === true;
    const options = name.map(({ text, role }, i) => {
      if (role === 'initial' || role === 'particle' || role === 'fixed' || !declinable.test(text)) return undefined;
      if (familyFirst && (role === 'surname' || /[оюеиыэ]$/.test(text))) return undefined;
      const all = familyFirst ? readings(text.toLowerCase()) : readingsOf(text, role);
      return all.map((reading) => {
        // Few such names end in -а; what does is rather a man's genitive: «Ким Чен Ына».
        const eastern = familyFirst && reading.case === 'nomn' && /[ая]$/.test(text) ? -0.7 : 0;
        const foreign = vowels && role === 'surname' && reading.nominative.endsWith('а') ? 0.5 : 0;
        return {
          ...reading,
          score: reading.score + eastern + foreign + support(reading, text.toLowerCase(), near[i]!, isNominative),
        };
      });
    });
    return genders.flatMap((gender) =>
      cases.map((oneCase): NameReading => {
        const chosen = options.map((list) => list && top(list, gender, oneCase));
        const scores = chosen.map((reading, i) => (options[i] ? (reading?.score ?? unread) : 0));
        const nominatives = name.map(({ text }, i) => (chosen[i] ? withCaseOf(chosen[i].nominative, text) : text));
        const words = scores.reduce((sum, score) => sum + score, usualCase[oneCase]);
        return { text: join(name, nominatives), parts: partsOf(name, nominatives), gender, case: oneCase, words };
      }),
    );
  };
  return { candidates };
}

/** What a word costs that has no reading in the case and gender of the others. */
const unread = -6;

const total = ({ words, around }: Pick<NormalPerson, 'words' | 'around'>) => words + around;

function top(list: readonly Reading[], gender: Gender, oneCase: Case): Reading | undefined {
  let best: Reading | undefined;
  for (const reading of list) {
    if (reading.gender !== gender || reading.case !== oneCase) continue;
    if (!best || reading.score > best.score) best = reading;
  }
  return best;
}

function join(name: readonly NameWord[], words: readonly string[]): string {
  return words.reduce((text, word, i) => {
    const dotted = name[i]!.role === 'initial' ? `${word}.` : word;
    return i === 0 ? dotted : `${text} ${dotted}`;
  }, '');
}

function partsOf(name: readonly NameWord[], words: readonly string[]): PersonParts {
  const of = (...roles: Role[]) => {
    const text = words.filter((_, i) => roles.includes(name[i]!.role)).join(' ');
    return text === '' ? undefined : text;
  };
  const initials = of('initial')?.replaceAll(' ', '');
  return { given: of('given', 'fixed'), patronymic: of('patronymic'), surname: of('surname', 'particle'), initials };
}
