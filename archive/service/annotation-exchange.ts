import { type Incoming, readAnnotations } from '../annotations/incoming.ts';
import { place } from '../annotations/place.ts';
import { type Outgoing, toWebAnnotations, utf16 } from '../annotations/web-annotation.ts';
import type { Annotation } from '../contract/annotations.ts';
import { refuse } from '../contract/refuse.ts';
import { addAnnotation, allAnnotations } from '../store/annotations.ts';
import { takeStep } from '../store/history.ts';
import type { Archive } from './archive.ts';

/** Which annotations are meant: those of some articles, or these by id; what is left out does not narrow. */
interface Wanted {
  readonly articles?: ReadonlySet<number>;
  readonly ids?: ReadonlySet<number>;
}

/** Annotations as W3C Web Annotation JSON-LD; articles are told by the hash of their content. */
export function annotationsToJson(archive: Archive, { articles, ids }: Wanted = {}): string {
  const outgoing = allAnnotations(archive.database).flatMap((annotation): Outgoing[] => {
    if (articles?.has(annotation.article) === false || ids?.has(annotation.id) === false) return [];
    const article = archive.articles.get(annotation.article);
    if (article === undefined) return [];
    const { hash, title, url, key } = article;
    return [
      {
        annotation,
        article: { hash, title, url, key },
        text: fieldText(archive, annotation.article, annotation.field),
      },
    ];
  });
  return toWebAnnotations(outgoing);
}

/**
 * Takes in annotations of articles that the archive has, its own or those of other programs; what it has already is
 * known, what belongs to no article here is left out.
 *
 * @throws a refusal: ARCHIVE_FOREIGN when the text holds no annotations
 */
export function annotationsFromJson(
  archive: Archive,
  json: string,
): { added: number; known: number; unplaced: number } {
  const { annotations, rejected } = readAnnotations(json);
  if (annotations.length === 0 && rejected.length > 0) refuse('ARCHIVE_FOREIGN');
  const figures = { added: 0, known: 0, unplaced: 0 };
  const present = new Set(allAnnotations(archive.database).map(fingerprint));
  const articles = new Set<number>();
  takeStep(archive.database, 'annotation', (edit) => {
    for (const incoming of annotations) {
      const draft = placed(archive, incoming);
      if (draft === undefined) continue;
      if (present.has(fingerprint(draft))) {
        figures.known++;
        continue;
      }
      present.add(fingerprint(draft));
      addAnnotation(edit, draft, Date.parse(draft.createdAt), Date.parse(draft.changedAt));
      articles.add(draft.article);
      figures.added++;
      if (draft.placement === 'unplaced') figures.unplaced++;
    }
  });
  archive.refresh(articles);
  return figures;
}

/** What makes two annotations one: the same passage of the same article with the same words about it. */
function fingerprint(
  one: Pick<Annotation, 'article' | 'field' | 'quote' | 'note' | 'pencil' | 'bookmark' | 'span'>,
): string {
  const { article, field, quote, note, pencil, bookmark, span } = one;
  const { exact, prefix, suffix } = quote;
  return JSON.stringify([article, field, exact, prefix, suffix, note, pencil, bookmark, span?.start ?? null]);
}

function placed(archive: Archive, incoming: Incoming): Omit<Annotation, 'id'> | undefined {
  const article = articleOf(archive, incoming.article);
  if (article === undefined) return undefined;
  const { field, quote, position, pencil, bookmark, note, tags } = incoming;
  const text = fieldText(archive, article, field);
  const found = place(text, { quote, position: position === null ? null : utf16(text, position) });
  const now = new Date().toISOString();
  return {
    article,
    field,
    quote,
    span: found.span,
    placement: found.placement,
    pencil,
    bookmark,
    note,
    tags,
    createdAt: incoming.createdAt ?? now,
    changedAt: incoming.changedAt ?? incoming.createdAt ?? now,
  };
}

/** The article that a file names: by its content, else by the key it came with, else by its address. */
function articleOf(archive: Archive, { hash, key, url }: Incoming['article']): number | undefined {
  const same = hash === null ? undefined : archive.articles.withHash(hash);
  if (same !== undefined) return same.removed ? undefined : same.id;
  return archive.articles.named({ key, url });
}

/** The text of a field as it is stored now; empty for an article that is not there. */
export function fieldText(archive: Archive, article: number, field: Annotation['field']): string {
  return (field === 'title' ? archive.articles.get(article)?.title : archive.articles.text(article)?.body) ?? '';
}
