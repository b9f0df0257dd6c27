/** People who are not one person by a name: «консерваторов», «парижанкой», the family «Романовых». */

import { inflect, type Morphology } from '../text/morphology.ts';
import { type Case, cases, type Gender } from './declension.ts';
import type { NormalPerson } from './person-normal.ts';
import { plainE } from './person-readings.ts';

/** The noun's nominative in its own number; undefined for a name. */
export function commonNoun(word: string, morphology: Morphology): NormalPerson | undefined {
  const nouns = morphology.parses(word).filter((parse) => parse.known && parse.grammemes[0] === 'NOUN');
  const noun = nouns[0];
  if (noun === undefined) return undefined;
  // «Британцы заявили»: with a capital where a sentence begins, but never a name.
  const peoples = nouns.every(
    ({ grammemes }) => grammemes.includes('plur') && !/Name|Surn|Patr/.test(grammemes.join()),
  );
  if (/^\p{Lu}/u.test(word) && !(peoples && noun.grammemes.includes('nomn'))) return undefined;
  const base = inflect(noun, 'nomn');
  if (base === undefined) return undefined;
  const text = /^\p{Lu}/u.test(word) ? word : plainE(base, word);
  const gender = noun.grammemes.includes('femn') ? 'femn' : 'masc';
  return unquestioned(text, word, gender, cases.find((c) => noun.grammemes.includes(c)) ?? 'nomn');
}

/**
 * «Романовых» → «Романовы», «Скрипалей» → «Скрипали».
 *
 * @param like words of other names in the text: a family's name in «-ей» is one only beside «Скрипаль»
 */
export function family(word: string, like: readonly string[]): NormalPerson | undefined {
  const [, stem] = /^(\p{Lu}\p{Ll}+(?:[оеё]в|[иы]н))ых$/u.exec(word) ?? [];
  if (stem !== undefined) return unquestioned(`${stem}ы`, word, 'masc', 'gent');
  const [, soft] = /^(\p{Lu}\p{Ll}+)(?:ей|ям|ями|ях)$/u.exec(word) ?? [];
  const one = soft !== undefined && like.includes(`${soft.toLowerCase()}ь`);
  return one ? unquestioned(`${soft}и`, word, 'masc', 'gent') : undefined;
}

function unquestioned(text: string, word: string, gender: Gender, oneCase: Case): NormalPerson {
  const form = word.toLowerCase();
  const parts = { surname: text };
  return { text, parts, gender, case: oneCase, sure: true, form, surnames: [text], words: 0, around: 0 };
}
