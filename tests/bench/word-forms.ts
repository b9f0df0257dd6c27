import { createRequire } from 'node:module';
import { createAnalyzer } from '../../archive/text/analyzer.ts';
import { fold } from '../../archive/text/letters.ts';
import { morphologyOfTests } from '../archive/text/morphology-of-tests.ts';

/** Whether a word of a query finds a word of a text. */
export type Finds = (query: string, text: string) => boolean;

/** The program's own analyzer. */
export function ownFinder(): Finds {
  const analyzer = createAnalyzer(morphologyOfTests());
  return (query, text) => {
    const wanted = new Set(analyzer.queryWord(query).readings.flatMap(({ terms }) => terms.map(({ term }) => term)));
    const { surface } = analyzer.tokens(text);
    return analyzer.surface(surface[0]!).terms.some((term) => wanted.has(term));
  };
}

interface Lunr {
  (): void;
  ru: { stemmer(token: LunrToken): LunrToken };
  Token: new (text: string, metadata: object) => LunrToken;
}
interface LunrToken {
  toString(): string;
}

/** Stock Lunr with lunr-languages: lower case and the Russian stemmer; hyphens part words, as its tokenizer does. */
export function lunrFinder(): Finds {
  const require = createRequire(import.meta.url);
  const lunr = require('lunr') as Lunr;
  for (const part of ['lunr.stemmer.support', 'lunr.ru'])
    (require(`lunr-languages/${part}`) as (lunr: Lunr) => void)(lunr);
  const stems = (word: string) =>
    word
      .toLowerCase()
      .split('-')
      .map((part) => lunr.ru.stemmer(new lunr.Token(part, {})).toString());
  return (query, text) => stems(query).join(' ') === stems(text).join(' ');
}

export interface Share {
  readonly right: number;
  readonly of: number;
  /** The first that went wrong, for the reader of the report. */
  readonly wrong: readonly string[];
}

/** How many oblique forms the nominative finds, and how many find the nominative. */
export function formsFound(paradigms: readonly (readonly string[])[], finds: Finds): { there: Share; back: Share } {
  const pairs = paradigms.flatMap(([base, ...others]) => others.map((form) => [base!, form] as const));
  return {
    there: share(pairs, finds),
    back: share(
      pairs.map(([base, form]) => [form, base] as const),
      finds,
    ),
  };
}

/** How many pairs are found that must not be. */
export function strangersFound(pairs: readonly (readonly [string, string])[], finds: Finds): Share {
  return share(pairs, finds, false);
}

function share(pairs: readonly (readonly [string, string])[], finds: Finds, wanted = true): Share {
  const wrong = pairs.filter(([query, text]) => finds(query, text) !== wanted);
  return {
    right: pairs.length - wrong.length,
    of: pairs.length,
    wrong: wrong.map(([query, text]) => `${fold(query)}→${fold(text)}`),
  };
}
