import { z } from 'zod';
import { articleSummary } from './articles.ts';
import { instant } from './values.ts';

const some = z.object({ total: z.int().nonnegative(), articles: z.array(articleSummary) });

/** What the first page tells: what has come, what was read, what waits for a decision. */
export const home = z.object({
  /** When the archive was let go of before the present visit; null on the first one. */
  since: instant.nullable(),
  /** Articles that came after the visit before, the newest first; on the first visit none. */
  fresh: some,
  /** The articles opened last. */
  recent: z.array(articleSummary),
  /** Articles marked «to check». */
  toCheck: some,
  /** Annotations that lost their place. */
  unplaced: z.int().nonnegative(),
  /** Pairs of names that may be one. */
  proposals: z.int().nonnegative(),
});
export type Home = z.infer<typeof home>;
