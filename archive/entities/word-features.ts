/** What the tagger sees of a word by itself. Found once for each spelling. */

import type { Morphology } from '../text/morphology.ts';
import { hashText, mix } from './hash.ts';
import { isOrganizationNoun, isRole, isWellKnown } from './lexicon.ts';

/** How far the tagger looks to the left and to the right, in tokens. */
export const reach = 2;

/** Feature ids of a word, needed only until its weights are summed. */
export interface WordIds {
  /** Feature ids the word gives to the token `offset` places before it, for offsets −reach…reach (0 is itself). */
  readonly at: readonly Int32Array[];
  /** Those among them that annotation guidelines are likely to treat differently. */
  readonly styled: readonly Int32Array[];
}

/** What the words around it ask of a word. */
export interface WordFacts {
  readonly lower: number;
  readonly lemma: number;
  readonly shape: number;
  readonly part: number;
  readonly tags: number;
  readonly ending: number;
  /** The first letters, by which the cases of one name are the same. */
  readonly stem: string;
  readonly lowerText: string;
  readonly lemmaText: string;
  readonly isWord: boolean;
  readonly isCapital: boolean;
  readonly isUpper: boolean;
  readonly isGivenName: boolean;
  readonly isOrganizationNoun: boolean;
  readonly isRole: boolean;
  readonly isVerb: boolean;
}

function shapeOf(word: string): string {
  let shape = '';
  for (const c of word) {
    if (/\d/.test(c)) shape += '0';
    else if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(c)) shape += 'H';
    else if (/\p{Script=Latin}/u.test(c)) shape += c === c.toUpperCase() ? 'L' : 'l';
    else if (/\p{L}/u.test(c)) shape += c === c.toLowerCase() ? 'а' : 'А';
    else shape += c;
  }
  return shape;
}

const proper = ['Name', 'Surn', 'Patr', 'Geox', 'Orgn', 'Abbr', 'Init', 'Trad'];
/** Tells apart the same feature at different distances. */
const offsets = [-2, -1, 0, 1, 2];
const places = offsets.map((offset) => hashText(`w${offset}`));
const styledPlaces = offsets.map((offset) => hashText(`w${offset + 10}`));

export interface WordFeatures {
  readonly ids: WordIds;
  readonly facts: WordFacts;
}

export function wordFeatures(word: string, morphology: Morphology): WordFeatures {
  const lowerText = word.toLowerCase().replaceAll('ё', 'е');
  const parses = morphology.parses(word);
  const top = parses[0];
  const lemmaText = top?.lemma.replaceAll('ё', 'е') ?? lowerText;
  const isWord = /\p{L}/u.test(word);
  const isCapital = /^\p{Lu}/u.test(word);
  const isUpper = isCapital && word.length > 1 && word === word.toUpperCase();
  const longShape = shapeOf(word);
  const shape = longShape.replace(/(.)\1+/gu, '$1+');
  const part = top ? [top.grammemes[0], ...top.grammemes.filter((g) => cases.has(g) || numbers.has(g))].join() : shape;
  const marks = proper.filter((g) => parses.some((p) => p.known && p.grammemes.includes(g)));
  const guesses = proper.filter((g) => parses.some((p) => !p.known && p.grammemes.includes(g)));
  const tags = `${marks.join()}/${guesses.join()}`;
  const ending = lowerText.slice(-3);
  const halves = lowerText.split('-');

  const own: string[] = [
    `w ${lowerText}`,
    `l ${lemmaText}`,
    `s ${shape}`,
    `L ${longShape}`,
    `p ${part}`,
    `t ${tags}`,
    `k ${shape} ${tags}`,
    `K ${shape} ${top?.known ? 'known' : 'guessed'} ${top?.grammemes[0] ?? ''}`,
    `n ${Math.min(word.length, 12)}`,
  ];
  for (let n = 1; n <= 5; n++) if (lowerText.length > n) own.push(`e ${lowerText.slice(-n)} ${isCapital}`);
  for (let n = 2; n <= 5; n++) if (lowerText.length > n) own.push(`b ${lowerText.slice(0, n)} ${isCapital}`);
  for (const parse of parses.slice(1, 3)) own.push(`m ${parse.lemma.replaceAll('ё', 'е')}`);
  for (const mark of marks) own.push(`g ${mark} ${isCapital}`);
  for (const guess of guesses) own.push(`h ${guess} ${isCapital}`);
  if (halves.length > 1) own.push(`x ${halves[0]}`, `y ${halves[halves.length - 1]}`);
  const styled = [`l ${lemmaText}`, `s ${shape}`, `p ${part}`, `t ${tags}`];
  const near = [`w ${lowerText}`, `l ${lemmaText}`, `s ${shape}`, `p ${part}`, `t ${tags}`, `e ${ending}`];
  const far = [`w ${lowerText}`, `l ${lemmaText}`, `s ${shape}`, `t ${tags}`];
  const organizationNoun = isOrganizationNoun(lemmaText) || halves.some(isOrganizationNoun);
  for (const list of [own, near, far, styled]) {
    if (organizationNoun) list.push(`O ${isCapital}`);
    if (isRole(lemmaText)) list.push(`R ${isCapital}`);
    if (isWellKnown(lowerText)) list.push(`W ${isCapital}`);
  }
  const [ownIds, nearIds, farIds, styledIds] = [own, near, far, styled].map(baseIds) as [
    number[],
    number[],
    number[],
    number[],
  ];
  const at = [farIds, nearIds, ownIds, nearIds, farIds];
  const ids: WordIds = {
    at: at.map((list, i) => Int32Array.from(list, (id) => mix(id, places[i]!))),
    styled: at.map((_, i) =>
      Math.abs(i - reach) < 2 ? Int32Array.from(styledIds, (id) => mix(id, styledPlaces[i]!)) : none,
    ),
  };
  const facts: WordFacts = {
    lower: hashText(lowerText),
    lemma: hashText(lemmaText),
    shape: hashText(shape),
    part: hashText(part),
    tags: hashText(tags),
    ending: hashText(ending),
    stem: lowerText.slice(0, Math.max(3, Math.min(lowerText.length - 2, 7))),
    lowerText,
    lemmaText,
    isWord,
    isCapital,
    isUpper,
    isGivenName: marks.includes('Name'),
    isOrganizationNoun: organizationNoun,
    isRole: isRole(lemmaText),
    isVerb: top?.grammemes[0] === 'VERB',
  };
  return { ids, facts };
}

const baseIds = (list: readonly string[]): number[] => [...new Set(list.map(hashText))];
const none = new Int32Array(0);

const cases = new Set(['nomn', 'gent', 'datv', 'accs', 'ablt', 'loct', 'voct', 'gen2', 'acc2', 'loc2']);
const numbers = new Set(['sing', 'plur', 'masc', 'femn', 'neut']);
