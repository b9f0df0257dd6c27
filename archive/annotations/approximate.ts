import approximate from 'approx-string-match';

/** A place where a text resembles a pattern; `errors` is the number of inserted, deleted and replaced UTF-16 units. */
export interface Resemblance {
  start: number;
  end: number;
  errors: number;
}

/**
 * The places that resemble `pattern` best, with at most `maxErrors` errors: only those with the fewest errors.
 * Empty when there is none. Time grows with length of the text × errors allowed / 32.
 */
export function resemblances(text: string, pattern: string, maxErrors: number): Resemblance[] {
  if (pattern === '' || text === '') return [];
  return approximate(text, pattern, Math.min(maxErrors, pattern.length - 1));
}
