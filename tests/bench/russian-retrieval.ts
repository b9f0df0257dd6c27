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
  const plain = { inText: SECONDARY_IN_TEXT, inQuery: SECONDARY_IN_QUERY, lead: 0, exact: 0 };
  const engines: readonly (readonly [string, Search])[] = [
    ['own analyzer, lead and exact spelling weighed', ownSearch(articles, { ...plain, lead: 2, exact: 0.2 })],
    ['own analyzer, plain BM25', ownSearch(articles, plain)],
    ['the same, likeliest lemma alone', ownSearch(articles, { ...plain, inText: 0, inQuery: 0 })],
    ['the same, all lemmas alike', ownSearch(articles, { ...plain, inText: 1, inQuery: 1 })],
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

/** How the own engine weighs things; Lunr's weights are the zeros. */
interface Weights {
  /** A text's less likely reading, a query word's less likely reading, as shares of a likeliest one. */
  readonly inText: number;
  readonly inQuery: number;
  /** Occurrences that each of the first {@link LEAD} words counts for beyond its own. */
  readonly lead: number;
  /** What the exact spelling adds, as a share of the score of a term as rare. */
  readonly exact: number;
}

const LEAD = 40;

type Postings = Map<string, Map<number, number>>;

/** BM25 over the analyzer's terms. A lemma and its secondary reading share one document frequency. */
function ownSearch(articles: readonly CorpusArticle[], weights: Weights): Search {
  const analyzer = createAnalyzer(morphologyOfTests());
  const terms: Postings = new Map();
  const forms: Postings = new Map();
  const lengths = articles.map(({ body }, id) => {
    const { length, surface, position } = analyzer.tokens(body);
    for (let i = 0; i < length; i++) {
      const met = analyzer.surface(surface[i]!);
      const count = position[i]! < LEAD ? 1 + weights.lead : 1;
      for (const term of met.terms) add(terms, term, id, count);
      add(forms, met.form, id, count);
    }
    return length === 0 ? 0 : position[length - 1]! + 1;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

  function score(into: Map<number, number>, lists: readonly (readonly [Postings, string, number])[]): void {
    const found = lists.map(([postings, term, weight]) => [postings.get(term), weight] as const);
    const documents = new Set(found.flatMap(([list]) => [...(list?.keys() ?? [])])).size;
    const idf = Math.log(1 + (articles.length - documents + 0.5) / (documents + 0.5));
    for (const [list, weight] of found) {
      for (const [id, frequency] of weight === 0 ? [] : (list ?? [])) {
        const saturated = (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * lengths[id]!) / mean));
        into.set(id, (into.get(id) ?? 0) + weight * idf * saturated);
      }
    }
  }

  return (query) => {
    const scores = new Map<number, number>();
    const { length, start, end, position } = analyzer.tokens(query);
    // Of the entries of one position the last is the part: parts alone are searched, so that no word counts twice.
    const parts = Array.from({ length }, (_, i) => i).filter(
      (i) => i + 1 === length || position[i + 1] !== position[i],
    );
    for (const word of new Set(parts.map((i) => query.slice(start[i], end[i])))) {
      const { form, readings } = analyzer.queryWord(word);
      readings.forEach(({ lemma }, rank) => {
        const share = rank === 0 ? 1 : weights.inQuery;
        score(scores, [
          [terms, lemma, share],
          [terms, `${lemma}~`, share * weights.inText],
        ]);
      });
      score(scores, [[forms, form, weights.exact]]);
    }
    return best(scores);
  };
}

function add(postings: Postings, term: string, id: number, count: number): void {
  const documents = postings.get(term) ?? new Map<number, number>();
  if (documents.size === 0) postings.set(term, documents);
  documents.set(id, (documents.get(id) ?? 0) + count);
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
