import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { searchRequest } from './search.ts';
import { id, instant } from './values.ts';

/**
 * What is laid into the bin: articles, everything an import brought, everything that a search finds, or everything of one
 * source (null: without one).
 */
export const removalSubject = z.discriminatedUnion('by', [
  z.object({ by: z.literal('articles'), ids: z.array(id).min(1).max(500_000) }),
  z.object({ by: z.literal('import'), job: z.string() }),
  z.object({ by: z.literal('search'), request: searchRequest }),
  z.object({ by: z.literal('source'), source: z.string().nullable() }),
]);
export type RemovalSubject = z.infer<typeof removalSubject>;

/** What hangs on articles that are removed. */
export const removalFigures = z.object({
  articles: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  /** Places in selections. */
  bound: z.int().nonnegative(),
});
export type RemovalFigures = z.infer<typeof removalFigures>;

/** An article in the bin. */
export const binEntry = articleSummary.extend({ removedAt: instant });
export type BinEntry = z.infer<typeof binEntry>;

/** What emptying the bin would delete for good, and how many backups hold some of it still. */
export const binContents = removalFigures.extend({ backups: z.int().nonnegative() });
export type BinContents = z.infer<typeof binContents>;
