/** What the tagger sees of a word by itself. Found once for each spelling, in whole numbers only. */

import type { Morphology, Parse } from '../text/morphology.ts';
import { hashStart, hashStep, hashText, mix, seeds } from './hash.ts';
import { type KnownName, knownName, withoutEnding } from './known-names.ts';
import { isOrganizationNoun, isRole, isWellKnown } from './lexicon.ts';
import { shapeOf } from './word-shape.ts';

/** How far the tagger looks to the left and to the right, in tokens. */
export const reach = 2;

/** Feature ids of a word, needed only until its weights are summed. */
interface WordIds {
  /** Feature ids the word gives to the token `offset` places before it, for offsets −reach…reach (0 is itself). */
  readonly at: readonly Int32Array[];
  /** Those among them that annotation guidelines are likely to treat differently. */
  readonly styled: readonly Int32Array[];
}

/** What a token can be besides a word. */
export const marks = { none: 0, opening: 1, closing: 2, plainQuote: 3, bracket: 4, bracketEnd: 5, stop: 6, dash: 7 };

/** What the words around it ask of a word. Numbers are hashes. */
export interface WordFacts {
  readonly lower: number;
  readonly lemma: number;
  readonly shape: number;
  readonly part: number;
  readonly tags: number;
  readonly ending: number;
  /** The first letters, by which the cases of one name are the same. */
  readonly stem: number;
  readonly lowerText: string;
  readonly lemmaText: string;
  /** The word without its ending, as the lists of known names have it. */
  readonly bareText: string;
  readonly knownName: KnownName;
  readonly mark: number;
  readonly isWord: boolean;
  readonly isCapital: boolean;
  readonly isUpper: boolean;
  /** One capital letter. */
  readonly isInitial: boolean;
  readonly isGivenName: boolean;
  readonly isOrganizationNoun: boolean;
  readonly isRole: boolean;
  readonly isVerb: boolean;
  /** «в», «на», «из»: a place may follow. */
  readonly isPlacePreposition: boolean;
}

export interface WordFeatures {
  readonly ids: WordIds;
  readonly facts: WordFacts;
}

const proper = ['Name', 'Surn', 'Patr', 'Geox', 'Orgn', 'Abbr', 'Init', 'Trad'];
const inflected = new Set('nomn gent datv accs ablt loct voct gen2 acc2 loc2 sing plur masc femn neut'.split(' '));

/** What a tag of the dictionary says, in numbers; tags are few and shared by all words that bear them. */
interface TagFacts {
  /** Part of speech with case, number and gender. */
  readonly part: number;
  readonly speech: number;
  /** A bit for each of {@link proper}. */
  readonly proper: number;
  readonly isVerb: boolean;
}

const knownTags = new WeakMap<readonly string[], TagFacts>();

function tagFacts(grammemes: readonly string[]): TagFacts {
  const known = knownTags.get(grammemes);
  if (known !== undefined) return known;
  const speech = grammemes[0] ?? '';
  const facts: TagFacts = {
    part: hashText([speech, ...grammemes.filter((g) => inflected.has(g))].join()),
    speech: hashText(speech),
    proper: proper.reduce((bits, tag, i) => (grammemes.includes(tag) ? bits | (1 << i) : bits), 0),
    isVerb: speech === 'VERB',
  };
  knownTags.set(grammemes, facts);
  return facts;
}

const offsets = [-2, -1, 0, 1, 2];
/** Tell apart the same feature at different distances. */
const places = offsets.map((offset) => hashText(`w${offset}`));
const styledPlaces = offsets.map((offset) => hashText(`w${offset + 10}`));

const kind = seeds(
  'lower',
  'lemma',
  'shape',
  'longShape',
  'part',
  'tags',
  'shapeTags',
  'shapeSpeech',
  'length',
  'end',
  'begin',
  'otherLemma',
  'mark',
  'guess',
  'firstHalf',
  'lastHalf',
  'ending',
  'organizationNoun',
  'role',
  'wellKnown',
);

/** Longest beginning and end of a word that are features. */
const longestPart = 5;

const markOf: Readonly<Record<string, number>> = {
  '«': marks.opening,
  '“': marks.opening,
  '„': marks.opening,
  '»': marks.closing,
  '”': marks.closing,
  '"': marks.plainQuote,
  '(': marks.bracket,
  ')': marks.bracketEnd,
  '.': marks.stop,
  '-': marks.dash,
};

export function wordFeatures(word: string, morphology: Morphology): WordFeatures {
  const lowerText = word.toLowerCase().replaceAll('ё', 'е');
  const parses = morphology.parses(word);
  const top = parses[0];
  const topTag = top && tagFacts(top.grammemes);
  const lemmaText = top?.lemma.replaceAll('ё', 'е') ?? lowerText;
  const bareText = withoutEnding(lowerText);
  const isWord = /\p{L}/u.test(word);
  const isCapital = isWord && /^\p{Lu}/u.test(word);
  const isUpper = isCapital && word.length > 1 && word === word.toUpperCase();
  const flag = isCapital ? 1 : 2;
  const shape = shapeOf(word);
  const part = topTag?.part ?? shape.short;
  const { known, guessed } = properOf(parses);
  const tags = mix(known + 1, guessed);
  const lower = hashText(lowerText);
  const lemma = hashText(lemmaText);
  const hyphen = lowerText.indexOf('-');
  const firstHalf = hyphen > 0 ? lowerText.slice(0, hyphen) : '';
  const lastHalf = hyphen > 0 ? lowerText.slice(lowerText.lastIndexOf('-') + 1) : '';
  const organizationNoun =
    isOrganizationNoun(lemmaText) || (hyphen > 0 && lowerText.split('-').some(isOrganizationNoun));
  const role = isRole(lemmaText);
  const ending = endHash(lowerText, 3);

  const lexical: number[] = [];
  if (organizationNoun) lexical.push(mix(kind.organizationNoun, flag));
  if (role) lexical.push(mix(kind.role, flag));
  if (isWellKnown(lowerText)) lexical.push(mix(kind.wellKnown, flag));

  const inLower = mix(kind.lower, lower);
  const inLemma = mix(kind.lemma, lemma);
  const inShape = mix(kind.shape, shape.short);
  const inPart = mix(kind.part, part);
  const inTags = mix(kind.tags, tags);
  const far = [inLower, inLemma, inShape, inTags, ...lexical];
  const near = [inLower, inLemma, inShape, inPart, inTags, mix(kind.ending, ending), ...lexical];
  const styled = [inLemma, inShape, inPart, inTags, ...lexical];
  const own = [inLower, inLemma, inShape, inPart, inTags, ...lexical];
  own.push(
    mix(kind.longShape, shape.long),
    mix(mix(kind.shapeTags, shape.short), tags),
    mix(mix(kind.shapeSpeech, shape.short), top === undefined ? 0 : mix(topTag!.speech, top.known ? 1 : 2)),
    mix(kind.length, Math.min(word.length, 12)),
  );
  pushEnds(lowerText, flag, own);
  for (const parse of parses.slice(1, 3)) own.push(mix(kind.otherLemma, hashText(parse.lemma.replaceAll('ё', 'е'))));
  for (let i = 0; i < proper.length; i++) {
    if ((known & (1 << i)) !== 0) own.push(mix(mix(kind.mark, i), flag));
    if ((guessed & (1 << i)) !== 0) own.push(mix(mix(kind.guess, i), flag));
  }
  if (hyphen > 0) own.push(mix(kind.firstHalf, hashText(firstHalf)), mix(kind.lastHalf, hashText(lastHalf)));

  const at = [far, near, own, near, far];
  const ids: WordIds = {
    at: at.map((list, i) => placed(list, places[i]!)),
    styled: at.map((_, i) => (Math.abs(i - reach) < 2 ? placed(styled, styledPlaces[i]!) : none)),
  };
  const facts: WordFacts = {
    lower,
    lemma,
    shape: shape.short,
    part,
    tags,
    ending,
    stem: hashText(lowerText.slice(0, Math.max(3, Math.min(lowerText.length - 2, 7)))),
    lowerText,
    lemmaText,
    bareText,
    knownName: knownName(bareText),
    mark: word.length === 1 ? (markOf[word] ?? marks.none) : marks.none,
    isWord,
    isCapital,
    isUpper,
    isInitial: isCapital && word.length === 1,
    isGivenName: (known & 1) !== 0,
    isOrganizationNoun: organizationNoun,
    isRole: role,
    isVerb: topTag?.isVerb ?? false,
    isPlacePreposition: lowerText === 'в' || lowerText === 'во' || lowerText === 'на' || lowerText === 'из',
  };
  return { ids, facts };
}

/** Kinds of names among the readings, those of the dictionary and those guessed apart: bits of {@link proper}. */
function properOf(parses: readonly Parse[]): { known: number; guessed: number } {
  let known = 0;
  let guessed = 0;
  for (const parse of parses) {
    const bits = tagFacts(parse.grammemes).proper;
    if (parse.known) known |= bits;
    else guessed |= bits;
  }
  return { known, guessed };
}

/** Hash of the last `length` units, as {@link pushEnds} makes it; of the whole word if it is shorter. */
function endHash(text: string, length: number): number {
  let h = hashStart;
  for (let i = text.length - 1; i >= Math.max(0, text.length - length); i--) h = hashStep(h, text.charCodeAt(i));
  return h;
}

/** Beginnings of 2–5 letters and ends of 1–5 that are shorter than the word. */
function pushEnds(text: string, flag: number, into: number[]): void {
  const longest = Math.min(longestPart, text.length - 1);
  let end = hashStart;
  let begin = hashStart;
  for (let n = 1; n <= longest; n++) {
    end = hashStep(end, text.charCodeAt(text.length - n));
    begin = hashStep(begin, text.charCodeAt(n - 1));
    into.push(mix(mix(kind.end, end), flag));
    if (n > 1) into.push(mix(mix(kind.begin, begin), flag));
  }
}

function placed(ids: readonly number[], place: number): Int32Array {
  const result = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) result[i] = mix(ids[i]!, place);
  return result;
}

const none = new Int32Array(0);
