/** One way to write a stretch of a word: how many of its letters are written, and as what. */
export type Writing = readonly [letters: number, written: string];

/** Spellings gathered at most: an archive has few of one word. */
const MOST = 8;

/**
 * Other spellings of a word that the words of an archive begin like, those of the first writings first; never the word
 * itself. Of the many that could be written only those are followed that something begins with.
 *
 * @param writings the ways to go on at a letter of the word, the plainest first; `before` is what is written so far
 * @param begins   whether any word of the archive begins so
 */
export function knownSpellings(
  word: string,
  writings: (at: number, before: string) => readonly Writing[],
  begins: (prefix: string) => boolean,
): string[] {
  const found = new Set<string>();
  const extend = (at: number, before: string) => {
    if (found.size >= MOST) return;
    if (at === word.length) {
      if (before !== word) found.add(before);
      return;
    }
    for (const [letters, written] of writings(at, before)) {
      const next = before + written;
      if (written === '' || begins(next)) extend(at + letters, next);
    }
  };
  extend(0, '');
  return [...found];
}
