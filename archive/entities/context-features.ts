/** What the tagger sees of a token in its sentence and document, beyond the words by themselves. */

import { mix, seeds } from './hash.ts';
import type { Token } from './tokens.ts';
import { marks, type WordFacts } from './word-features.ts';

/** Bits of {@link DocumentContext.company}. */
const beside = { role: 1, organizationNoun: 2, place: 4, verb: 8, quoted: 16, initial: 32, longer: 64, bracket: 128 };

/** Facts about a document that a window of a few tokens does not show. Words are told by their hashes. */
export interface DocumentContext {
  /** Spellings, lower case, that the document also has without a capital. */
  readonly small: ReadonlySet<number>;
  /** Spellings that it has with a capital inside a sentence. */
  readonly capital: ReadonlySet<number>;
  /** Beginnings of capitalised words that stand after a given name or an initial somewhere. */
  readonly surnames: ReadonlySet<number>;
  /**
   * What stands beside a capitalised word anywhere in the document, by the word's beginning: bits of {@link beside}. A
   * name seen once in telling company is known wherever it stands alone.
   */
  readonly company: ReadonlyMap<number, number>;
  /** All-capital words that stand in brackets after words. */
  readonly bracketed: ReadonlySet<number>;
  /** For each token: −1 outside quotes, else the token that opens them. */
  readonly quotedFrom: Int32Array;
  /** For each token inside quotes the token that closes them, else −1. */
  readonly quotedTo: Int32Array;
}

/** Longest quotation, in tokens, that can be a name. */
const longestTitle = 12;

export function documentContext(tokens: readonly Token[], words: readonly WordFacts[]): DocumentContext {
  const small = new Set<number>();
  const capital = new Set<number>();
  const surnames = new Set<number>();
  const bracketed = new Set<number>();
  const company = new Map<number, number>();
  const quotedFrom = new Int32Array(tokens.length).fill(-1);
  const quotedTo = new Int32Array(tokens.length).fill(-1);
  let opened = -1;
  for (let i = 0; i < tokens.length; i++) {
    const word = words[i]!;
    const before = words[i - 1];
    const joined = before !== undefined && tokens[i - 1]!.sentence === tokens[i]!.sentence;
    if (word.isWord && !word.isCapital) small.add(word.lower);
    if (word.isCapital) {
      if (joined && before.isWord) capital.add(word.lower);
      const initial = before?.mark === marks.stop && words[i - 2]?.isInitial === true;
      if (!word.isUpper && (initial || (before?.isGivenName && before.isCapital))) surnames.add(word.stem);
      if (word.isUpper && before?.mark === marks.bracket && words[i - 2]?.isWord) bracketed.add(word.lower);
      if (word.lowerText.length > 2) {
        const quoted = before?.mark === marks.opening || before?.mark === marks.plainQuote;
        const leader = quoted ? words[i - 2] : before;
        const after = words[i + 1];
        const found =
          (leader?.isRole ? beside.role : 0) |
          (leader?.isOrganizationNoun ? beside.organizationNoun : 0) |
          (leader?.isPlacePreposition ? beside.place : 0) |
          (after?.isVerb ? beside.verb : 0) |
          (quoted ? beside.quoted : 0) |
          (initial ? beside.initial : 0) |
          (after?.isCapital || (before?.isCapital && joined) ? beside.longer : 0) |
          (before?.mark === marks.bracket ? beside.bracket : 0);
        if (found !== 0) company.set(word.stem, (company.get(word.stem) ?? 0) | found);
      }
    }
    if (word.mark === marks.opening || (word.mark === marks.plainQuote && opened < 0)) opened = i;
    else if (word.mark === marks.closing || word.mark === marks.plainQuote) {
      if (opened >= 0 && i - opened <= longestTitle) {
        quotedFrom.fill(opened, opened + 1, i);
        quotedTo.fill(i, opened + 1, i);
      }
      opened = -1;
    }
  }
  return { small, capital, surnames, company, bracketed, quotedFrom, quotedTo };
}

/** A sentence within its document: token indexes `from`…`to`, the end exclusive. */
export interface SentenceRange {
  readonly from: number;
  readonly to: number;
  /** Whether nearly all its words are in capitals, as some headlines are. */
  readonly shouted: boolean;
}

export function sentenceRanges(tokens: readonly Token[], words: readonly WordFacts[]): SentenceRange[] {
  const ranges: SentenceRange[] = [];
  for (let from = 0; from < tokens.length; ) {
    const { sentence } = tokens[from]!;
    let spelled = 0;
    let upper = 0;
    let to = from;
    for (; to < tokens.length && tokens[to]!.sentence === sentence; to++) {
      const word = words[to]!;
      if (!word.isWord || word.lowerText.length < 2) continue;
      spelled++;
      if (word.isUpper) upper++;
    }
    ranges.push({ from, to, shouted: spelled > 2 && upper > 0.6 * spelled });
    from = to;
  }
  return ranges;
}

/** More features than any token has of its context. */
export const mostContextFeatures = 64;

const kind = seeds(
  'lowerBefore',
  'lowerAfter',
  'lemmaBefore',
  'lemmaAfter',
  'shapeBefore',
  'shapeAfter',
  'shapesAround',
  'tagsBefore',
  'tagsAfter',
  'tagsTwoBefore',
  'lemmaShape',
  'lemmaTags',
  'shapeLemma',
  'partBefore',
  'partAfter',
  'partsAround',
  'endingBefore',
  'lemmasTwoBefore',
  'thirdBefore',
  'thirdAfter',
  'secondBefore',
  'secondAfter',
  'first',
  'last',
  'alone',
  'upperSentence',
  'small',
  'capital',
  'surname',
  'company',
  'companyAll',
  'bracket',
  'inBracket',
  'quote',
  'quoteHead',
  'quotePlace',
  'quoteShape',
  'noun',
  'nounNear',
);
const border = mix(1, 1);

/** What stands outside the sentence. */
const nothing = { lower: border, lemma: border, shape: border, part: border, tags: border, ending: border };

/**
 * Writes the feature ids of token `i` to `into` from `at` on: no more than {@link mostContextFeatures}.
 *
 * @returns the place behind the last one
 */
export function contextFeatures(
  words: readonly WordFacts[],
  document: DocumentContext,
  sentence: SentenceRange,
  i: number,
  into: Int32Array,
  at: number,
): number {
  const { from, to } = sentence;
  const word = words[i]!;
  const a = i - 2 >= from ? words[i - 2]! : nothing;
  const b = i - 1 >= from ? words[i - 1]! : nothing;
  const c = i + 1 < to ? words[i + 1]! : nothing;
  const d = i + 2 < to ? words[i + 2]! : nothing;
  const { lower, lemma, shape, part, tags } = word;
  const capital = word.isCapital ? 1 : 0;
  const tagsShape = mix(tags, shape);
  const partShape = mix(part, shape);
  let k = at;
  into[k++] = mix(mix(kind.lowerBefore, b.lower), lower);
  into[k++] = mix(mix(kind.lowerAfter, lower), c.lower);
  into[k++] = mix(mix(kind.lemmaBefore, b.lemma), lemma);
  into[k++] = mix(mix(kind.lemmaAfter, lemma), c.lemma);
  into[k++] = mix(mix(kind.shapeBefore, b.shape), shape);
  into[k++] = mix(mix(kind.shapeAfter, shape), c.shape);
  into[k++] = mix(mix(kind.shapesAround, mix(b.shape, c.shape)), shape);
  into[k++] = mix(mix(kind.tagsBefore, mix(b.tags, b.shape)), tagsShape);
  into[k++] = mix(mix(kind.tagsAfter, mix(c.tags, c.shape)), tagsShape);
  into[k++] = mix(mix(kind.tagsTwoBefore, mix(a.tags, b.tags)), tagsShape);
  into[k++] = mix(mix(kind.lemmaShape, b.lemma), shape);
  into[k++] = mix(mix(kind.lemmaTags, b.lemma), tags);
  into[k++] = mix(mix(kind.shapeLemma, shape), c.lemma);
  into[k++] = mix(mix(kind.partBefore, b.part), partShape);
  into[k++] = mix(mix(kind.partAfter, c.part), partShape);
  into[k++] = mix(mix(kind.partsAround, mix(b.part, c.part)), part);
  into[k++] = mix(mix(kind.endingBefore, b.ending), mix(word.ending, shape));
  into[k++] = mix(mix(kind.lemmasTwoBefore, mix(a.lemma, b.lemma)), shape);
  into[k++] = mix(mix(kind.thirdBefore, i - 3 >= from ? words[i - 3]!.lemma : border), capital);
  into[k++] = mix(mix(kind.thirdAfter, i + 3 < to ? words[i + 3]!.lemma : border), capital);
  into[k++] = mix(mix(kind.secondBefore, a.lemma), shape);
  into[k++] = mix(mix(kind.secondAfter, d.lemma), shape);
  if (i === from) into[k++] = mix(mix(kind.first, shape), document.small.has(lower) ? 1 : 0);
  if (i === to - 1) into[k++] = mix(kind.last, shape);
  if (to - from === 1) into[k++] = mix(kind.alone, shape);
  if (sentence.shouted) into[k++] = mix(kind.upperSentence, tags);
  if (word.isCapital) {
    const first = i === from ? 1 : 0;
    into[k++] = mix(mix(kind.small, document.small.has(lower) ? 1 : 0), first);
    into[k++] = mix(mix(kind.capital, document.capital.has(lower) ? 1 : 0), first);
    if (document.surnames.has(word.stem)) into[k++] = mix(mix(kind.surname, shape), first);
    const company = document.company.get(word.stem) ?? 0;
    for (let bit = 1; bit <= beside.bracket; bit *= 2) {
      if ((company & bit) !== 0) into[k++] = mix(mix(kind.company, bit), shape);
    }
    into[k++] = mix(mix(kind.companyAll, company), tags);
    if (document.bracketed.has(lower)) into[k++] = mix(kind.bracket, shape);
    if (i + 2 === to && i > from && words[i + 1]!.mark === marks.bracketEnd) into[k++] = mix(kind.inBracket, b.lower);
  }
  const open = document.quotedFrom[i]!;
  if (open >= 0) {
    const head = open - 1 >= from && open - 1 < to ? words[open - 1]! : undefined;
    const close = document.quotedTo[i]!;
    const length = close - open - 1;
    const place = i - open === 1 ? 1 : i === close - 1 ? 2 : 3;
    const named = head?.isOrganizationNoun ? 1 : 0;
    into[k++] = mix(mix(kind.quote, Math.min(length, 6)), shape);
    into[k++] = mix(mix(kind.quoteHead, head?.lemma ?? border), place === 1 ? 1 : 0);
    into[k++] = mix(mix(kind.quotePlace, place), named);
    into[k++] = mix(mix(kind.quoteShape, words[open + 1]!.shape), mix(Math.min(length, 4), named));
  }
  for (let n = i - 1; n >= Math.max(from, i - 6); n--) {
    const before = words[n]!;
    const binds = before.isWord || before.mark === marks.opening || before.mark === marks.plainQuote;
    if (!binds && before.mark !== marks.dash) break;
    if (!before.isOrganizationNoun) continue;
    into[k++] = mix(mix(kind.noun, before.lemma), shape);
    into[k++] = mix(mix(kind.nounNear, Math.min(i - n, 5)), mix(shape, before.isCapital ? 1 : 0));
    break;
  }
  return k;
}
