import type { ExportRequest, ExportSubject } from '../contract/exports.ts';
import type { FacetName } from '../contract/search.ts';
import { searchRequest } from '../contract/search.ts';
import type { DigestItem } from '../export/digest.ts';
import { annotationsOf } from '../store/annotations.ts';
import { itemsOf, selection } from '../store/selections.ts';
import type { Archive } from './archive.ts';
import { wholeArticle } from './article-calls.ts';
import { idsOf } from './search.ts';

/** What is exported: the articles by id with the person's comments, and what the export is called by default. */
export interface Subject {
  readonly title: string;
  readonly subtitle: string;
  readonly items: readonly { readonly article: number; readonly comment: string }[];
}

/** @throws a refusal: NOT_FOUND for a selection or an entity that is not there */
export async function subjectOf(archive: Archive, subject: ExportSubject): Promise<Subject> {
  const uncommented = (ids: readonly number[]) => ids.map((article) => ({ article, comment: '' }));
  switch (subject.by) {
    case 'ids':
      return { title: '', subtitle: '', items: uncommented(subject.ids) };
    case 'selection':
      return {
        title: selection(archive.database, subject.selection).name,
        subtitle: '',
        items: itemsOf(archive.database, subject.selection),
      };
    case 'entity': {
      const facet: FacetName = archive.entities.kind(subject.entity);
      const choices = [{ facet, include: [String(subject.entity)] }];
      const request = searchRequest.parse({ query: '', choices, sort: 'newest' });
      const ids = await idsOf(archive, request, subject.limit);
      return { title: archive.entities.label(subject.entity), subtitle: '', items: uncommented(ids) };
    }
    case 'search': {
      const ids = await idsOf(archive, subject.request, subject.limit);
      return { title: '', subtitle: subject.request.query, items: uncommented(ids) };
    }
  }
}

/** Articles read between two turns of the event loop. */
const BATCH = 20;

/** The articles of a subject as they are exported, read in batches so that the host answers meanwhile. */
export async function* readItems(
  archive: Archive,
  { items }: Pick<Subject, 'items'>,
  signal?: AbortSignal,
): AsyncGenerator<DigestItem, void> {
  for (const [at, { article, comment }] of items.entries()) {
    if (at % BATCH === 0) {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, 0);
      });
      signal?.throwIfAborted();
    }
    yield { article: wholeArticle(archive, article), annotations: annotationsOf(archive.database, article), comment };
  }
}

/** Of whom a dossier is: who was asked for, who the subject is, or who most of the articles name; null: nobody. */
export function dossierOf(
  { about, subject }: Omit<ExportRequest, 'path'>,
  items: readonly DigestItem[],
): number | null {
  if (about !== null) return about;
  if (subject.by === 'entity') return subject.entity;
  const counts = new Map<number, number>();
  for (const { article } of items) {
    const named = new Set(article.mentions.map(({ entity }) => entity));
    for (const entity of named) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
