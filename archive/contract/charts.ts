import { z } from 'zod';
import { searchRequest } from './search.ts';
import { id, isoDate } from './values.ts';

/** What a line of a chart counts: the articles of a search, or those that name a person or organization. */
export const chartSubject = z.discriminatedUnion('by', [
  z.object({ by: z.literal('search'), request: searchRequest }),
  z.object({ by: z.literal('entity'), entity: id }),
]);
export type ChartSubject = z.infer<typeof chartSubject>;

export const chartStep = z.enum(['day', 'week', 'month', 'year']);
export type ChartStep = z.infer<typeof chartStep>;

export const chartRequest = z.object({
  subjects: z.array(chartSubject).min(1).max(5),
  /** Null: the finest that gives a readable number of periods. A step too fine for the range is made coarser. */
  step: chartStep.nullable().default(null),
  /** Inclusive bounds; null: from the first article found to the last. */
  from: isoDate.nullable().default(null),
  to: isoDate.nullable().default(null),
});
export type ChartRequest = z.infer<typeof chartRequest>;

/** Mentions over time. Every list of numbers has one number a period. */
export const chart = z.object({
  step: chartStep,
  /** All periods from the first to the last, also empty ones: ISO dates cut to the step; of a week its Monday. */
  periods: z.array(isoDate),
  /** All articles of the archive by period: what «per thousand articles» is counted from. */
  all: z.array(z.int().nonnegative()),
  series: z.array(
    z.object({
      label: z.string(),
      kind: z.enum(['search', 'person', 'organization']),
      counts: z.array(z.int().nonnegative()),
      /** Articles in the periods shown, and those left out because their date is not known to the step. */
      total: z.int().nonnegative(),
      undated: z.int().nonnegative(),
    }),
  ),
});
export type Chart = z.infer<typeof chart>;

/** `articles`: their number; `perThousand`: of each thousand articles of the archive in the same period. */
export const chartMeasure = z.enum(['articles', 'perThousand']);
export type ChartMeasure = z.infer<typeof chartMeasure>;

/** A chart drawn as one SVG file, with the rectangle that its periods divide evenly; lengths in the drawing's units. */
export const chartDrawing = z.object({
  svg: z.string(),
  width: z.number(),
  height: z.number(),
  plot: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
});
export type ChartDrawing = z.infer<typeof chartDrawing>;
