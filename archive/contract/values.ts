import { z } from 'zod';

/** Ids are positive integers given by the archive's database; they are never reused. */
export const id = z.int().positive();

/** How much of a date is known. */
export const datePrecision = z.enum(['year', 'month', 'day', 'minute']);
export type DatePrecision = z.infer<typeof datePrecision>;

/**
 * A date of publication: ISO text cut to its precision (`2024`, `2024-08`, `2024-08-12`, `2024-08-12T09:40`), in the
 * outlet's own local time. Sorts as text.
 */
export const isoDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$/);

/** A half-open range of UTF-16 units in a stored text. */
export const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Span = z.infer<typeof span>;

export const entityKind = z.enum(['person', 'organization']);
export type EntityKind = z.infer<typeof entityKind>;

/** The two texts of an article that a span can lie in. */
export const articleField = z.enum(['title', 'body']);
export type ArticleField = z.infer<typeof articleField>;

/** A moment of the archive's own clock: ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime();
