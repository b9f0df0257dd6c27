import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Engine } from './search-engine.ts';

const require = createRequire(import.meta.url);

interface LunrBuilder {
  use(plugin: unknown): void;
  ref(name: string): void;
  field(name: string, options?: object): void;
  add(article: object): void;
  build(): object;
}

/** Lunr 2.3.9 with lunr-languages' Russian. */
export function stockLunr(): Engine {
  const lunr = require('lunr') as {
    (this: void, build: (this: LunrBuilder) => void): object;
    ru: unknown;
    Index: { load(json: object): LunrLike };
  };
  interface LunrLike {
    search(query: string): unknown[];
  }
  require('lunr-languages/lunr.stemmer.support')(lunr);
  require('lunr-languages/lunr.ru')(lunr);
  let index: LunrLike | undefined;
  return {
    async build(articles, folder) {
      let builder: LunrBuilder | undefined;
      lunr(function () {
        this.use(lunr.ru);
        this.ref('id');
        this.field('title', { boost: 3 });
        this.field('body');
        builder = this;
      });
      let id = 1;
      for await (const some of articles) for (const { title, body } of some) builder!.add({ id: id++, title, body });
      writeFileSync(join(folder, 'lunr.json'), JSON.stringify(builder!.build()));
    },
    async open(folder) {
      index = lunr.Index.load(JSON.parse(readFileSync(join(folder, 'lunr.json'), 'utf8')) as object);
    },
    async search({ group, words }) {
      if (group === 'phrase') return undefined;
      const text =
        group === 'prefix'
          ? `${words[0]}*`
          : group === 'fuzzy'
            ? `${words[0]}~1`
            : group === 'boolean'
              ? `+${words[0]} +${words[1]} -${words[2]}`
              : words.join(' ');
      try {
        return Math.min(10, index!.search(text).length);
      } catch {
        // A required stop word makes stock Lunr throw.
        return 0;
      }
    },
  };
}
