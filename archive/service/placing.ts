import { place } from '../annotations/place.ts';
import { annotationsOf, placeAgain } from '../store/annotations.ts';
import type { Database } from '../store/database.ts';

/** Finds the annotations of an article again after its text has changed. Part of the caller's transaction. */
export function placeAnnotationsAgain(
  database: Database,
  article: number,
  text: { title: string; body: string },
): void {
  for (const annotation of annotationsOf(database, article)) {
    const placed = place(text[annotation.field], { quote: annotation.quote, position: annotation.span });
    placeAgain(database, annotation.id, placed.span, placed.placement);
  }
}
