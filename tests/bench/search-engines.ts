import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openArchiveIndex } from '../../archive/index/archive-index.ts';
import { createSegmentBuilder } from '../../archive/index/segment-builder.ts';
import { segmentFolder } from '../../archive/store/segment-files.ts';
import { createAnalyzer } from '../../archive/text/analyzer.ts';
import { openDictionary } from '../../archive/text/word-parses.ts';
import type { CorpusArticle } from './corpus.ts';
import { type BenchQuery, wordsOf } from './search-queries.ts';

const require = createRequire(import.meta.url);

/** One search engine as the benchmark drives it. Articles are numbered from 1 as they come. */
export interface Engine {
  build(articles: Iterable<CorpusArticle>, folder: string): Promise<void>;
  /** Opens what `build` left in the folder. */
  open(folder: string): Promise<void>;
  /** How many of the ten best were given; undefined: the engine has no such query. */
  search(query: BenchQuery): Promise<number | undefined>;
  /** One more article findable and on disk; undefined: only by saving the whole index again. */
  add?(article: CorpusArticle): Promise<void>;
}

/** Ours takes the dictionary file that the build makes: DICTIONARY=path. */
function ours(): Engine {
  const path = process.env.DICTIONARY;
  const analyzer = createAnalyzer(path === undefined ? undefined : openDictionary(readFileSync(path)));
  let index: ReturnType<typeof openArchiveIndex> | undefined;
  let next = 1;
  const text = ({ group, words }: BenchQuery): string => {
    if (group === 'prefix') return `${words[0]}*`;
    if (group === 'fuzzy') return `${words[0]}~1`;
    if (group === 'boolean') return `${words[0]} ${words[1]} -${words[2]}`;
    return group === 'phrase' ? `"${words.join(' ')}"` : words.join(' ИЛИ ');
  };
  return {
    async build(articles, folder) {
      index = openArchiveIndex(segmentFolder(folder), analyzer);
      const builder = createSegmentBuilder(analyzer);
      let ids: number[] = [];
      const flush = async () => {
        await index!.commit({ add: [{ segment: builder.finish(), ids }] });
        ids = [];
      };
      for (const { title, body } of articles) {
        builder.add({ title, body });
        ids.push(next++);
        if (ids.length === 10_000) await flush();
      }
      if (ids.length > 0) await flush();
      for (let more = true; more; ) more = await index.merge();
    },
    async open(folder) {
      index = openArchiveIndex(segmentFolder(folder), analyzer);
      next = index.articles + 1;
    },
    search: async (query) => (await index!.search({ query: text(query), limit: 10 })).hits.length,
    async add({ title, body }) {
      const builder = createSegmentBuilder(analyzer);
      builder.add({ title, body });
      await index!.commit({ add: [{ segment: builder.finish(), ids: [next++] }] });
    },
  };
}

/** A memoized Snowball stemmer, for engines that have no Russian of their own. */
function stems(): (word: string) => string {
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

function fts5(): Engine {
  const stem = stems();
  let db: DatabaseSync | undefined;
  const stemmed = (text: string) => wordsOf(text).map(stem).join(' ');
  const match = ({ group, words }: BenchQuery): string | undefined => {
    const [a, b, c] = words.map((word) => `"${stem(word)}"`);
    if (group === 'fuzzy') return undefined;
    if (group === 'prefix') return `"${words[0]}"*`;
    if (group === 'boolean') return `(${a} AND ${b}) NOT ${c}`;
    return group === 'phrase' ? `"${words.map(stem).join(' ')}"` : words.map((word) => `"${stem(word)}"`).join(' OR ');
  };
  const open = (folder: string) => {
    db = new DatabaseSync(join(folder, 'fts.sqlite'));
    return db;
  };
  return {
    async build(articles, folder) {
      const base = open(folder);
      base.exec("CREATE VIRTUAL TABLE a USING fts5(title, body, content='', tokenize='unicode61')");
      const insert = base.prepare('INSERT INTO a(rowid, title, body) VALUES (?, ?, ?)');
      base.exec('BEGIN');
      let id = 1;
      for (const { title, body } of articles) insert.run(id++, stemmed(title), stemmed(body));
      base.exec('COMMIT');
      base.exec("INSERT INTO a(a) VALUES ('optimize')");
    },
    async open(folder) {
      open(folder);
    },
    async search(query) {
      const text = match(query);
      if (text === undefined) return undefined;
      return db!.prepare('SELECT rowid FROM a WHERE a MATCH ? ORDER BY bm25(a, 3, 1) LIMIT 10').all(text).length;
    },
    async add({ title, body }) {
      db!.prepare('INSERT INTO a(title, body) VALUES (?, ?)').run(stemmed(title), stemmed(body));
    },
  };
}

interface LunrBuilder {
  use(plugin: unknown): void;
  ref(name: string): void;
  field(name: string, options?: object): void;
  add(article: object): void;
}

function stockLunr(): Engine {
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
      const built = lunr(function () {
        this.use(lunr.ru);
        this.ref('id');
        this.field('title', { boost: 3 });
        this.field('body');
        let id = 1;
        for (const { title, body } of articles) this.add({ id: id++, title, body });
      });
      writeFileSync(join(folder, 'lunr.json'), JSON.stringify(built));
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

function miniSearch(): Engine {
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
      for (const { title, body } of articles) built.add({ id: id++, title, body });
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

function flexSearch(): Engine {
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
      for (const { title, body } of articles) built.add(id++, `${title} ${body}`);
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

function orama(): Engine {
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
      for (const { title, body } of articles) await insert(built, { title, body });
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

export const ENGINES: Readonly<Record<string, () => Engine>> = {
  podshivka: ours,
  'sqlite-fts5': fts5,
  lunr: stockLunr,
  minisearch: miniSearch,
  flexsearch: flexSearch,
  orama,
};

/** Bytes of all files of a folder. */
export function folderSize(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? folderSize(path) : statSync(path).size);
  }, 0);
}
