/** Whether a word is, or begins, the name of an organization that everybody knows, whatever case it stands in. */

import { namePhrases, quotedNames, sureNames } from './known/bare-names.ts';
import { tokenize } from './tokens.ts';

/** What the lists know of a word. */
export interface KnownName {
  /** With a capital it is an organization. */
  readonly sure: boolean;
  /** Alone in quotes it is an organization. */
  readonly quoted: boolean;
  /** The words after it, without their endings, of each longer name that it begins. */
  readonly continuations: readonly (readonly string[])[];
}

const unknown: KnownName = { sure: false, quoted: false, continuations: [] };

/** @param bare a word as {@link withoutEnding} leaves it */
export function knownName(bare: string): KnownName {
  names ??= gather();
  return names.get(bare) ?? unknown;
}

let names: ReadonlyMap<string, KnownName> | undefined;

function gather(): Map<string, KnownName> {
  const found = new Map<string, KnownName>();
  const add = (bare: string, more: Partial<KnownName>) => found.set(bare, { ...(found.get(bare) ?? unknown), ...more });
  const words = (list: string) => list.split(/\s+/).filter(Boolean).map(withoutEnding);
  for (const bare of words(sureNames)) add(bare, { sure: true });
  for (const bare of words(quotedNames)) add(bare, { quoted: true });
  for (const phrase of namePhrases.split(';')) {
    const [first, ...rest] = tokenize(phrase).map(({ text }) => withoutEnding(folded(text)));
    if (first === undefined) continue;
    add(first, { continuations: [...(found.get(first) ?? unknown).continuations, rest] });
  }
  return found;
}

const folded = (word: string) => word.toLowerCase().replaceAll('ё', 'е');

/** A small-letter word without what its cases change; short and foreign words have no cases. */
export function withoutEnding(word: string): string {
  if (word.length < 5 || !/^[а-я-]+$/.test(word)) return word;
  const bare = word.replace(endings, '');
  return bare.length < 4 ? word : bare;
}

const endings =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ом|ем|ый|ий|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ым|им|ам|ям|ах|ях|ов|[аеиоуыэюяьй])$/;
