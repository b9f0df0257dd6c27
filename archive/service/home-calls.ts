import type { ArticleSummary } from '../contract/articles.ts';
import type { Home } from '../contract/home.ts';
import { unplacedCount } from '../store/annotations.ts';
import { articlesAfter, articlesInState, type Counted } from '../store/article-state.ts';
import { lastRead, noteReading, visitBefore } from '../store/visits.ts';
import { alikePairs } from './alike-names.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { storedArticle, summary } from './summaries.ts';

/** So many articles stand in each list of the first page. */
const shown = 6;

export function home(archive: Archive): Home {
  const { database } = archive;
  const before = visitBefore(database);
  const summaries = (ids: readonly number[]): ArticleSummary[] =>
    ids.map((id) => summary(archive, storedArticle(archive, id)));
  const some = ({ total, ids }: Counted) => ({ total, articles: summaries(ids) });
  return {
    since: before === undefined ? null : new Date(before.endedAt).toISOString(),
    fresh: before === undefined ? { total: 0, articles: [] } : some(articlesAfter(database, before.newest, shown)),
    recent: summaries(lastRead(database, shown)),
    toCheck: some(articlesInState(database, 'check', shown)),
    unplaced: unplacedCount(database),
    proposals: alikePairs(archive).length,
  };
}

/** The call by which a window says that the person has an article before them. */
export const openedCall = (archive: Archive) =>
  calls.articles.opened.handler(({ input }) => {
    storedArticle(archive, input.id);
    noteReading(archive.database, input.id, Date.now());
    return {};
  });
