import type { Annotation } from '../contract/annotations.ts';
import type { Span } from '../contract/values.ts';

/** An annotation on its way out, with what it needs to be recognised elsewhere. */
export interface Outgoing {
  annotation: Annotation;
  /** `hash` is the SHA-256 of the content: it names the article in any archive. */
  article: { hash: string; title: string; url: string | null; key: string | null };
  /** The text of the annotated field: positions of the standard count code points, ours UTF-16 units. */
  text: string;
}

/** Terms of our own, for what the standard has no word for; other programs pass them over. */
const context = ['http://www.w3.org/ns/anno.jsonld', { podshivka: 'urn:podshivka:' }] as const;

/**
 * Annotations as W3C Web Annotation JSON-LD, one page of one collection.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */
export function toWebAnnotations(outgoing: readonly Outgoing[]): string {
  const items = outgoing.map(webAnnotation);
  return `${JSON.stringify({ '@context': context, type: 'AnnotationPage', startIndex: 0, items }, null, 2)}\n`;
}

function webAnnotation({ annotation, article, text }: Outgoing): object {
  const { id, field, quote, span, pencil, bookmark, note, tags, createdAt, changedAt } = annotation;
  const source = article.url ?? `urn:sha256:${article.hash}`;
  return {
    id: `urn:podshivka:annotation:${id}`,
    type: 'Annotation',
    motivation: bookmark ? 'bookmarking' : note === '' ? 'highlighting' : 'commenting',
    created: createdAt,
    modified: changedAt,
    body: [
      ...(note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }]),
      ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
    ],
    target: {
      type: 'SpecificResource',
      source,
      styleClass: `pencil-${pencil}`,
      'podshivka:hash': article.hash,
      'podshivka:key': article.key,
      'podshivka:title': article.title,
      'podshivka:field': field,
      selector: [
        { type: 'TextQuoteSelector', ...quote },
        ...(span === null ? [] : [{ type: 'TextPositionSelector', ...codePoints(text, span) }]),
      ],
    },
  };
}

/** A span in UTF-16 units as one in code points. */
export function codePoints(text: string, { start, end }: Span): Span {
  const before = length(text.slice(0, start));
  return { start: before, end: before + length(text.slice(start, end)) };
}

/** A span in code points as one in UTF-16 units; what lies beyond the text is cut to it. */
export function utf16(text: string, { start, end }: Span): Span {
  let unit = 0;
  let point = 0;
  const found = { start: text.length, end: text.length };
  for (const character of text) {
    if (point === start) found.start = unit;
    if (point === end) {
      found.end = unit;
      break;
    }
    unit += character.length;
    point++;
  }
  return found;
}

function length(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
