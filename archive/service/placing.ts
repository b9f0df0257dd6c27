import { type Alignment, align } from '../annotations/difference.ts';
import { follow } from '../annotations/follow.ts';
import { type Placed, place } from '../annotations/place.ts';
import { describe } from '../annotations/selector.ts';
import type { Annotation } from '../contract/annotations.ts';
import type { ArticleField } from '../contract/values.ts';
import { annotationsOf, placeAgain } from '../store/annotations.ts';
import type { Articles } from '../store/articles.ts';
import type { Database } from '../store/database.ts';

type Texts = Record<ArticleField, string>;

/**
 * Finds the annotations of an article again in the text that is about to replace its present one. Called before the
 * replacement, as part of the same transaction: passages are followed from the present text, by the words both share.
 */
export function placeAnnotationsAgain(database: Database, articles: Articles, article: number, next: Texts): void {
  const annotations = annotationsOf(database, article);
  const now = annotations.length === 0 ? undefined : articles.stored(article);
  if (now === undefined) return;
  const alignments = new Map<ArticleField, Alignment | undefined>();
  for (const annotation of annotations) {
    const { field } = annotation;
    if (!alignments.has(field)) alignments.set(field, align(now[field], next[field]));
    const { span, placement } = placed(annotation, now[field], next[field], alignments.get(field));
    placeAgain(database, annotation.id, span, placement);
  }
}

function placed(annotation: Annotation, now: string, next: string, alignment: Alignment | undefined): Placed {
  const { quote, span } = annotation;
  if (span !== null && alignment !== undefined) {
    const found = follow(now, next, alignment, describe(now, span));
    if (found?.span) {
      // What was placed approximately stays so, until the words of the quotation are back.
      const same = next.slice(found.span.start, found.span.end) === quote.exact;
      return same ? { ...found, placement: found.placement === 'exact' ? 'exact' : 'moved' } : approximate(found);
    }
    if (found !== undefined) return found;
  }
  return place(next, { quote, position: span });
}

const approximate = (found: Placed): Placed => ({ ...found, placement: 'approximate' });
