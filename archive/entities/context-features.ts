/** What the tagger sees of a token in its sentence and document, beyond the words by themselves. */

import { hashText, mix } from './hash.ts';
import type { Token } from './tokens.ts';
import type { WordFacts } from './word-features.ts';

const open = /^[«“„]$/;
const close = /^[»”]$/;
const plain = /^["]$/;

/** Bits of {@link DocumentContext.company}. */
const beside = { role: 1, organizationNoun: 2, place: 4, verb: 8, quoted: 16, initial: 32, longer: 64, bracket: 128 };

/** Facts about a document that a window of a few tokens does not show. */
export interface DocumentContext {
  /** Spellings, lower case, that the document also has without a capital. */
  readonly small: ReadonlySet<string>;
  /** Spellings that it has with a capital inside a sentence. */
  readonly capital: ReadonlySet<string>;
  /** Beginnings of capitalised words that stand after a given name or an initial somewhere. */
  readonly surnames: ReadonlySet<string>;
  /**
   * What stands beside a capitalised word anywhere in the document, by the word's beginning: bits of {@link beside}. A
   * name seen once in telling company is known wherever it stands alone.
   */
  readonly company: ReadonlyMap<string, number>;
  /** All-capital words that stand in brackets after words. */
  readonly bracketed: ReadonlySet<string>;
  /** For each token: −1 outside quotes, else the token that opens them. */
  readonly quotedFrom: Int32Array;
  /** For each token inside quotes the token that closes them, else −1. */
  readonly quotedTo: Int32Array;
}

/** Longest quotation, in tokens, that can be a name. */
const longestTitle = 12;

export function documentContext(tokens: readonly Token[], words: readonly WordFacts[]): DocumentContext {
  const small = new Set<string>();
  const capital = new Set<string>();
  const surnames = new Set<string>();
  const bracketed = new Set<string>();
  const company = new Map<string, number>();
  const quotedFrom = new Int32Array(tokens.length).fill(-1);
  const quotedTo = new Int32Array(tokens.length).fill(-1);
  let opened = -1;
  tokens.forEach((token, i) => {
    const word = words[i]!;
    const before = words[i - 1];
    if (word.isWord) {
      if (!word.isCapital) small.add(word.lowerText);
      else if (i > 0 && tokens[i - 1]!.sentence === token.sentence && before!.isWord) capital.add(word.lowerText);
    }
    if (word.isCapital && !word.isUpper && before) {
      const initial = tokens[i - 1]!.text === '.' && /^\p{Lu}$/u.test(tokens[i - 2]?.text ?? '');
      if ((before.isGivenName && before.isCapital) || initial) surnames.add(word.stem);
    }
    if (word.isCapital && word.lowerText.length > 2) {
      const quoted = before !== undefined && (open.test(tokens[i - 1]!.text) || plain.test(tokens[i - 1]!.text));
      const leader = quoted ? words[i - 2] : before;
      const after = words[i + 1];
      const found =
        (leader?.isRole ? beside.role : 0) |
        (leader?.isOrganizationNoun ? beside.organizationNoun : 0) |
        (leader && /^(?:в|во|на|из)$/.test(leader.lowerText) ? beside.place : 0) |
        (after?.isVerb ? beside.verb : 0) |
        (quoted ? beside.quoted : 0) |
        (tokens[i - 1]?.text === '.' && /^\p{Lu}$/u.test(tokens[i - 2]?.text ?? '') ? beside.initial : 0) |
        (after?.isCapital || (before?.isCapital && tokens[i - 1]!.sentence === token.sentence) ? beside.longer : 0) |
        (tokens[i - 1]?.text === '(' ? beside.bracket : 0);
      if (found !== 0) company.set(word.stem, (company.get(word.stem) ?? 0) | found);
    }
    if (word.isUpper && tokens[i - 1]?.text === '(' && words[i - 2]?.isWord) bracketed.add(word.lowerText);
    if (open.test(token.text) || (plain.test(token.text) && opened < 0)) opened = i;
    else if (close.test(token.text) || plain.test(token.text)) {
      if (opened >= 0 && i - opened <= longestTitle) {
        quotedFrom.fill(opened, opened + 1, i);
        quotedTo.fill(i, opened + 1, i);
      }
      opened = -1;
    }
  });
  return { small, capital, surnames, company, bracketed, quotedFrom, quotedTo };
}

const names =
  `w-1w lw+1 s-1s ss+1 s-1ss+1 t-1t tt+1 l-1s p-1p pp+1 p-1pp+1 l-1l sl+1 small capital surname bracket first
  last quote quoteHead quotePlace quoteShape noun nounNear upperSentence l-1t t-2t-1t ll+1 e-1e l-2l-1s inBracket alone company
  companyAll l-3 l+3 l-2s l+2s`.split(/\s+/);
const ids = Object.fromEntries(names.map((name) => [name, hashText(`c ${name}`)])) as Record<string, number>;
const border = hashText('border');

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
    let to = from;
    while (to < tokens.length && tokens[to]!.sentence === tokens[from]!.sentence) to++;
    const spelled = words.slice(from, to).filter((word) => word.isWord && word.lowerText.length > 1);
    const upper = spelled.filter((word) => word.isUpper).length;
    ranges.push({ from, to, shouted: spelled.length > 2 && upper > 0.6 * spelled.length });
    from = to;
  }
  return ranges;
}

/** Appends the feature ids of token `i`; returns nothing so that one buffer serves a whole text. */
export function contextFeatures(
  tokens: readonly Token[],
  words: readonly WordFacts[],
  document: DocumentContext,
  sentence: SentenceRange,
  i: number,
  into: number[],
): void {
  const word = words[i]!;
  const at = (k: number) => (k >= sentence.from && k < sentence.to ? words[k] : undefined);
  const [a, b, c, d] = [at(i - 2), at(i - 1), at(i + 1), at(i + 2)];
  const push = (name: string, x: number, y = 0) => into.push(mix(mix(ids[name]!, x), y));
  push('w-1w', b?.lower ?? border, word.lower);
  push('lw+1', word.lower, c?.lower ?? border);
  push('l-1l', b?.lemma ?? border, word.lemma);
  push('ll+1', word.lemma, c?.lemma ?? border);
  push('s-1s', b?.shape ?? border, word.shape);
  push('ss+1', word.shape, c?.shape ?? border);
  push('s-1ss+1', mix(b?.shape ?? border, c?.shape ?? border), word.shape);
  push('t-1t', mix(b?.tags ?? border, b?.shape ?? border), mix(word.tags, word.shape));
  push('tt+1', mix(c?.tags ?? border, c?.shape ?? border), mix(word.tags, word.shape));
  push('t-2t-1t', mix(a?.tags ?? border, b?.tags ?? border), mix(word.tags, word.shape));
  push('l-1s', b?.lemma ?? border, word.shape);
  push('l-1t', b?.lemma ?? border, word.tags);
  push('sl+1', word.shape, c?.lemma ?? border);
  push('p-1p', b?.part ?? border, mix(word.part, word.shape));
  push('pp+1', c?.part ?? border, mix(word.part, word.shape));
  push('p-1pp+1', mix(b?.part ?? border, c?.part ?? border), word.part);
  push('e-1e', b?.ending ?? border, mix(word.ending, word.shape));
  push('l-2l-1s', mix(a?.lemma ?? border, b?.lemma ?? border), word.shape);
  push('l-3', at(i - 3)?.lemma ?? border, word.isCapital ? 1 : 0);
  push('l+3', at(i + 3)?.lemma ?? border, word.isCapital ? 1 : 0);
  push('l-2s', a?.lemma ?? border, word.shape);
  push('l+2s', d?.lemma ?? border, word.shape);
  if (i === sentence.from) push('first', word.shape, document.small.has(word.lowerText) ? 1 : 0);
  if (i === sentence.to - 1) push('last', word.shape);
  if (sentence.to - sentence.from === 1) push('alone', word.shape);
  if (sentence.shouted) push('upperSentence', word.tags);
  if (word.isCapital) {
    const first = i === sentence.from ? 1 : 0;
    push('small', document.small.has(word.lowerText) ? 1 : 0, first);
    push('capital', document.capital.has(word.lowerText) ? 1 : 0, first);
    if (document.surnames.has(word.stem)) push('surname', word.shape, first);
    const company = document.company.get(word.stem) ?? 0;
    for (let bit = 1; bit <= 128; bit *= 2) if ((company & bit) !== 0) push('company', bit, word.shape);
    push('companyAll', company, word.tags);
    if (document.bracketed.has(word.lowerText)) push('bracket', word.shape);
    if (b && d === undefined && c && /^[)]$/.test(tokens[i + 1]!.text)) push('inBracket', b.lower);
  }
  const from = document.quotedFrom[i]!;
  if (from >= 0) {
    const head = at(from - 1);
    const length = document.quotedTo[i]! - from - 1;
    push('quote', Math.min(length, 6), word.shape);
    push('quoteHead', head?.lemma ?? border, i - from === 1 ? 1 : 0);
    push('quotePlace', i - from === 1 ? 1 : i === document.quotedTo[i]! - 1 ? 2 : 3, head?.isOrganizationNoun ? 1 : 0);
    push('quoteShape', words[from + 1]!.shape, mix(Math.min(length, 4), head?.isOrganizationNoun ? 1 : 0));
  }
  for (let k = i - 1; k >= Math.max(sentence.from, i - 6); k--) {
    const before = words[k]!;
    if (!before.isWord && !/^[«"“„-]$/.test(tokens[k]!.text)) break;
    if (!before.isOrganizationNoun) continue;
    push('noun', before.lemma, word.shape);
    push('nounNear', Math.min(i - k, 5), mix(word.shape, before.isCapital ? 1 : 0));
    break;
  }
}
