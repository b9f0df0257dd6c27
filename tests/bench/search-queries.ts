import lvovich from 'lvovich';
import type { CorpusArticle } from './corpus.ts';
import { numbersFrom } from './search-corpus.ts';

/** A query in words that every engine can be asked, each in its own language. */
export interface BenchQuery {
  readonly group: (typeof GROUPS)[number];
  readonly words: readonly string[];
}

export const GROUPS = ['common', 'rare', 'two', 'five', 'prefix', 'fuzzy', 'boolean', 'phrase', 'name'] as const;
const EACH = 40;

/** Forty queries of each group from the words of the first thousand articles; the same seed gives the same queries. */
export function benchQueries(articles: readonly CorpusArticle[], seed = 7): BenchQuery[] {
  const random = numbersFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const texts = articles.slice(0, 1000).map(({ title, body }) => wordsOf(`${title} ${body}`));
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const long = [...counts].filter(([word]) => word.length > 3);
  const common = long.filter(([, count]) => count > 60).map(([word]) => word);
  const middle = long.filter(([, count]) => count > 4 && count <= 60).map(([word]) => word);
  const rare = long.filter(([, count]) => count <= 2).map(([word]) => word);
  const near = (size: number): string[] => {
    const words = pick(texts).filter((word) => word.length > 3);
    const at = Math.floor(random() * Math.max(1, words.length - size * 3));
    return Array.from({ length: size }, (_, i) => words[at + i * 2] ?? pick(middle));
  };
  const run = (): string[] => {
    const words = pick(texts);
    const at = Math.floor(random() * Math.max(1, words.length - 3));
    return words.slice(at, at + 2 + Math.floor(random() * 2));
  };
  const misspelt = (word: string): string => {
    const at = 1 + Math.floor(random() * (word.length - 2));
    return word.slice(0, at) + word.slice(at + 1);
  };
  const people = peopleIn(articles.slice(0, 1000));
  const make: Record<BenchQuery['group'], () => string[]> = {
    common: () => [pick(common)],
    rare: () => [pick(rare)],
    two: () => near(2),
    five: () => near(5),
    prefix: () => [pick(middle).slice(0, 4)],
    fuzzy: () => [misspelt(pick(middle.filter((word) => word.length > 5)))],
    boolean: () => [pick(common), pick(middle), pick(common)],
    phrase: run,
    name: () => (people.length === 0 ? [pick(middle)] : declined(pick(people), pick(CASES))),
  };
  return GROUPS.flatMap((group) => Array.from({ length: EACH }, () => ({ group, words: make[group]() })));
}

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

type Person = readonly [first: string, last: string];

const CASES = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

/** Given name and surname, as they stand side by side in the texts; the given name is one that the library knows. */
function peopleIn(articles: readonly CorpusArticle[]): Person[] {
  const found = new Map<string, Person>();
  for (const { body } of articles) {
    for (const [, first = '', last = ''] of body.matchAll(/([А-ЯЁ][а-яё]{2,}) ([А-ЯЁ][а-яё]{3,})/gu)) {
      const gender = lvovich.getFirstnameGender(first);
      if (gender === 'male' || gender === 'female') found.set(`${first} ${last}`, [first, last]);
    }
  }
  return [...found.values()];
}

function declined([first, last]: Person, to: (typeof CASES)[number]): string[] {
  const person = lvovich.incline({ first, last }, to);
  return wordsOf(`${person.first ?? first} ${person.last ?? last}`);
}
