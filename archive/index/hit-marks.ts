import type { ArticleField, Span } from '../contract/values.ts';
import type { Analyzer } from '../text/analysis.ts';
import type { IndexedArticle, Passage } from './archive-index-types.ts';
import { type FormsFound, marksIn } from './marks.ts';
import type { QueryNode, WordClause } from './query-node.ts';
import type { Snapshot } from './snapshot.ts';
import { bestPassage } from './snippet.ts';
import { formsFound } from './words-searched.ts';

/** What a query finds in an article. */
export function marksOf(
  { title, body }: IndexedArticle,
  node: QueryNode | undefined,
  analyzer: Analyzer,
  forms?: FormsFound,
): Record<ArticleField, Span[]> {
  return {
    title: marksIn(title, 'title', node, analyzer, forms),
    body: marksIn(body, 'body', node, analyzer, forms),
  };
}

/** The passage for a list of an article that the query found in a snapshot. */
export function passageOf(
  article: IndexedArticle,
  node: QueryNode | undefined,
  analyzer: Analyzer,
  snapshot: Snapshot,
  length?: number,
): Passage {
  const known = new Map<WordClause, ReadonlySet<string>>();
  const forms = (word: WordClause) => {
    const found = known.get(word) ?? formsFound(word, snapshot);
    known.set(word, found);
    return found;
  };
  const marks = marksOf(article, node, analyzer, forms);
  const field = marks.body.length === 0 && marks.title.length > 0 ? 'title' : 'body';
  return { field, ...bestPassage(article[field], marks[field], analyzer, length), titleMarks: marks.title };
}
