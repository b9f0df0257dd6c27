import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { openArchiveIndex } from '../../archive/index/archive-index.ts';
import type { ArchiveIndex } from '../../archive/index/archive-index-types.ts';
import { ARCHIVE_RANKING, LUNR_RANKING, type Ranking } from '../../archive/index/ranking.ts';
import { createSegmentBuilder } from '../../archive/index/segment-builder.ts';
import { memoryDirectory, type SegmentDirectory } from '../../archive/index/source.ts';
import type { Analyzer } from '../../archive/text/analysis.ts';
import { createAnalyzer } from '../../archive/text/analyzer.ts';
import { morphologyOfTests } from '../archive/text/morphology-of-tests.ts';
import { type CorpusArticle, readCorpus } from './corpus.ts';
import { type KnownItem, knownItems } from './known-items.ts';

const DEPTH = 10;
const SHORTEST_BODY = 200;

/** Numbers of the best documents for a query, the best first. */
type Search = (query: string) => readonly number[] | Promise<readonly number[]>;

/**
 * Known-item retrieval: the query is a headline, the index holds bodies alone, the one right answer is the headline's own
 * article. Weights were chosen on the items of even numbers; `half` says which half a table is of. Every engine joins the
 * words of a headline by OR.
 */
export async function measureRetrieval(file: string, print: (line: string) => void, tuning = false): Promise<void> {
  const articles = readCorpus(file).filter(
    ({ title, body }) => body.length >= SHORTEST_BODY && title.trim().includes(' '),
  );
  const sets = knownItems(articles, morphologyOfTests(), tuning ? 0 : 1);
  const analyzer = createAnalyzer(morphologyOfTests());
  const directory = await indexOf(articles, analyzer);
  const own = (ranking: Ranking) => ownSearch(openArchiveIndex(directory, analyzer, { ranking }));
  const engines: (readonly [string, Search])[] = tuning
    ? variations().map(([name, ranking]) => [name, own(ranking)] as const)
    : [
        ["the archive's index", own(ARCHIVE_RANKING)],
        ["the same with Lunr's weights", own(LUNR_RANKING)],
        ['Lunr + lunr.ru', lunrSearch(articles)],
        ['SQLite FTS5 + Snowball', sqliteSearch(articles)],
      ];
  print(
    `known item among ${articles.length} bodies: MRR@10 / Success@1 / nDCG@10, the ${tuning ? 'tuning' : 'other'} half`,
  );
  print(`| engine | ${sets.map(({ name, items }) => `${name} (${items.length})`).join(' | ')} |`);
  print(`| --- |${' --- |'.repeat(sets.length)}`);
  for (const [name, search] of engines) {
    const cells: string[] = [];
    for (const { items } of sets) cells.push(await figures(items, search));
    print(`| ${[name, ...cells].join(' | ')} |`);
  }
}

/** The weights in force, and each changed by itself. */
function variations(): [string, Ranking][] {
  const { fields } = ARCHIVE_RANKING;
  const lead = [0, 0.7, 1, 1.5, 2, 3].map((weight): [string, Ranking] => [
    `lead ${weight}`,
    { ...ARCHIVE_RANKING, fields: { ...fields, lead: weight } },
  ]);
  const exact = [0, 0.125, 0.25, 0.5, 1].map((exactForm): [string, Ranking] => [
    `exact form ${exactForm}`,
    { ...ARCHIVE_RANKING, exactForm },
  ]);
  const apart: [string, Ranking] = [
    'fields counted apart for rarity',
    { ...ARCHIVE_RANKING, articlesOnce: !ARCHIVE_RANKING.articlesOnce },
  ];
  return [['in force', ARCHIVE_RANKING], ...lead, ...exact, apart];
}

async function figures(items: readonly KnownItem[], search: Search): Promise<string> {
  let reciprocal = 0;
  let first = 0;
  let gain = 0;
  for (const { id, query } of items) {
    const rank = (await search(query)).indexOf(id) + 1;
    if (rank === 0) continue;
    reciprocal += 1 / rank;
    gain += 1 / Math.log2(rank + 1);
    if (rank === 1) first++;
  }
  return [reciprocal, first, gain].map((sum) => (sum / items.length).toFixed(3)).join(' / ');
}

async function indexOf(articles: readonly CorpusArticle[], analyzer: Analyzer): Promise<SegmentDirectory> {
  const directory = memoryDirectory();
  const builder = createSegmentBuilder(analyzer);
  for (const { body } of articles) builder.add({ title: '', body });
  const index = openArchiveIndex(directory, analyzer);
  await index.commit({ add: [{ segment: builder.finish(), ids: articles.map((_, id) => id + 1) }] });
  index.close();
  return directory;
}

/** The words of a headline as a reader would join them to get any: ИЛИ. */
function ownSearch(index: ArchiveIndex): Search {
  return async (query) => {
    const words = query.match(/[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*/gu) ?? [];
    const { hits } = await index.search({ query: words.join(' ИЛИ '), limit: DEPTH });
    return hits.map(({ id }) => id - 1);
  };
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
