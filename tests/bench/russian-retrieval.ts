import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { createAnalyzer } from '../../archive/text/analyzer.ts';
import { inflect, type Morphology } from '../../archive/text/morphology.ts';
import { SECONDARY_IN_QUERY, SECONDARY_IN_TEXT } from '../../archive/text/query-word.ts';
import { morphologyOfTests } from '../archive/text/morphology-of-tests.ts';
import { type CorpusArticle, readCorpus } from './corpus.ts';

const QUERIES = 500;
const DEPTH = 10;
const SHORTEST_BODY = 200;

/** Numbers of the best documents for a query, the best first. */
type Search = (query: string) => readonly number[];

/**
 * Known-item retrieval: the query is a headline, the index holds bodies alone, the one right answer is the headline's own
 * article. Every engine scores with BM25 and joins words by OR, so that the treatment of words is what differs.
 */
export function measureRetrieval(file: string, print: (line: string) => void): void {
  const articles = readCorpus(file).filter(
    ({ title, body }) => body.length >= SHORTEST_BODY && title.trim().includes(' '),
  );
  const step = Math.max(1, Math.floor(articles.length / QUERIES));
  const queries = articles.flatMap(({ title }, id) => (id % step === 0 ? [{ id, title }] : [])).slice(0, QUERIES);
  const morphology = morphologyOfTests();
  const recased = queries.map(({ id, title }) => ({ id, title: inOtherCases(title, morphology) }));
  const named = queries.filter(({ title }) => hasName(title, morphology));
  const namesDeclined = named.map(({ id, title }) => ({ id, title: inOtherCases(title, morphology, true) }));
  const sets = [queries, recased, named, namesDeclined];

  print(`known item among ${articles.length} bodies: MRR@10 / Success@1`);
  print(`| engine | headline (${queries.length}) | recased | with a name (${named.length}) | name declined |`);
  print('| --- | --- | --- | --- | --- |');
  const engines: readonly (readonly [string, Search])[] = [
    ['Podshivka analyzer, BM25', ownSearch(articles, SECONDARY_IN_TEXT, SECONDARY_IN_QUERY)],
    ['the same, likeliest lemma alone', ownSearch(articles, 0, 0)],
    ['the same, all lemmas alike', ownSearch(articles, 1, 1)],
    ['Lunr + lunr.ru', lunrSearch(articles)],
    ['SQLite FTS5 + Snowball', sqliteSearch(articles)],
  ];
  for (const [name, search] of engines) {
    print(`| ${[name, ...sets.map((set) => figures(set, search))].join(' | ')} |`);
  }
}

function figures(queries: readonly { id: number; title: string }[], search: Search): string {
  let reciprocal = 0;
  let first = 0;
  for (const { id, title } of queries) {
    const rank = search(title).indexOf(id);
    if (rank >= 0) reciprocal += 1 / (rank + 1);
    if (rank === 0) first++;
  }
  return `${(reciprocal / queries.length).toFixed(3)} / ${(first / queries.length).toFixed(3)}`;
}

const CASES = ['gent', 'datv', 'ablt', 'loct', 'nomn'];

/** Every noun and adjective of a headline (or its names alone) put into the next case it has. */
function inOtherCases(title: string, morphology: Morphology, namesOnly = false): string {
  return title.replace(/[а-яё]{3,}/gi, (word) => {
    const [parse] = morphology.parses(word);
    const name = parse !== undefined && isPersonal(parse.grammemes) && /^[А-ЯЁ]/.test(word);
    if (parse === undefined || (namesOnly ? !name : !parse.known)) return word;
    if (!parse.grammemes.some((one) => one === 'NOUN' || one === 'ADJF' || one === 'PRTF')) return word;
    const own = CASES.findIndex((one) => parse.grammemes.includes(one));
    const form = inflect(parse, CASES[(own + 1) % CASES.length]!);
    if (form === undefined) return word;
    return /^[А-ЯЁ]/.test(word) ? form[0]!.toUpperCase() + form.slice(1) : form;
  });
}

function hasName(title: string, morphology: Morphology): boolean {
  return [...title.matchAll(/[А-ЯЁ][а-яё]{2,}/g)].some(([word]) =>
    isPersonal(morphology.parses(word)[0]?.grammemes ?? []),
  );
}

function isPersonal(grammemes: readonly string[]): boolean {
  return grammemes.some((one) => one === 'Surn' || one === 'Name' || one === 'Patr');
}

const K1 = 1.2;
const B = 0.75;

/** BM25 over the analyzer's terms; a secondary reading counts by its weight. */
function ownSearch(articles: readonly CorpusArticle[], inText: number, inQuery: number): Search {
  const analyzer = createAnalyzer(morphologyOfTests());
  const postings = new Map<string, Map<number, number>>();
  const lengths = articles.map(({ body }, id) => {
    const { length, surface, position } = analyzer.tokens(body);
    for (let i = 0; i < length; i++) {
      for (const term of analyzer.surface(surface[i]!).terms) {
        const documents = postings.get(term) ?? new Map<number, number>();
        if (documents.size === 0) postings.set(term, documents);
        documents.set(id, (documents.get(id) ?? 0) + 1);
      }
    }
    return length === 0 ? 0 : position[length - 1]! + 1;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (query) => {
    const scores = new Map<number, number>();
    const { length, start, end } = analyzer.tokens(query);
    const words = Array.from({ length }, (_, i) => query.slice(start[i], end[i]));
    for (const word of new Set(words)) {
      analyzer.queryWord(word).readings.forEach(({ lemma }, rank) => {
        for (const [term, weight] of [
          [lemma, 1],
          [`${lemma}~`, inText],
        ] as const) {
          add(postings.get(term), weight * (rank === 0 ? 1 : inQuery), scores);
        }
      });
    }
    return best(scores);
  };

  function add(documents: ReadonlyMap<number, number> | undefined, weight: number, scores: Map<number, number>): void {
    if (documents === undefined || weight === 0) return;
    const idf = Math.log(1 + (articles.length - documents.size + 0.5) / (documents.size + 0.5));
    for (const [id, frequency] of documents) {
      const saturated = (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * lengths[id]!) / mean));
      scores.set(id, (scores.get(id) ?? 0) + weight * idf * saturated);
    }
  }
}

function best(scores: ReadonlyMap<number, number>): number[] {
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, DEPTH)
    .map(([id]) => id);
}

interface LunrBuilder {
  use(plugin: unknown): void;
  ref(name: string): void;
  field(name: string): void;
  add(document: object): void;
}
interface LunrModule {
  (configure: (this: LunrBuilder) => void): { search(query: string): { ref: string }[] };
  ru: unknown;
}

function lunrSearch(articles: readonly CorpusArticle[]): Search {
  const require = createRequire(import.meta.url);
  const lunr = require('lunr') as LunrModule;
  for (const part of ['lunr.stemmer.support', 'lunr.ru'])
    (require(`lunr-languages/${part}`) as (lunr: LunrModule) => void)(lunr);
  const index = lunr(function () {
    this.use(lunr.ru);
    this.ref('id');
    this.field('body');
    articles.forEach(({ body }, id) => {
      this.add({ id, body });
    });
  });
  const plain = (query: string) => query.replace(/[^\p{L}\p{N}\s]/gu, ' ');
  return (query) =>
    index
      .search(plain(query))
      .slice(0, DEPTH)
      .map(({ ref }) => Number(ref));
}

function sqliteSearch(articles: readonly CorpusArticle[]): Search {
  const require = createRequire(import.meta.url);
  const snowball = require('snowball-stemmers') as { newStemmer(language: string): { stem(word: string): string } };
  const stemmer = snowball.newStemmer('russian');
  const stems = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => stemmer.stem(word));
  const database = new DatabaseSync(':memory:');
  database.exec("CREATE VIRTUAL TABLE article USING fts5(body, content='', tokenize='unicode61 remove_diacritics 0')");
  const insert = database.prepare('INSERT INTO article(rowid, body) VALUES (?, ?)');
  database.exec('BEGIN');
  articles.forEach(({ body }, id) => {
    insert.run(id + 1, stems(body).join(' '));
  });
  database.exec('COMMIT');
  const select = database.prepare(`SELECT rowid FROM article WHERE article MATCH ? ORDER BY rank LIMIT ${DEPTH}`);
  return (query) => {
    const words = stems(query).map((stem) => `"${stem}"`);
    return words.length === 0 ? [] : select.all(words.join(' OR ')).map((row) => Number(row.rowid) - 1);
  };
}
