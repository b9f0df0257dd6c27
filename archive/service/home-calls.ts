import type { ArticleSummary } from '../contract/articles.ts';
import type { Home } from '../contract/home.ts';
import { readStates } from '../store/articles.ts';
import { noteReading, visitBefore } from '../store/visits.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { waitingProposals } from './entity-page.ts';
import { storedArticle, summary } from './summaries.ts';

/** So many articles stand in each list of the first page. */
const shown = 6;

export function home(archive: Archive): Home {
  const { database } = archive;
  const before = visitBefore(database);
  const count = (sql: string, ...values: number[]) => Number(database.first(sql, ...values)?.n);
  const articles = (sql: string, ...values: number[]): ArticleSummary[] =>
    database
      .all<{ id: number }>(`${sql} LIMIT ${shown}`, ...values)
      .map(({ id }) => summary(archive, storedArticle(archive, id)));
  const some = (where: string, ...values: number[]) => ({
    total: count(`SELECT count(*) AS n FROM article WHERE removed_at IS NULL AND ${where}`, ...values),
    articles: articles(
      `SELECT id FROM article WHERE removed_at IS NULL AND ${where} ORDER BY date DESC, id DESC`,
      ...values,
    ),
  });
  return {
    since: before === undefined ? null : new Date(before.endedAt).toISOString(),
    fresh: before === undefined ? { total: 0, articles: [] } : some('id > ?', before.newest),
    recent: articles(
      'SELECT article AS id FROM reading JOIN article ON article.id = reading.article WHERE removed_at IS NULL ORDER BY at DESC',
    ),
    toCheck: some('read_state = ?', readStates.indexOf('check')),
    unplaced: count(
      `SELECT count(*) AS n FROM annotation JOIN article ON article.id = annotation.article
       WHERE removed_at IS NULL AND placement = 'unplaced'`,
    ),
    proposals: waitingProposals(archive),
  };
}

/** The call by which a window says that the person has an article before them. */
export const openedCall = (archive: Archive) =>
  calls.articles.opened.handler(({ input }) => {
    storedArticle(archive, input.id);
    noteReading(archive.database, input.id, Date.now());
    return {};
  });
