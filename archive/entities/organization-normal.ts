/**
 * Nominative of an organization's name: the adjectives and the noun at its head go to the nominative in agreement;
 * everything to the right of the head stays («Региональным центром ООН по …» → «Региональный центр ООН по …»).
 * Abbreviations, names in quotes and foreign words stay as they are.
 */

import { inflect, type Morphology, type Parse } from '../text/morphology.ts';
import type { Attested } from './attested.ts';
import { cases } from './declension.ts';
import { withCaseOf } from './letter-case.ts';
import { governedCases, ministry, oneWord } from './organization-word.ts';
import { Recent } from './recent.ts';

export interface OrganizationNormaliser {
  /**
   * @param name     the name as it stands in the text
   * @param before   the word in front of it, if it stands in the same sentence
   * @param attested words of names found anywhere in the text
   */
  normalise(name: string, before: string | undefined, attested: Attested): string;
}

/** Longest run of adjectives in front of a head noun. */
const longestHead = 6;
/** Names kept at least. */
const namesKept = 10_000;

export function createOrganizationNormaliser(morphology: Morphology): OrganizationNormaliser {
  const recent = new Recent<string>(namesKept);
  const normalise = (name: string, before: string | undefined, attested: Attested): string => {
    const text = bare(name);
    if (kazakh.test(text)) return text;
    if (/^[\p{L}\d-]+$/u.test(text)) return oneWord(text, before, attested, morphology);
    const key = `${before ?? ''} ${text}`;
    const known = recent.get(key);
    if (known !== undefined) return known;
    const normal = phrase(text, before, morphology);
    recent.set(key, normal);
    return normal;
  };
  return { normalise };
}

/** Kazakh does not decline as Russian does: «Таза Қазақстан». */
const kazakh = /[әғқңөұүһі]/i;

const pairs: Readonly<Record<string, string>> = { '«': '»', '"': '"', '“': '”', '„': '“' };

/** «корреспондентTengrinews.kz»: a word of the sentence that lost its space. */
const glued = /^\s*(?:корреспондент|агентство|передает|сообщает)(?=\p{Lu}\p{Ll})/u;

/** Without quotes around the whole, with those closed that were left open, with single spaces. */
function bare(name: string): string {
  const text = name.replace(/\s+/g, ' ').replace(glued, '').trim();
  const inner = text.slice(1, -1);
  if (text.length > 2 && pairs[text[0]!] === text.at(-1) && !/[«»"“”„]/.test(inner)) return inner;
  const open = (text.match(/«/g)?.length ?? 0) - (text.match(/»/g)?.length ?? 0);
  if (open > 0) return text.startsWith('«') ? text.slice(1) : `${text}»`;
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) return text.startsWith('"') ? text.slice(1) : `${text}"`;
  return text;
}

function phrase(text: string, before: string | undefined, morphology: Morphology): string {
  const pieces = text.split(/([\s,]+)/);
  const head: { at: number; parses: readonly Parse[] }[] = [];
  for (let at = 0; at < pieces.length && head.length < longestHead; at += 2) {
    const word = pieces[at]!;
    const abbreviation = /^(\p{Lu}{2,})-?(?:а|у|е|ом|ем)$/u.exec(word);
    if (at === 0 && abbreviation) {
      pieces[0] = abbreviation[1]!;
      return pieces.join('');
    }
    if (!/^\p{Script=Cyrillic}[\p{L}-]*$/u.test(word) || ministry.test(word)) return text;
    if (word.length > 1 && word === word.toUpperCase()) {
      return head.length > 0 ? adjectivesAlone(pieces, head, before) : text;
    }
    if (pieces[at + 1]?.includes(',')) return text;
    const parses = morphology.parses(word);
    const adjective = !/^сборн/i.test(word) && parses.some((parse) => isAdjective(parse) && parse.score > 0.05);
    const noun = parses.some((parse) => isNoun(parse) && parse.score > 0.02);
    if (!adjective && !noun) {
      if (/^(?:и|по|при)$/.test(word) && head.length > 0) continue;
      return text;
    }
    head.push({ at, parses });
    const next = pieces[at + 2] ?? '';
    const last =
      noun &&
      !(adjective && agreesWith(parses, next, morphology)) &&
      (!adjective || bestOf(parses, isNoun) > bestOf(parses, isAdjective));
    // «Жогорку Кенеш», «Техрик-э Лаббейк»: foreign words are no head.
    if (last && foreign(word, parses, next)) return text;
    if (last) return inNominative(pieces, head, before);
  }
  return text;
}

/** «Первом канале», «Частного корреспондента»: what may be a noun is an adjective before a noun it agrees with. */
function agreesWith(parses: readonly Parse[], next: string, morphology: Morphology): boolean {
  if (!/^\p{Script=Cyrillic}+$/u.test(next)) return false;
  const nouns = morphology.parses(next).filter((parse) => parse.known && isNoun(parse) && parse.score > 0.05);
  return nouns.some(({ grammemes: noun }) =>
    parses.some((parse) => {
      const shared = (of: readonly string[]) => of.some((g) => noun.includes(g) && parse.grammemes.includes(g));
      return (
        isAdjective(parse) &&
        shared(cases) &&
        shared(['sing', 'plur']) &&
        (noun.includes('plur') || shared(nounGenders))
      );
    }),
  );
}

const nounGenders = ['masc', 'femn', 'neut'];

function foreign(word: string, parses: readonly Parse[], next: string): boolean {
  if (/-\p{L}{1,2}$/u.test(word)) return true;
  return /^\p{Lu}/u.test(next) && /^\p{Lu}/u.test(word) && !parses.some(({ known }) => known);
}

const isAdjective = (parse: Parse) => ['ADJF', 'PRTF'].includes(parse.grammemes[0]!);
const isNoun = (parse: Parse) => parse.grammemes[0] === 'NOUN';
const bestOf = (parses: readonly Parse[], of: (parse: Parse) => boolean) =>
  Math.max(0, ...parses.filter(of).map((parse) => parse.score));

/** «британского МИД»: the abbreviation does not tell the case, its adjectives do. */
function adjectivesAlone(
  pieces: readonly string[],
  head: readonly { at: number; parses: readonly Parse[] }[],
  before: string | undefined,
): string {
  const changed = [...pieces];
  const expected = governedCases(before);
  for (const { at, parses } of head) {
    const singular = parses.filter((parse) => isAdjective(parse) && parse.grammemes.includes('sing'));
    // «британского МИД» may be of two genders; the masculine is the usual one for abbreviations.
    const masculine = singular.filter((parse) => parse.grammemes.includes('masc'));
    const likely = masculine.length > 0 ? masculine : singular;
    const parse = likely.find((one) => expected?.some((c) => one.grammemes.includes(c))) ?? likely[0];
    const gender = ['masc', 'femn', 'neut'].find((g) => parse?.grammemes.includes(g));
    const form = parse && gender && inflect(parse, 'nomn', 'sing', gender);
    if (!form) return pieces.join('');
    const written = pieces[at]!;
    changed[at] = withCaseOf(/ё/i.test(written) ? form : form.replaceAll('ё', 'е'), written);
  }
  return changed.join('');
}

/** «Власти Сирии» are many, as forces are. */
const powers = /^(?:власт|войск|сил|спецслужб)/i;

/** The case and number in which all words of the head agree, and their nominatives. */
function inNominative(
  pieces: readonly string[],
  head: readonly { at: number; parses: readonly Parse[] }[],
  before: string | undefined,
): string {
  const { parses, at } = head[head.length - 1]!;
  const written = pieces[at]!;
  const expected = governedCases(before);
  let best: { score: number; words: string[] } | undefined;
  for (const noun of parses.filter(isNoun)) {
    const oneCase = cases.find((c) => noun.grammemes.includes(c));
    const number = noun.grammemes.includes('plur') ? 'plur' : 'sing';
    const gender = ['masc', 'femn', 'neut'].find((g) => noun.grammemes.includes(g));
    if (oneCase === undefined) continue;
    const severalMeant = number === 'plur' && !powers.test(written);
    let score = (noun.score + 0.02) * (severalMeant ? 0.35 : 1) * (noun.known ? 1 : 0.5);
    if (expected) score *= expected.includes(oneCase) ? 2 : 0.2;
    const words: string[] = [];
    for (const { parses: readings } of head.slice(0, -1)) {
      const agreeing = readings.filter(
        (parse) =>
          isAdjective(parse) &&
          parse.grammemes.includes(oneCase) &&
          parse.grammemes.includes(number) &&
          (number === 'plur' || gender === undefined || parse.grammemes.includes(gender)),
      );
      // «Большим» is of «большой» rather than of «больший».
      const chosen =
        agreeing.find((parse) => parse.grammemes.includes('Qual') && parse.score >= agreeing[0]!.score) ?? agreeing[0];
      const kind = chosen?.grammemes.filter((g) => ['pssv', 'past', 'Supr', 'Anum'].includes(g)) ?? [];
      const form = chosen && inflect(chosen, 'nomn', number, ...kind, ...(number === 'sing' && gender ? [gender] : []));
      if (form === undefined) {
        score = 0;
        break;
      }
      words.push(form);
    }
    const nominative = noun.grammemes.includes('nomn') ? written.toLowerCase() : inflect(noun, 'nomn', number);
    if (nominative === undefined || score === 0) continue;
    words.push(nominative);
    if (!best || score > best.score) best = { score, words };
  }
  if (!best) return pieces.join('');
  const changed = [...pieces];
  head.forEach(({ at }, i) => {
    const written = pieces[at]!;
    // «высшим» and «высочайшим» are forms of one paradigm; the written one stays.
    const form = /^высш/i.test(written) ? best.words[i]!.replace(/^высочайш/, 'высш') : best.words[i]!;
    changed[at] = withCaseOf(/ё/i.test(written) ? form : form.replaceAll('ё', 'е'), written);
  });
  return changed.join('');
}
