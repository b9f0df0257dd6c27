import { dates } from '../text/dates.ts';
import type { QueryLexeme } from './query-lexer.ts';

/** Words of a date at most: «12 августа 2024 года». */
const MOST_WORDS = 4;

/** A date in the words of a query. */
export interface DateInWords {
  /** A day or a month. */
  readonly iso: string;
  /** How many words it takes. */
  readonly words: number;
}

/**
 * The date that the words of a query from the lexeme `at` on are («12 августа 2024», «август 2024»); undefined when none
 * begins there.
 */
export function dateInWords(query: string, lexemes: readonly QueryLexeme[], at: number): DateInWords | undefined {
  const after = lexemes.findIndex(({ kind }, i) => i >= at && (kind !== 'word' || i === at + MOST_WORDS));
  const words = lexemes.slice(at, after < 0 ? lexemes.length : after);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const [date] = dates(query.slice(first.start, last.end));
  if (date === undefined || date.start > 0 || date.precision === 'year') return undefined;
  const end = words.findIndex((word) => word.end === first.start + date.end);
  return end < 1 ? undefined : { iso: date.iso, words: end + 1 };
}
