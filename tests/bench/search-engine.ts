import { createRequire } from 'node:module';
import type { CorpusArticle } from './corpus.ts';
import type { BenchQuery } from './search-queries.ts';

/** One search engine as the benchmark drives it. Articles are numbered from 1 as they come. */
export interface Engine {
  build(articles: AsyncIterable<readonly CorpusArticle[]>, folder: string): Promise<void>;
  /** Opens what `build` left in the folder. */
  open(folder: string): Promise<void>;
  /** How many of the ten best were given; undefined: the engine has no such query. */
  search(query: BenchQuery): Promise<number | undefined>;
  /** A query as a person may type or paste it; undefined: not asked such. */
  ask?(query: string): Promise<unknown>;
  /** One more article findable and on disk; undefined: only by saving the whole index again. */
  add?(article: CorpusArticle): Promise<void>;
}

/** A memoized Snowball stemmer, for engines that have no Russian of their own. */
export function stems(): (word: string) => string {
  const require = createRequire(import.meta.url);
  const stemmer = (
    require('snowball-stemmers') as { newStemmer(name: string): { stem(word: string): string } }
  ).newStemmer('russian');
  const known = new Map<string, string>();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) {
      stem = stemmer.stem(word);
      known.set(word, stem);
    }
    return stem;
  };
}
