import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { openArchiveIndex } from '../../archive/index/archive-index.ts';
import type { ArchiveIndex } from '../../archive/index/archive-index-types.ts';
import type { Ranking } from '../../archive/index/ranking.ts';
import { createSegmentBuilder } from '../../archive/index/segment-builder.ts';
import { memoryDirectory } from '../../archive/index/source.ts';
import { createAnalyzer } from '../../archive/text/analyzer.ts';
import { morphologyOfTests } from '../archive/text/morphology-of-tests.ts';
import type { CorpusArticle } from './corpus.ts';

/** The engines whose retrieval of Russian is compared. Each joins the words of a query by OR. */

export const DEPTH = 10;

/** Numbers of the best articles for a query, the best first. */
export type Search = (query: string) => readonly number[] | Promise<readonly number[]>;

/** The archive's index of the articles, to be searched with one ranking after another. */
export async function ownEngine(articles: readonly CorpusArticle[]): Promise<(ranking: Ranking) => Search> {
  const analyzer = createAnalyzer(morphologyOfTests());
  const directory = memoryDirectory();
  const builder = createSegmentBuilder(analyzer);
  for (const article of articles) builder.add(article);
  const index = openArchiveIndex(directory, analyzer);
  await index.commit({ add: [{ segment: builder.finish(), ids: articles.map((_, id) => id + 1) }] });
  index.close();
  return (ranking) => ownSearch(openArchiveIndex(directory, analyzer, { ranking }));
}

/** Words joined as a reader would join them to get any: ИЛИ. */
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

export function lunrSearch(articles: readonly CorpusArticle[]): Search {
  const require = createRequire(import.meta.url);
  const lunr = require('lunr') as LunrModule;
  for (const part of ['lunr.stemmer.support', 'lunr.ru'])
    (require(`lunr-languages/${part}`) as (lunr: LunrModule) => void)(lunr);
  const index = lunr(function () {
    this.use(lunr.ru);
    this.ref('id');
    this.field('title');
    this.field('body');
    articles.forEach(({ title, body }, id) => {
      this.add({ id, title, body });
    });
  });
  const plain = (query: string) => query.replace(/[^\p{L}\p{N}\s]/gu, ' ');
  return (query) =>
    index
      .search(plain(query))
      .slice(0, DEPTH)
      .map(({ ref }) => Number(ref));
}

export function sqliteSearch(articles: readonly CorpusArticle[]): Search {
  const require = createRequire(import.meta.url);
  const snowball = require('snowball-stemmers') as { newStemmer(language: string): { stem(word: string): string } };
  const stemmer = snowball.newStemmer('russian');
  const stems = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => stemmer.stem(word));
  const database = new DatabaseSync(':memory:');
  database.exec(
    "CREATE VIRTUAL TABLE article USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 0')",
  );
  const insert = database.prepare('INSERT INTO article(rowid, title, body) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  articles.forEach(({ title, body }, id) => {
    insert.run(id + 1, stems(title).join(' '), stems(body).join(' '));
  });
  database.exec('COMMIT');
  const select = database.prepare(`SELECT rowid FROM article WHERE article MATCH ? ORDER BY rank LIMIT ${DEPTH}`);
  return (query) => {
    const words = stems(query).map((stem) => `"${stem}"`);
    return words.length === 0 ? [] : select.all(words.join(' OR ')).map((row) => Number(row.rowid) - 1);
  };
}
