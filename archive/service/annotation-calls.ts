import { likelyPlaces } from '../annotations/place.ts';
import { describe } from '../annotations/selector.ts';
import type { Annotation } from '../contract/annotations.ts';
import { refuse } from '../contract/refuse.ts';
import type { ArticleField, Span } from '../contract/values.ts';
import { addAnnotation, annotation, annotationsOf, placingCells } from '../store/annotations.ts';
import { type Editor, takeStep } from '../store/history.ts';
import { annotationsFromJson, annotationsToJson, fieldText } from './annotation-exchange.ts';
import { annotationIds, annotationPage } from './annotation-list.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { quotedAnnotations } from './quotations.ts';
import { storedArticle } from './summaries.ts';

/** Places offered for an unplaced annotation. */
const offered = 3;

export function annotationCalls(archive: Archive) {
  const { database, changes } = archive;
  const step = <Result>(articles: readonly number[], work: (edit: Editor) => Result): Result => {
    const result = takeStep(database, 'annotation', work);
    archive.refresh(articles);
    changes.publish('annotations');
    return result;
  };
  const found = (id: number): Annotation => annotation(database, id) ?? refuse('NOT_FOUND');
  return {
    ofArticle: calls.annotations.ofArticle.handler(({ input }) => {
      storedArticle(archive, input.id);
      return annotationsOf(database, input.id);
    }),
    likelyPlaces: calls.annotations.likelyPlaces.handler(({ input }) => {
      const { article, field, quote, span } = found(input.id);
      return likelyPlaces(fieldText(archive, article, field), { quote, position: span }, offered);
    }),
    list: calls.annotations.list.handler(({ input }) => annotationPage(archive, input, input)),
    ids: calls.annotations.ids.handler(async ({ input }) => ({ ids: await annotationIds(archive, input) })),
    create: calls.annotations.create.handler(({ input }) => {
      const { quote, position } = described(archive, input.article, input.field, input.span);
      const draft = { ...input, quote, span: position, placement: 'exact' as const };
      return found(step([input.article], (edit) => addAnnotation(edit, draft, Date.now())));
    }),
    change: calls.annotations.change.handler(({ input }) => {
      const { article, field } = found(input.id);
      const placed = input.span && described(archive, article, field, input.span);
      step([article], (edit) =>
        edit.update('annotation', input.id, {
          ...(input.pencil !== undefined && { pencil: input.pencil }),
          ...(input.bookmark !== undefined && { bookmark: Number(input.bookmark) }),
          ...(input.note !== undefined && { note: input.note }),
          ...(input.tags !== undefined && { tags: JSON.stringify([...new Set(input.tags)]) }),
          ...(placed && placingCells({ quote: placed.quote, span: placed.position, placement: 'exact' })),
          changed_at: Date.now(),
        }),
      );
      return found(input.id);
    }),
    changeMany: calls.annotations.changeMany.handler(({ input }) => {
      const marks = [...new Set(input.ids)].map(found);
      const now = Date.now();
      const gone = new Set(input.removeTags);
      step(
        marks.map(({ article }) => article),
        (edit) => {
          for (const { id, tags } of marks) {
            const kept = tags.filter((tag) => !gone.has(tag));
            edit.update('annotation', id, {
              ...(input.pencil !== undefined && { pencil: input.pencil }),
              ...(input.bookmark !== undefined && { bookmark: Number(input.bookmark) }),
              tags: JSON.stringify([...new Set([...kept, ...input.addTags])]),
              changed_at: now,
            });
          }
        },
      );
      return {};
    }),
    remove: calls.annotations.remove.handler(({ input }) => {
      const articles = input.ids.map((id) => found(id).article);
      step(articles, (edit) => {
        for (const id of new Set(input.ids)) edit.remove('annotation', id);
      });
      return {};
    }),
    quoted: calls.annotations.quoted.handler(({ input }) => ({
      text: quotedAnnotations(archive, [...new Set(input.ids)].map(found)),
    })),
    exportJson: calls.annotations.exportJson.handler(({ input }) => ({
      json: annotationsToJson(archive, input?.ids === undefined ? {} : { ids: new Set(input.ids) }),
    })),
    importJson: calls.annotations.importJson.handler(({ input }) => {
      const figures = annotationsFromJson(archive, input.json);
      changes.publish('annotations');
      return figures;
    }),
  };
}

/** The passage as it will be found again. @throws a refusal: NOT_FOUND, also for a span with nothing in it */
function described(archive: Archive, article: number, field: ArticleField, span: Span) {
  storedArticle(archive, article);
  const selector = describe(fieldText(archive, article, field), span);
  if (selector.quote.exact.trim() === '') refuse('NOT_FOUND');
  return selector;
}
