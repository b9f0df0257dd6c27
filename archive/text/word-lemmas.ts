import { baseForms, isPossessiveForm, isPossessiveSurname } from './declension.ts';
import { hasKazakhLetters, kazakhStems } from './kazakh.ts';
import type { Morphology } from './morphology.ts';
import {
  ABBREVIATION,
  NAME,
  NOMINATIVE,
  ORGANIZATION,
  PATRONYMIC,
  PLACE,
  PLURAL,
  POSSESSIVE,
  type Reading,
  SINGULAR,
  SURNAME,
  TRADEMARK,
} from './readings.ts';
import { stem } from './stemmer.ts';
import { ALL_CAPITALS, CAPITALISED, type Capitals, DECLINED_CAPITALS, LOWER } from './surface-table.ts';

/** How many base forms a word is indexed under at most. */
const MOST_LEMMAS = 4;
/** A hyphenated word: the readings of its parts are multiplied. */
const MOST_COMPOUNDS = 6;

/** The lemmas a folded form of a text is indexed under, the likeliest first; never empty. */
export function lemmasInText(form: string, capitals: Capitals, morphology?: Morphology): readonly string[] {
  return lemmas(form, capitals, morphology, false);
}

/**
 * The lemmas a query word is searched under. People seldom type capitals, so a word in small letters may be a name as
 * well; but who does type «Соловьев» means the man and not the birds.
 */
export function lemmasInQuery(form: string, capitals: Capitals, morphology?: Morphology): readonly string[] {
  return lemmas(form, capitals, morphology, true);
}

function lemmas(form: string, capitals: Capitals, morphology: Morphology | undefined, query: boolean): string[] {
  if (RUSSIAN.test(form)) {
    if (morphology === undefined) return [stem(form)];
    if (form.length === 1) return [form];
    if (capitals === ALL_CAPITALS && /^х{2,3}$/.test(form)) return ['x'.repeat(form.length)]; // «ХХ век» in Russian letters
    return distinct(russianLemmas(form, capitals, morphology, query));
  }
  if (DAY.test(form)) return query ? [form] : [form, form.slice(0, 'YYYY-MM'.length)];
  const ordinal = ORDINAL.exec(form);
  if (ordinal !== null) return distinct([ordinal[1]!, ...decade(form)]);
  const joint = Math.max(form.lastIndexOf('-'), form.lastIndexOf("'"));
  if (joint > 0) return distinct(compoundLemmas(form, joint, capitals, morphology, query), MOST_COMPOUNDS);
  return hasKazakhLetters(form) ? distinct(kazakhStems(form)) : [form];
}

const RUSSIAN = /^[а-я]+$/;
const ORDINAL = /^(\d+)-[а-я]{1,3}$/;
/** A day is also a day of its month: «август 2024» finds «12.08.2024». */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DECADE = /^(\d{0,2})(\d)0-(?:е|ых|х|м|ми)$/;

/** «1990-х» and «90-е» are one decade; «00-е» and «10-е» are of this century. */
function decade(form: string): string[] {
  const [, century, ten] = DECADE.exec(form) ?? [];
  if (ten === undefined || (century !== '' && century!.length !== 2)) return [];
  return [`${century === '' ? (Number(ten) < 2 ? '20' : '19') : century}${ten}0-е`];
}

function distinct(words: readonly string[], most = MOST_LEMMAS): string[] {
  const met: string[] = [];
  for (const word of words) if (met.length < most && !met.includes(word)) met.push(word);
  return met;
}

function russianLemmas(form: string, capitals: Capitals, morphology: Morphology, query: boolean): string[] {
  const readings = morphology.readings(form);
  const known = readings.length > 0 && readings[0]!.known;
  if (capitals === ALL_CAPITALS && isAbbreviation(form, known ? readings : [])) {
    return known ? [form, ...ranked(readings, capitals, query)] : [form];
  }
  if (capitals === CAPITALISED && isPossessiveSurname(form) && !readings.some(isKnownPlace)) {
    if (query || !known) return [form];
    const others = readings.filter((reading) => !isOneOfSeveral(reading, morphology));
    return [form, ...(others.length > 0 ? ranked(others, capitals, query) : [])];
  }
  if (known) return knownLemmas(form, readings, capitals, query);
  if (capitals === DECLINED_CAPITALS) return [form.replace(ABBREVIATION_ENDING, ''), form];
  const guesses = ranked(readings, capitals, query);
  const bases = baseForms(form);
  // A guess that agrees with a declension class comes first; the classes follow, so that any form finds any other.
  const agreed = guesses.filter((guess) => bases.includes(guess));
  if (capitals === LOWER && !query) return [...guesses.slice(0, 1), ...agreed, ...bases];
  return [...agreed.slice(0, 1), ...bases, ...guesses.slice(0, 1)];
}

/**
 * The dictionary knows «Асий» and not «Асия», «Ковалёва» and not «Ковалёв»: a form of a name may be of the other gender's
 * name as well.
 */
function knownLemmas(form: string, readings: readonly Reading[], capitals: Capitals, query: boolean): string[] {
  const lemmas = ranked(readings, capitals, query);
  if (capitals === LOWER) return query && isPossessiveSurname(form) ? [...lemmas, form] : lemmas;
  if (/[а-я]{3}[иы]х$/.test(form)) return [...lemmas, form]; // «Долгих» is a surname that never changes
  if (/[сц]ком$/.test(form)) return [...lemmas, form.slice(0, -2)]; // «Каменогорском» may be of Каменогорск
  if (readings.every(({ grammemes }) => (grammemes & NAME) !== 0) && /[аеиоуыюя]$|[оеы][мй]$/.test(form)) {
    return [...lemmas, ...baseForms(form)];
  }
  const surname =
    isPossessiveForm(form) &&
    !readings.some(isKnownPlace) &&
    readings.some(({ grammemes }) => (grammemes & SURNAME) !== 0);
  return surname ? [...lemmas, ...baseForms(form)] : lemmas;
}

/** A plural of what there is one of: «Назымов» is a surname and not several Nazyms; but «Черновцов» may be Chernovtsy. */
function isOneOfSeveral({ grammemes, lemma }: Reading, morphology: Morphology): boolean {
  return (grammemes & PLURAL) !== 0 && (grammemes & (NAME | PLACE)) !== 0
    ? morphology.readings(lemma).some(isNominativeName)
    : false;
}

function isKnownPlace({ known, grammemes }: Reading): boolean {
  return known && (grammemes & PLACE) !== 0 && (grammemes & SINGULAR) !== 0;
}

/** Two to five capitals without a dictionary word behind them, or none that could be pronounced. */
function isAbbreviation(form: string, readings: readonly Reading[]): boolean {
  if (readings.some(({ grammemes }) => (grammemes & ABBREVIATION) !== 0)) return true;
  if (readings.length > 0) return false;
  return form.length <= 5 || !/[аеиоуыэюя]/.test(form) || /[^аеиоуыэюя]{4}/.test(form);
}

/** «ВИЧа», «МРОТом». */
const ABBREVIATION_ENDING = /(?:ами|ах|ам|ов|ом|ем|а|у|е|ы|и|я|ю)$/;

/** Lemmas of the readings by likelihood, after what capitals say. */
function ranked(readings: readonly Reading[], capitals: Capitals, query: boolean): string[] {
  if (haveOneLemma(readings)) return [readings[0]!.lemma];
  const lemmas: string[] = [];
  const weights: number[] = [];
  let sum = 0;
  for (const { lemma, grammemes, weight } of admitted(readings, capitals, query)) {
    const worth = weight * (capitals !== LOWER && (grammemes & ANY_NAME) !== 0 ? NAME_IN_CAPITALS : 1);
    const known = lemmas.indexOf(lemma);
    if (known < 0) weights[lemmas.push(lemma) - 1] = worth;
    else weights[known]! += worth;
    sum += worth;
  }
  if (lemmas.length === 1) return lemmas;
  const least = query ? sum * LEAST_IN_QUERY : 0;
  const order = weights.map((_, i) => i).filter((i) => weights[i]! >= least);
  return order.sort((a, b) => weights[b]! - weights[a]!).map((i) => lemmas[i]!);
}

/** Most words have one base form, whatever else may be said of them. */
function haveOneLemma(readings: readonly Reading[]): boolean {
  for (let i = 1; i < readings.length; i++) if (readings[i]!.lemma !== readings[0]!.lemma) return false;
  return readings.length > 0;
}

/** Rarer readings of a query word (миро of «мир») are not searched. */
const LEAST_IN_QUERY = 0.01;

/** A capital letter makes a reading as a name this much likelier. */
const NAME_IN_CAPITALS = 3;

/** Readings that capitals allow; all of them when capitals would leave none. */
function admitted(readings: readonly Reading[], capitals: Capitals, query: boolean): readonly Reading[] {
  if (capitals === LOWER && query) return readings;
  const kept = readings.filter((reading) => isAdmitted(reading, readings, capitals, query));
  return kept.length > 0 ? kept : readings;
}

function isAdmitted({ grammemes }: Reading, all: readonly Reading[], capitals: Capitals, query: boolean): boolean {
  if (capitals === LOWER) return (grammemes & (ANY_NAME | POSSESSIVE)) === 0;
  if ((grammemes & POSSESSIVE) !== 0) return !all.some((other) => (other.grammemes & SURNAME) !== 0);
  // No press speaks of several Ivans: «Иванов» is the surname.
  if ((grammemes & PLURAL) !== 0 && (grammemes & NAME) !== 0) return !all.some(isNominativeName);
  return !query || capitals !== CAPITALISED || (grammemes & MAIN_NAME) !== 0 || !all.some(isNominativeName);
}

const MAIN_NAME = NAME | SURNAME | PLACE;
const ANY_NAME = MAIN_NAME | PATRONYMIC | ORGANIZATION | TRADEMARK | ABBREVIATION;
const NOMINATIVE_SINGULAR = NOMINATIVE | SINGULAR;

function isNominativeName({ known, grammemes }: Reading): boolean {
  return known && (grammemes & NOMINATIVE_SINGULAR) === NOMINATIVE_SINGULAR && (grammemes & MAIN_NAME) !== 0;
}

/**
 * Lemmas of a hyphenated or apostrophised word: of the whole where the dictionary has it; otherwise the last part
 * declines, and the parts before it as well («Римского-Корсакова») or not («Касым-Жомарта»).
 */
function compoundLemmas(
  form: string,
  joint: number,
  capitals: Capitals,
  morphology: Morphology | undefined,
  query: boolean,
): string[] {
  const known = morphology?.knows(form) ? ranked(morphology.readings(form), capitals, query) : [];
  if (known.length > 0 && capitals === LOWER) return known;
  const head = form.slice(0, joint);
  const mark = form[joint]!;
  const tail = form.slice(joint + 1);
  const [last, otherLast] = lemmas(tail, capitals, morphology, query);
  const join = (first: string, end = last) => (end === undefined ? [] : [first + mark + end]);
  if (mark === "'") return [...known, ...join(head), ...join(head, otherLast)];
  const [first, otherFirst = first] = lemmas(head, capitals, morphology, query);
  const both = [...join(head), ...join(first!), ...join(otherFirst!)];
  // «Салтыкова-Щедрина» is a man's name or a woman's: the second readings go together.
  return [...known, ...both, ...join(otherFirst!, otherLast ?? last), ...join(first!, otherLast ?? last)];
}
