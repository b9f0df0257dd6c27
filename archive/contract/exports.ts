import { z } from 'zod';
import { searchRequest } from './search.ts';
import { id } from './values.ts';

/** Which articles: by id, a selection with its comments, or the first `limit` of a search. */
export const exportSubject = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ids'), ids: z.array(id).min(1) }),
  z.object({ by: z.literal('selection'), selection: id }),
  z.object({ by: z.literal('search'), request: searchRequest, limit: z.int().positive().max(100_000) }),
]);
export type ExportSubject = z.infer<typeof exportSubject>;

export const exportRequest = z.object({
  subject: exportSubject,
  format: z.enum(['pdf']),
  /** The title on the cover; empty: made from the selection or the query. */
  title: z.string().max(300).default(''),
  page: z.enum(['A4', 'A5', 'Letter']).default('A4'),
  annotations: z.boolean().default(true),
  /**
   * Where the file goes: a path chosen in a dialog or on the command line; null: into the archive's own `exports`
   * folder, from where a browser downloads it by the job's id.
   */
  path: z.string().nullable().default(null),
});
export type ExportRequest = z.infer<typeof exportRequest>;
