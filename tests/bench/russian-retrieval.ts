import { ARCHIVE_RANKING, LUNR_RANKING, type Ranking } from '../../archive/index/ranking.ts';
import { morphologyOfTests } from '../archive/text/morphology-of-tests.ts';
import { type CorpusArticle, readCorpus } from './corpus.ts';
import { byFirstWords, byHeadline, type ItemSet, type KnownItem } from './known-items.ts';
import { lunrSearch, ownEngine, type Search, sqliteSearch } from './russian-engines.ts';

const SHORTEST_BODY = 200;

type Print = (line: string) => void;

/**
 * Known-item retrieval, in two tasks. A headline is the query and bodies alone are the index; or an article's first words
 * are the query, and its headline and what follows its first sentence are the index. The one right answer is the article
 * that the query was taken from. Weights are chosen on three articles of four (`tuning`); the tables in RESULTS.md are of
 * the fourth.
 */
export async function measureRetrieval(file: string, print: Print, tuning = false): Promise<void> {
  const articles = readCorpus(file).filter(
    ({ title, body }) => body.length >= SHORTEST_BODY && title.trim().includes(' '),
  );
  const bodies = articles.map(({ body }) => ({ title: '', body }));
  await table('headline → body', bodies, byHeadline(articles, morphologyOfTests(), tuning), print, tuning);
  const { rest, sets } = byFirstWords(articles, tuning);
  await table('first words → headline and the rest', rest, sets, print, tuning);
}

async function table(
  name: string,
  articles: readonly CorpusArticle[],
  sets: readonly ItemSet[],
  print: Print,
  tuning: boolean,
): Promise<void> {
  const own = await ownEngine(articles);
  const engines: (readonly [string, Search])[] = tuning
    ? variations().map(([name, ranking]) => [name, own(ranking)] as const)
    : [
        ["the archive's index", own(ARCHIVE_RANKING)],
        ["the same with Lunr's weights", own(LUNR_RANKING)],
        ['Lunr + lunr.ru', lunrSearch(articles)],
        ['SQLite FTS5 + Snowball', sqliteSearch(articles)],
      ];
  print(`${name}, ${articles.length} articles: MRR@10 / Success@1 / nDCG@10, ${tuning ? 'tuning' : 'held-out'} items`);
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
  const change = (name: string, changed: Partial<Ranking>): [string, Ranking] => [
    name,
    { ...ARCHIVE_RANKING, ...changed },
  ];
  return [
    change('in force', {}),
    ...[0, 1, 3, 4].map((lead) => change(`lead ${lead}`, { fields: { ...fields, lead } })),
    ...[1, 3, 8].map((title) => change(`title ${title}`, { fields: { ...fields, title } })),
    ...[0, 0.5, 1].map((exactForm) => change(`exact form ${exactForm}`, { exactForm })),
    change('fields apart, lead 1, title 3', { together: false, fields: { title: 3, lead: 1, body: 1 } }),
    ["Lunr's", LUNR_RANKING],
  ];
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
