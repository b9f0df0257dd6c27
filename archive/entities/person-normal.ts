/**
 * Nominative of a person's name. One case and one gender are chosen for all its words together: what the dictionary
 * says, what the endings allow, which nominatives and other forms the text itself has, and the words around the name.
 */

import { inflect, type Morphology } from '../text/morphology.ts';
import type { Attested } from './attested.ts';
import { type Case, cases, formsOf, type Gender, genders, type Reading, readings } from './declension.ts';
import { withCaseOf } from './letter-case.ts';
import type { PersonParts } from './mention.ts';
import { type NameWord, type Role, splitName } from './person-name.ts';
import { Recent } from './recent.ts';

/** What stands around a name and elsewhere in its text. */
export interface NameContext {
  /** The words next to the name, if they stand in its sentence. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Words of names found anywhere in the text. */
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
}

/** Prepositions that decide the case of what follows. */
const governed: Readonly<Record<string, readonly Case[]>> = {
  к: ['datv'],
  ко: ['datv'],
  у: ['gent'],
  от: ['gent'],
  ото: ['gent'],
  для: ['gent'],
  без: ['gent'],
  из: ['gent'],
  до: ['gent'],
  против: ['gent'],
  после: ['gent'],
  вместо: ['gent'],
  кроме: ['gent'],
  около: ['gent'],
  помимо: ['gent'],
  с: ['ablt', 'gent'],
  со: ['ablt', 'gent'],
  над: ['ablt'],
  перед: ['ablt'],
  между: ['ablt', 'gent'],
  о: ['loct'],
  об: ['loct'],
  при: ['loct'],
  в: ['loct', 'accs'],
  на: ['loct', 'accs'],
  по: ['datv'],
  про: ['accs'],
  через: ['accs'],
  за: ['accs', 'ablt'],
  под: ['ablt', 'accs'],
  благодаря: ['datv'],
  согласно: ['datv'],
};

/** Names stand more often as subjects and as possessors than in the other cases. */
const usualCase: Readonly<Record<Case, number>> = { nomn: 0.8, gent: 0.4, datv: 0, accs: 0, ablt: 0.3, loct: -0.5 };

const wanted: Readonly<Partial<Record<Role, string>>> = { given: 'Name', patronymic: 'Patr', surname: 'Surn' };

/** A reading that scores nearer to the best than this leaves doubt. */
const doubt = 0.8;

export interface PersonNormaliser {
  normalise(words: readonly string[], context: NameContext): NormalPerson;
}

/** Foreign letters and words of one or two letters stay as they are. */
const declinable = /^\p{Script=Cyrillic}(?:\p{Ll}|-|'|’){2}|^\p{Script=Cyrillic}{3}/u;

/** Readings, forms and names kept at least. */
const readingsKept = 10_000;

export function createPersonNormaliser(morphology: Morphology): PersonNormaliser {
  const recentReadings = new Recent<string, readonly Reading[]>(readingsKept);
  const recentForms = new Recent<string, ReadonlySet<string>>(readingsKept);
  const recentNames = new Recent<string, NormalPerson>(readingsKept);

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
  const support = ({ nominative, gender }: Reading, near: readonly string[], attested: Attested): number => {
    if (near.length === 0) return 0;
    const forms = formsKnown(nominative, gender);
    let explained = 0;
    for (const form of near) if (forms.has(form)) explained++;
    return explained === 0 ? 0 : 0.7 * explained + (attested.has(nominative) ? 2.2 : 0);
  };

  const normalise = (words: readonly string[], context: NameContext): NormalPerson => {
    const near = words.map((word) => context.attested.like(word.toLowerCase()));
    const common = words.length === 1 ? commonNoun(words[0]!, morphology) : undefined;
    if (common !== undefined) return common;
    const key = [words.join(' '), context.before, context.after, ...near.flat()].join('|');
    const known = recentNames.get(key);
    if (known) return known;
    const person = decide(words, context, near);
    recentNames.set(key, person);
    return person;
  };

  const decide = (words: readonly string[], context: NameContext, near: readonly (readonly string[])[]) => {
    const name = splitName(words, morphology);
    const options = name.map(({ text, role }, i) => {
      if (role === 'initial' || role === 'particle' || !declinable.test(text)) return undefined;
      return readingsOf(text, role).map((reading) => ({
        ...reading,
        score: reading.score + support(reading, near[i]!, context.attested),
      }));
    });
    const around = surroundings(context, morphology);
    const nominativesIn = (gender: Gender, oneCase: Case) =>
      name.map(({ text }, i) => {
        const reading = options[i] ? top(options[i]!, gender, oneCase) : undefined;
        return reading ? withCaseOf(reading.nominative, text) : text;
      });
    const totals: { total: number; gender: Gender; case: Case }[] = [];
    const surnameScores = new Map<string, number>();
    const surname = name.findIndex(({ role }) => role === 'surname');
    for (const gender of genders) {
      for (const oneCase of cases) {
        let total = usualCase[oneCase] + around(oneCase, gender);
        for (const list of options) if (list) total += top(list, gender, oneCase)?.score ?? -6;
        totals.push({ total, gender, case: oneCase });
        const list = options[surname];
        const reading = list && top(list, gender, oneCase);
        if (reading) {
          surnameScores.set(
            reading.nominative,
            Math.max(total, surnameScores.get(reading.nominative) ?? Number.NEGATIVE_INFINITY),
          );
        }
      }
    }
    totals.sort((a, b) => b.total - a.total);
    const best = totals[0]!;
    const nominatives = nominativesIn(best.gender, best.case);
    const written = nominatives.join(' ');
    const rival = totals.find(
      (one) => one.total > best.total - doubt && nominativesIn(one.gender, one.case).join(' ') !== written,
    );
    return {
      text: join(name, nominatives),
      parts: partsOf(name, nominatives),
      gender: best.gender,
      case: best.case,
      sure: rival === undefined,
      form: words.join(' ').toLowerCase(),
      surnames: [...surnameScores].sort((a, b) => b[1] - a[1]).map(([nominative]) => nominative),
    };
  };
  return { normalise };
}

/** «консерваторов», «парижанкой»: people named by a common noun keep their number; undefined for a name. */
function commonNoun(word: string, morphology: Morphology): NormalPerson | undefined {
  if (!/^\p{Ll}/u.test(word)) return undefined;
  const noun = morphology.parses(word).find((parse) => parse.known && parse.grammemes[0] === 'NOUN');
  const base = noun && inflect(noun, 'nomn');
  if (noun === undefined || base === undefined) return undefined;
  const text = plainE(base, word);
  const gender = noun.grammemes.includes('femn') ? 'femn' : 'masc';
  const oneCase = cases.find((c) => noun.grammemes.includes(c)) ?? 'nomn';
  return {
    text,
    parts: { surname: text },
    gender,
    case: oneCase,
    sure: true,
    form: word.toLowerCase(),
    surnames: [text],
  };
}

function top(list: readonly Reading[], gender: Gender, oneCase: Case): Reading | undefined {
  let best: Reading | undefined;
  for (const reading of list) {
    if (reading.gender !== gender || reading.case !== oneCase) continue;
    if (!best || reading.score > best.score) best = reading;
  }
  return best;
}

function wordReadings(word: string, role: Role, morphology: Morphology): Reading[] {
  const found = new Map<string, Reading>();
  const add = (reading: Reading) => {
    const key = `${reading.nominative} ${reading.gender} ${reading.case}`;
    const before = found.get(key);
    if (!before || before.score < reading.score) found.set(key, reading);
  };
  for (const reading of readings(word)) add(reading);
  // «Римского-Корсакова»: both halves; «Касым-Жомарта»: the last one.
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0) {
    const [left, right] = [word.slice(0, hyphen), word.slice(hyphen + 1)];
    const leftParses = morphology
      .parses(left)
      .filter((parse) => parse.known && /Surn|ADJF/.test(parse.grammemes.join()));
    for (const reading of readings(right)) {
      const both = role === 'surname' && leftParses.length > 0;
      add({ ...reading, nominative: `${left}-${reading.nominative}`, score: reading.score + (both ? 0 : 0.4) });
      if (!both) continue;
      for (const parse of leftParses) {
        if (!parse.grammemes.includes(reading.case) || !parse.grammemes.includes(reading.gender)) continue;
        const base = parse.forms().find((form) => isBase(form.grammemes, reading.gender))?.form;
        if (base) add({ ...reading, nominative: `${base}-${reading.nominative}`, score: reading.score + 0.6 });
      }
    }
  }
  // What the dictionary declines is hardly another name's form, and no name that nothing declines: «Владимиру».
  const declined = morphology
    .parses(word)
    .some((parse) => parse.known && !parse.grammemes.includes('nomn') && parse.grammemes.includes(wanted[role] ?? ''));
  if (declined) {
    for (const [key, reading] of found) {
      const less = reading.nominative === word ? 1.5 : 0.8;
      found.set(key, { ...reading, score: reading.score - less });
    }
  }
  for (const parse of morphology.parses(word)) {
    if (parse.grammemes.includes('plur') || !/NOUN|ADJF/.test(parse.grammemes[0]!)) continue;
    const proper = ['Name', 'Surn', 'Patr'].find((tag) => parse.grammemes.includes(tag));
    if (!proper && !parse.known) continue;
    const fits = proper !== undefined && proper === wanted[role];
    const score = parse.known ? (fits ? 2 : proper ? 1.2 : 0.6) : fits ? 0.6 * parse.score + 0.3 : 0;
    const both = parse.grammemes.includes('Ms-f') || parse.grammemes.includes('ms-f');
    for (const gender of genders) {
      if (!both && !parse.grammemes.includes(gender)) continue;
      const base = parse.forms().find((form) => isBase(form.grammemes, both ? undefined : gender))?.form;
      const oneCase = cases.find((c) => parse.grammemes.includes(c));
      if (base && oneCase) add({ nominative: plainE(base, word), gender, case: oneCase, score });
    }
  }
  return [...found.values()];
}

const isBase = (grammemes: readonly string[], gender: Gender | undefined) =>
  grammemes.includes('nomn') && !grammemes.includes('plur') && (gender === undefined || grammemes.includes(gender));

/** The dictionary writes ё; the text may not. */
const plainE = (base: string, word: string) => (word.includes('ё') ? base : base.replaceAll('ё', 'е'));

function surroundings(context: NameContext, morphology: Morphology): (oneCase: Case, gender: Gender) => number {
  const before = context.before?.toLowerCase();
  const governing = before === undefined ? undefined : governed[before];
  const noun =
    before === undefined || governing
      ? []
      : morphology.parses(before).filter((parse) => parse.score > 0.02 && parse.grammemes.includes('NOUN'));
  const person = noun.some((parse) => parse.grammemes.includes('anim'));
  const verb = context.after === undefined ? undefined : morphology.parses(context.after)[0];
  const said = verb && /VERB/.test(verb.grammemes[0] ?? '') && verb.grammemes.includes('sing') ? verb.grammemes : [];
  return (oneCase, gender) => {
    let score = 0;
    if (governing) score += governing.includes(oneCase) ? 1.5 : -3;
    else if (person) {
      // «министром иностранных дел Мураном»: the word before the name need not agree, a role does.
      score += noun.some((parse) => parse.grammemes.includes(oneCase)) ? 1.2 : -0.8;
    }
    if (said.length > 0 && oneCase === 'nomn') score += 0.5;
    if (oneCase === 'nomn' && said.includes('past')) score += said.includes(gender) ? 1 : -2;
    return score;
  };
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
  return { given: of('given'), patronymic: of('patronymic'), surname: of('surname', 'particle'), initials };
}
