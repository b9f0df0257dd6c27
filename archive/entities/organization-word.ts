/** Nominative of an organization's name that is one word. */

import type { Morphology, Parse } from '../text/morphology.ts';
import type { Attested } from './attested.ts';
import { type Case, formsOf, genders } from './declension.ts';
import { withCaseOf } from './letter-case.ts';

/** «МИДом» → «МИД», «Газпрома» → «Газпром», «ООН», «Самсунг» as they are. */
export function oneWord(word: string, before: string | undefined, attested: Attested, morphology: Morphology): string {
  const abbreviation = /^(\p{Lu}{2,})-?(?:а|у|е|ом|ем|ы|ов|ам|ами|ах|и)$/u.exec(word) ?? clipped.exec(word);
  if (abbreviation) return abbreviation[1]!;
  if (word === word.toUpperCase() || !/^\p{Script=Cyrillic}/u.test(word)) return word;
  if (ministry.test(word)) return word;
  const lower = word.toLowerCase().replaceAll('ё', 'е');
  const nouns = morphology.parses(word).filter((parse) => parse.grammemes.includes('NOUN'));
  const known = nouns.filter((parse) => parse.known);
  const expected = governedCases(before);
  // A word that the dictionary does not have is as likely a foreign name that nothing declines.
  const scores = new Map<string, number>(known.length > 0 ? [] : [[lower, 0.25]]);
  for (const parse of known.length > 0 ? known : nouns) {
    if (parse.grammemes.includes('plur') && known.length === 0) continue;
    const form = parse.grammemes.includes('nomn') ? lower : nominativeOf(parse, lower);
    if (form === undefined) continue;
    let score = parse.score * (parse.known ? 1 : 0.5) * (parse.grammemes.includes('anim') ? 0.5 : 1);
    if (expected) score *= expected.some((c) => parse.grammemes.includes(c)) ? 2 : 0.2;
    scores.set(form, (scores.get(form) ?? (form !== lower && attested.has(form) ? 1 : 0)) + score);
  }
  if (known.length === 0) {
    // «Макфа», «Макфы», «Макфой»: other forms in the text tell which nominative a word has that no dictionary knows.
    if (before === undefined) scores.set(lower, (scores.get(lower) ?? 0) + 0.3);
    const near = attested.like(lower);
    for (const [form, score] of scores) {
      const explained = near.filter((one) => genders.some((gender) => formsOf(form, gender).has(one))).length;
      scores.set(form, score + 0.5 * explained);
    }
  }
  let best = { form: lower, score: 0 };
  for (const [form, score] of scores) if (score > best.score) best = { form, score };
  return best.form === lower ? word : withCaseOf(best.form, word);
}

/** «Минобороны», «Минприроды», «Минцифры»: the clipped word in front governs, nothing declines. */
export const ministry = /^мин\p{L}{3,}[ыи]$/iu;

/** «Цветы» are «цветки» as well: of two nominatives the one that is nearer to what is written. */
function nominativeOf(parse: Parse, written: string): string | undefined {
  const number = parse.grammemes.includes('plur') ? 'plur' : 'sing';
  const shared = (form: string) => {
    let length = 0;
    while (length < form.length && form[length] === written[length]) length++;
    return length;
  };
  return parse
    .forms()
    .filter(({ grammemes }) => grammemes.includes('nomn') && grammemes.includes(number))
    .map(({ form }) => form.replaceAll('ё', 'е'))
    .sort((a, b) => shared(b) - shared(a))[0];
}

/** «Кабмина», «Совфедом», «Росстату»: clipped nouns that no dictionary has; all are masculine. */
const clipped =
  /^(\p{L}+(?:мин|фин|фед|здрав|юст|транс|строй|сельхоз|промторг|стат|надзор|космос|атом|авиация|туризм|трест|дор|лес|банк))(?:а|у|ом|е)$/iu;

/** Cases that a preposition in front of a name asks for. */
export function governedCases(before: string | undefined): readonly Case[] | undefined {
  switch (before?.toLowerCase()) {
    case 'в':
    case 'во':
    case 'на':
      return ['loct', 'accs'];
    case 'из':
    case 'от':
    case 'для':
    case 'у':
    case 'до':
    case 'против':
    case 'без':
      return ['gent'];
    case 'к':
    case 'ко':
    case 'по':
    case 'благодаря':
    case 'согласно':
      return ['datv'];
    case 'с':
    case 'со':
      return ['ablt', 'gent'];
    case 'о':
    case 'об':
    case 'при':
      return ['loct'];
    case 'между':
    case 'над':
    case 'перед':
      return ['ablt'];
    default:
      return undefined;
  }
}
