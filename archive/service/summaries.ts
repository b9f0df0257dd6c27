import type { ArticleSummary } from '../contract/articles.ts';
import { refuse } from '../contract/refuse.ts';
import { annotationsOn } from '../store/annotations.ts';
import type { StoredArticle } from '../store/articles.ts';
import { selectionsOf } from '../store/selections.ts';
import type { Archive } from './archive.ts';

/** @throws a refusal: NOT_FOUND */
export function storedArticle(archive: Archive, id: number): StoredArticle {
  return archive.articles.get(id) ?? refuse('NOT_FOUND');
}

/** What every list shows of an article. */
export function summary(archive: Archive, article: StoredArticle): ArticleSummary {
  return {
    id: article.id,
    key: article.key,
    title: article.title,
    source: article.source,
    author: article.author,
    date: article.date,
    datePrecision: article.datePrecision,
    readState: article.readState,
    annotations: annotationsOn(archive.database, article.id),
    selections: selectionsOf(archive.database, article.id),
  };
}
