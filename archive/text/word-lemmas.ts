import { baseForms, isPossessiveForm, isPossessiveSurname } from './declension.ts';
import { hasKazakhLetters, kazakhStems } from './kazakh.ts';
import { fold } from './letters.ts';
import type { Morphology, Parse } from './morphology.ts';
import { stem } from './stemmer.ts';
import { ALL_CAPITALS, CAPITALISED, type Capitals, DECLINED_CAPITALS, LOWER } from './surface-table.ts';

/** How many base forms a word is indexed under at most. */
const MOST_LEMMAS = 4;

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
  const ordinal = ORDINAL.exec(form);
  if (ordinal !== null) return [ordinal[1]!];
  const joint = Math.max(form.lastIndexOf('-'), form.lastIndexOf("'"));
  if (joint > 0) return distinct(compoundLemmas(form, joint, capitals, morphology, query));
  return hasKazakhLetters(form) ? distinct(kazakhStems(form)) : [form];
}

const RUSSIAN = /^[а-я]+$/;
const ORDINAL = /^(\d+)-[а-я]{1,3}$/;

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].slice(0, MOST_LEMMAS);
}

function russianLemmas(form: string, capitals: Capitals, morphology: Morphology, query: boolean): string[] {
  const parses = morphology.parses(form);
  const known = parses.length > 0 && parses[0]!.known;
  if (capitals === ALL_CAPITALS && isAbbreviation(form, known ? parses : [])) {
    return known ? [form, ...ranked(parses, capitals, query)] : [form];
  }
  if (capitals === CAPITALISED && isPossessiveSurname(form) && !parses.some(isKnownPlace)) {
    return query || !known ? [form] : [form, ...ranked(parses, capitals, query)];
  }
  if (known) return knownLemmas(form, parses, capitals, query);
  if (capitals === DECLINED_CAPITALS) return [form.replace(ABBREVIATION_ENDING, ''), form];
  const guesses = ranked(parses, capitals, query);
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
function knownLemmas(form: string, parses: readonly Parse[], capitals: Capitals, query: boolean): string[] {
  const lemmas = ranked(parses, capitals, query);
  if (capitals === LOWER) return query && isPossessiveSurname(form) ? [...lemmas, form] : lemmas;
  if (/[а-я]{3}[иы]х$/.test(form)) return [...lemmas, form]; // «Долгих» is a surname that never changes
  if (parses.every((parse) => parse.grammemes.includes('Name')) && /[аеиоуыюя]$|[оеы][мй]$/.test(form)) {
    return [...lemmas, ...baseForms(form)];
  }
  const surname =
    isPossessiveForm(form) && !parses.some(isKnownPlace) && parses.some((parse) => parse.grammemes.includes('Surn'));
  return surname ? [...lemmas, ...baseForms(form)] : lemmas;
}

function isKnownPlace({ known, grammemes }: Parse): boolean {
  return known && grammemes.includes('Geox') && grammemes.includes('sing');
}

/** Two to five capitals without a dictionary word behind them, or none that could be pronounced. */
function isAbbreviation(form: string, parses: readonly Parse[]): boolean {
  if (parses.some((parse) => parse.grammemes.includes('Abbr'))) return true;
  if (parses.length > 0) return false;
  return form.length <= 5 || !/[аеиоуыэюя]/.test(form) || /[^аеиоуыэюя]{4}/.test(form);
}

/** «ВИЧа», «МРОТом». */
const ABBREVIATION_ENDING = /(?:ами|ах|ам|ов|ом|ем|а|у|е|ы|и|я|ю)$/;

/** Folded lemmas of the readings by likelihood, after what capitals say. */
function ranked(parses: readonly Parse[], capitals: Capitals, query: boolean): string[] {
  const weights = new Map<string, number>();
  for (const parse of admitted(parses, capitals, query)) {
    const lemma = fold(parse.lemma);
    const weight = parse.score * (capitals !== LOWER && isName(parse) ? NAME_IN_CAPITALS : 1);
    weights.set(lemma, (weights.get(lemma) ?? 0) + weight);
  }
  const sorted = [...weights].sort((a, b) => b[1] - a[1]);
  const least = query ? sorted.reduce((sum, [, weight]) => sum + weight, 0) * LEAST_IN_QUERY : 0;
  return sorted.filter(([, weight]) => weight >= least).map(([lemma]) => lemma);
}

/** Rarer readings of a query word (миро of «мир») are not searched. */
const LEAST_IN_QUERY = 0.01;

/** A capital letter makes a reading as a name this much likelier. */
const NAME_IN_CAPITALS = 3;

/** Readings that capitals allow; all of them when capitals would leave none. */
function admitted(parses: readonly Parse[], capitals: Capitals, query: boolean): readonly Parse[] {
  const kept = parses.filter((parse, _, all) => {
    if (capitals === LOWER) return query || (!isName(parse) && !parse.grammemes.includes('Poss'));
    if (parse.grammemes.includes('Poss')) return !all.some((other) => other.grammemes.includes('Surn'));
    // No press speaks of several Ivans: «Иванов» is the surname.
    if (parse.grammemes.includes('plur') && parse.grammemes.includes('Name')) return !all.some(isNominativeName);
    return !query || capitals !== CAPITALISED || isMainName(parse) || !all.some(isNominativeName);
  });
  return kept.length > 0 ? kept : parses;
}

const NAMES: ReadonlySet<string> = new Set(['Name', 'Surn', 'Patr', 'Geox', 'Orgn', 'Trad', 'Abbr']);

const MAIN_NAMES: ReadonlySet<string> = new Set(['Name', 'Surn', 'Geox']);

function isMainName({ grammemes }: Parse): boolean {
  return grammemes.some((one) => MAIN_NAMES.has(one));
}

function isName(parse: Parse): boolean {
  return parse.grammemes.some((grammeme) => NAMES.has(grammeme));
}

function isNominativeName(parse: Parse): boolean {
  const { known, grammemes } = parse;
  return known && grammemes.includes('nomn') && grammemes.includes('sing') && isMainName(parse);
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
  const known = morphology?.knows(form) ? ranked(morphology.parses(form), capitals, query) : [];
  if (known.length > 0 && capitals === LOWER) return known;
  const head = form.slice(0, joint);
  const mark = form[joint]!;
  const tail = form.slice(joint + 1);
  const tails = lemmas(tail, capitals, morphology, query).slice(0, 2);
  const heads = mark === "'" ? [head] : [head, ...lemmas(head, capitals, morphology, query).slice(0, 1)];
  return [...known, ...tails.flatMap((last) => heads.map((first) => first + mark + last))];
}
