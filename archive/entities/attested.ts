/** The words that the names of one text consist of: a form that stands there says which nominative another has. */

export interface Attested {
  /** Whether a word, lower case, stands in some name. */
  has(word: string): boolean;
  /** Other words of names that begin with the same three letters, in alphabetical order. */
  like(word: string): readonly string[];
}

export function attestedWords(words: Iterable<string>): Attested {
  const all = new Set<string>();
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
    like: (word) => {
      const list = byBeginning.get(word.slice(0, 3));
      return list === undefined ? none : list.filter((one) => one !== word);
    },
  };
}

const none: readonly string[] = [];
