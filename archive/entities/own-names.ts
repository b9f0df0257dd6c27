/** The person's own dictionary: texts declared names, found wherever they stand, in any case. */

import { types } from './labels.ts';
import { certain, raise } from './lattice-rules.ts';
import type { Kind } from './mention.ts';
import type { Constraint } from './tagger.ts';
import { type Token, tokenize } from './tokens.ts';

/** A name of the person's own dictionary. */
export interface DictionaryEntry {
  readonly kind: Kind;
  readonly text: string;
}

export interface OwnNames {
  readonly rule: Constraint;
  /** The declared text that the tokens `from`…`to` are a form of. */
  textAt(tokens: readonly Token[], from: number, to: number): string | undefined;
}

interface Entry extends DictionaryEntry {
  /** What the forms of each word share, lower case, and how long the word is. */
  readonly stems: readonly string[];
  readonly lengths: readonly number[];
}

/** Endings differ by no more letters than this. */
const longestEnding = 3;

const lower = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

function stem(text: string): string {
  const word = lower(text);
  return /^\p{Lu}+$/u.test(text) || word.length < 4 ? word : word.slice(0, Math.max(3, word.length - 2));
}

export function ownNames(entries: readonly DictionaryEntry[]): OwnNames {
  const byFirst = new Map<string, Entry[]>();
  for (const entry of entries) {
    const words = tokenize(entry.text).map((token) => token.text);
    if (words.length === 0) continue;
    const item = { ...entry, stems: words.map(stem), lengths: words.map((word) => word.length) };
    const first = item.stems[0]!.slice(0, 3);
    byFirst.set(first, [...(byFirst.get(first) ?? []), item]);
  }
  const at = (tokens: readonly Token[], from: number): Entry[] =>
    (byFirst.get(lower(tokens[from]!.text.slice(0, 3))) ?? []).filter(({ stems, lengths }) =>
      stems.every((part, k) => {
        const word = tokens[from + k] && lower(tokens[from + k]!.text);
        return word?.startsWith(part) && Math.abs(word.length - lengths[k]!) <= longestEnding;
      }),
    );
  const rule: Constraint = (tokens, _words, scores) => {
    if (byFirst.size === 0) return;
    for (let i = 0; i < tokens.length; i++) {
      for (const { stems, kind } of at(tokens, i)) {
        raise(scores, i, i + stems.length, types.indexOf(kind === 'person' ? 'PER' : 'ORG'), certain);
      }
    }
  };
  return {
    rule,
    textAt: (tokens, from, to) =>
      byFirst.size === 0 ? undefined : at(tokens, from).find(({ stems }) => stems.length === to - from)?.text,
  };
}
