import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Engine, stems } from './search-engine.ts';
import { wordsOf } from './search-queries.ts';

const require = createRequire(import.meta.url);

export function miniSearch(): Engine {
  const MiniSearch = require('minisearch') as new (options: object) => MiniLike & { toJSON(): object };
  interface MiniLike {
    addAll(articles: object[]): void;
    add(article: object): void;
    search(query: unknown, options?: object): unknown[];
  }
  const load = (require('minisearch') as { loadJSON(text: string, options: object): MiniLike }).loadJSON;
  const stem = stems();
  const options = {
    fields: ['title', 'body'],
    idField: 'id',
    tokenize: wordsOf,
    processTerm: (word: string) => stem(word),
    searchOptions: { boost: { title: 3 } },
  };
  let index: MiniLike | undefined;
  return {
    async build(articles, folder) {
      const built = new MiniSearch(options);
      let id = 1;
      for await (const some of articles) for (const { title, body } of some) built.add({ id: id++, title, body });
      writeFileSync(join(folder, 'minisearch.json'), JSON.stringify(built));
    },
    async open(folder) {
      index = load.call(MiniSearch, readFileSync(join(folder, 'minisearch.json'), 'utf8'), options);
    },
    async search({ group, words }) {
      if (group === 'phrase') return undefined;
      const text = words.join(' ');
      if (group === 'prefix') return Math.min(10, index!.search(text, { prefix: true }).length);
      if (group === 'fuzzy') return Math.min(10, index!.search(text, { fuzzy: 1 }).length);
      if (group === 'boolean') {
        const not = {
          combineWith: 'AND_NOT',
          queries: [{ combineWith: 'AND', queries: [words[0], words[1]] }, words[2]],
        };
        return Math.min(10, index!.search(not).length);
      }
      return Math.min(10, index!.search(text).length);
    },
  };
}

export function flexSearch(): Engine {
  const { Index } = require('flexsearch') as { Index: new (options: object) => FlexLike };
  interface FlexLike {
    add(id: number, text: string): void;
    search(query: string, options: object): unknown[];
    export(visit: (key: string, data: string) => void): Promise<void> | void;
    import(key: string, data: string): void;
  }
  const stem = stems();
  const options = { tokenize: 'strict', encode: (text: string) => wordsOf(text).map(stem) };
  let index: FlexLike | undefined;
  return {
    async build(articles, folder) {
      const built = new Index(options);
      let id = 1;
      for await (const some of articles) for (const { title, body } of some) built.add(id++, `${title} ${body}`);
      mkdirSync(join(folder, 'flex'), { recursive: true });
      await built.export((key, data) => {
        if (data !== undefined) writeFileSync(join(folder, 'flex', encodeURIComponent(key)), data);
      });
    },
    async open(folder) {
      index = new Index(options);
      for (const key of readdirSync(join(folder, 'flex'))) {
        index.import(decodeURIComponent(key), readFileSync(join(folder, 'flex', key), 'utf8'));
      }
    },
    async search({ group, words }) {
      if (group === 'phrase' || group === 'prefix' || group === 'fuzzy' || group === 'boolean') return undefined;
      return index!.search(words.join(' '), { limit: 10, suggest: true }).length;
    },
  };
}

export function orama(): Engine {
  type Db = object;
  const stem = stems();
  const tokenizer = {
    language: 'russian',
    normalizationCache: new Map(),
    tokenize: (text: string) => wordsOf(text).map(stem),
  };
  const settings = { schema: { title: 'string', body: 'string' }, components: { tokenizer } };
  const library = import('@orama/orama') as unknown as Promise<{
    create(settings: object): Db;
    insert(db: Db, article: object): Promise<string> | string;
    save(db: Db): object;
    load(db: Db, raw: object): void;
    search(db: Db, query: object): Promise<{ hits: unknown[] }> | { hits: unknown[] };
  }>;
  let db: Db | undefined;
  return {
    async build(articles, folder) {
      const { create, insert, save } = await library;
      const built = create(settings);
      for await (const some of articles) for (const { title, body } of some) await insert(built, { title, body });
      writeFileSync(join(folder, 'orama.json'), JSON.stringify(save(built)));
    },
    async open(folder) {
      const { create, load } = await library;
      db = create(settings);
      load(db, JSON.parse(readFileSync(join(folder, 'orama.json'), 'utf8')) as object);
    },
    async search({ group, words }) {
      if (group === 'phrase' || group === 'boolean') return undefined;
      const { search } = await library;
      const query = {
        term: words.join(' '),
        limit: 10,
        boost: { title: 3 },
        threshold: 1,
        ...(group === 'fuzzy' ? { tolerance: 1 } : {}),
      };
      return (await search(db!, query)).hits.length;
    },
  };
}
