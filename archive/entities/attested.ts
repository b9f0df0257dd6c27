/** The words that the names of one text consist of: a form that stands there says which nominative another has. */

export interface Attested {
  /** Whether a word, lower case, stands in some name. */
  has(word: string): boolean;
  /** Whether a word, lower case, is known to be a nominative. */
  isNominative(word: string): boolean;
  /** Other words of names that begin with the same three letters, in alphabetical order. */
  like(word: string): readonly string[];
}

/** @param nominatives words that are surely names in the nominative, beside those that stand in the text */
export function attestedWords(words: Iterable<string>, nominatives: Iterable<string> = []): Attested {
  const sure = new Set(Array.from(nominatives, (word) => word.toLowerCase()));
  const all = new Set(sure);
  for (const word of words) all.add(word.toLowerCase());
  const byBeginning = new Map<string, string[]>();
  for (const word of all) {
    const beginning = word.slice(0, 3);
    const list = byBeginning.get(beginning);
    if (list) list.push(word);
    else byBeginning.set(beginning, [word]);
  }
  for (const list of byBeginning.values()) list.sort();
  return {
    has: (word) => all.has(word),
    isNominative: (word) => sure.has(word),
    like: (word) => {
      const list = byBeginning.get(word.slice(0, 3));
      return list === undefined ? none : list.filter((one) => one !== word);
    },
  };
}

const none: readonly string[] = [];
