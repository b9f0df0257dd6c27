import type { ArticleField, Span } from '../contract/values.ts';
import type { Analyzer } from '../text/analysis.ts';
import type { IndexedArticle, Passage } from './archive-index-types.ts';
import { type Finds, findsIn, marksIn } from './marks.ts';
import type { QueryNode, WordClause } from './query-node.ts';
import type { Snapshot } from './snapshot.ts';
import { bestPassage } from './snippet.ts';
import { formsFound } from './words-searched.ts';

/** What a query finds in an article. */
export function marksOf(
  { title, body }: IndexedArticle,
  node: QueryNode | undefined,
  analyzer: Analyzer,
  finds?: Finds,
): Record<ArticleField, Span[]> {
  return {
    title: marksIn(title, 'title', node, analyzer, finds),
    body: marksIn(body, 'body', node, analyzer, finds),
  };
}

/** The passage for a list of an article that the query found. */
export function passageOf(
  article: IndexedArticle,
  node: QueryNode | undefined,
  analyzer: Analyzer,
  finds: Finds,
  length?: number,
): Passage {
  const marks = marksOf(article, node, analyzer, finds);
  const field = marks.body.length === 0 && marks.title.length > 0 ? 'title' : 'body';
  return { field, ...bestPassage(article[field], marks[field], analyzer, length), titleMarks: marks.title };
}

/** What is known of a word: the forms it finds in a snapshot, and the surfaces that were looked at. */
interface WordKnown {
  readonly forms: ReadonlySet<string>;
  /** By the analyzer's number: 0 not looked at, 1 found, 2 not found. */
  surfaces: Uint8Array;
}

const FOUND = 1;
const NOT_FOUND = 2;
/** Room for spellings that the analyzer meets while a page of hits is marked. */
const MORE_SURFACES = 1024;

/**
 * Whether words find surfaces of the articles that a snapshot holds. A spelling that no word finds there is not
 * analysed, and none is looked at twice; what a page of hits has in common is much.
 */
export function findsInSnapshot(analyzer: Analyzer, snapshot: Snapshot): Finds {
  const finds = findsIn(analyzer);
  const words = new WeakMap<WordClause, WordKnown>();
  return (word, surface) => {
    if (word.by !== 'terms' || word.typed) return finds(word, surface);
    let known = words.get(word);
    if (known === undefined) {
      known = { forms: formsFound(word, snapshot), surfaces: new Uint8Array(analyzer.surfaces) };
      words.set(word, known);
    }
    if (surface >= known.surfaces.length) {
      const surfaces = new Uint8Array(analyzer.surfaces + MORE_SURFACES);
      surfaces.set(known.surfaces);
      known.surfaces = surfaces;
    }
    const looked = known.surfaces[surface]!;
    if (looked > 0) return looked === FOUND;
    const found = known.forms.has(analyzer.form(surface)) && finds(word, surface);
    known.surfaces[surface] = found ? FOUND : NOT_FOUND;
    return found;
  };
}
