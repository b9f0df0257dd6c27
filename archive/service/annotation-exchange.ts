import { z } from 'zod';
import { place } from '../annotations/place.ts';
import { type Annotation, pencil } from '../contract/annotations.ts';
import { refuse } from '../contract/refuse.ts';
import { addAnnotation, allAnnotations } from '../store/annotations.ts';
import { takeStep } from '../store/history.ts';
import type { Archive } from './archive.ts';

/**
 * Annotations as W3C Web Annotation JSON-LD. An article is named by its content, `urn:sha256:…`, and its field, `#title`
 * or `#body`; the colour of the pencil and the placement of ours are in a namespace of their own, so that other programs
 * read the rest.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */
const context = ['http://www.w3.org/ns/anno.jsonld', { podshivka: 'urn:podshivka:', pencil: 'podshivka:pencil' }];

const selector = z.union([
  z.object({
    type: z.literal('TextQuoteSelector'),
    exact: z.string(),
    prefix: z.string().default(''),
    suffix: z.string().default(''),
  }),
  z.object({ type: z.literal('TextPositionSelector'), start: z.int().nonnegative(), end: z.int().nonnegative() }),
  z.object({ type: z.string() }),
]);

const webAnnotation = z.object({
  created: z.string().optional(),
  modified: z.string().optional(),
  pencil: pencil.optional().catch(undefined),
  body: z
    .array(z.object({ type: z.string(), value: z.string(), purpose: z.string().optional() }))
    .default([])
    .catch([]),
  target: z.object({ source: z.string(), selector: z.array(selector) }),
});

const collection = z.object({ first: z.object({ items: z.array(z.unknown()) }) });

export function annotationsToJson(archive: Archive): string {
  const items = allAnnotations(archive.database).map((one) => toWeb(archive, one));
  return `${JSON.stringify(
    {
      '@context': context,
      type: 'AnnotationCollection',
      total: items.length,
      first: { type: 'AnnotationPage', startIndex: 0, items },
    },
    undefined,
    1,
  )}\n`;
}

function toWeb(archive: Archive, one: Annotation) {
  const tags = one.tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' }));
  const note = one.note === '' ? [] : [{ type: 'TextualBody', value: one.note, purpose: 'commenting' }];
  const hash = archive.articles.get(one.article)?.hash ?? '';
  return {
    type: 'Annotation',
    motivation: one.note === '' ? 'highlighting' : 'commenting',
    created: one.createdAt,
    modified: one.changedAt,
    pencil: one.pencil,
    body: [...note, ...tags],
    target: {
      source: `urn:sha256:${hash}#${one.field}`,
      selector: [
        { type: 'TextQuoteSelector', ...one.quote },
        ...(one.span === null ? [] : [{ type: 'TextPositionSelector', ...one.span }]),
      ],
    },
  };
}

/**
 * Takes in annotations of articles that the archive has; what it has already is known, what belongs to no article here
 * is left out.
 *
 * @throws a refusal: ARCHIVE_FOREIGN when the text is no collection of annotations
 */
export function annotationsFromJson(
  archive: Archive,
  json: string,
): { added: number; known: number; unplaced: number } {
  const read = collection.safeParse(parsed(json));
  if (!read.success) refuse('ARCHIVE_FOREIGN');
  const figures = { added: 0, known: 0, unplaced: 0 };
  const present = new Set(allAnnotations(archive.database).map(fingerprint));
  const articles = new Set<number>();
  takeStep(archive.database, 'annotation', (edit) => {
    for (const item of read.data.first.items) {
      const draft = fromWeb(archive, item);
      if (draft === undefined) continue;
      if (present.has(fingerprint(draft))) {
        figures.known++;
        continue;
      }
      present.add(fingerprint(draft));
      addAnnotation(edit, draft, instantOf(draft.createdAt), instantOf(draft.changedAt));
      articles.add(draft.article);
      figures.added++;
      if (draft.placement === 'unplaced') figures.unplaced++;
    }
  });
  archive.refresh(articles);
  return figures;
}

/** What makes two annotations one: the same passage of the same article with the same words about it. */
function fingerprint(one: Pick<Annotation, 'article' | 'field' | 'quote' | 'note' | 'pencil' | 'span'>): string {
  const { article, field, quote, note, pencil, span } = one;
  return JSON.stringify([article, field, quote.exact, quote.prefix, quote.suffix, note, pencil, span?.start ?? null]);
}

function fromWeb(archive: Archive, item: unknown): Omit<Annotation, 'id'> | undefined {
  const read = webAnnotation.safeParse(item);
  if (!read.success) return undefined;
  const { target, body, created, modified } = read.data;
  const named = /^urn:sha256:([0-9a-f]{64})#(title|body)$/.exec(target.source);
  const article = named && archive.articles.withHash(named[1]!);
  const quote = target.selector.find((one) => 'exact' in one);
  if (!named || !article || article.removed || quote === undefined) return undefined;
  const position = target.selector.find((one) => 'start' in one);
  const field = named[2] === 'title' ? 'title' : 'body';
  const text = field === 'title' ? archive.articles.get(article.id)?.title : archive.articles.text(article.id)?.body;
  const { exact, prefix, suffix } = quote;
  const now = new Date().toISOString();
  const placed = place(text ?? '', {
    quote: { exact, prefix, suffix },
    position: position ? { start: position.start, end: position.end } : null,
  });
  return {
    article: article.id,
    field,
    quote: { exact, prefix, suffix },
    span: placed.span,
    placement: placed.placement,
    pencil: read.data.pencil ?? 'ochre',
    note: body
      .filter((part) => part.purpose !== 'tagging')
      .map((part) => part.value)
      .join('\n\n'),
    tags: body.filter((part) => part.purpose === 'tagging').map((part) => part.value),
    createdAt: created ?? now,
    changedAt: modified ?? created ?? now,
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const instantOf = (iso: string): number => {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? Date.now() : at;
};
