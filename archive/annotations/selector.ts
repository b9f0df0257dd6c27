import type { QuoteSelector } from '../contract/annotations.ts';
import type { Span } from '../contract/values.ts';
import { boundaryAfter, boundaryBefore } from './boundary.ts';

/**
 * A passage described so that it can be found again: W3C TextQuoteSelector and TextPositionSelector. Offsets are
 * UTF-16 units of the text the passage was marked in.
 */
export interface Selector {
  quote: QuoteSelector;
  /** Where the passage stood; null when only the quotation is known (an annotation from elsewhere). */
  position: Span | null;
}

/** Characters of context kept on each side: about a line of print, which tells equal phrases apart. */
const CONTEXT = 64;

/**
 * Describes a passage. A span that cuts a surrogate pair or parts a letter from its marks is widened to whole
 * characters; one that reaches outside the text is cut to it.
 */
export function describe(text: string, span: Span): Selector & { position: Span } {
  const start = boundaryBefore(text, span.start);
  const end = boundaryAfter(text, Math.max(span.end, start));
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(boundaryAfter(text, Math.max(0, start - CONTEXT)), start),
      suffix: text.slice(end, boundaryBefore(text, end + CONTEXT)),
    },
    position: { start, end },
  };
}
