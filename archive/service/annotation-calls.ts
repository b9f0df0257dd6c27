import { describe } from '../annotations/selector.ts';
import type { Annotation, AnnotationEntry } from '../contract/annotations.ts';
import { refuse } from '../contract/refuse.ts';
import type { ArticleField, Span } from '../contract/values.ts';
import { addAnnotation, allAnnotations, annotation, annotationsOf, placingCells } from '../store/annotations.ts';
import { type Editor, takeStep } from '../store/history.ts';
import { annotationsFromJson, annotationsToJson } from './annotation-exchange.ts';
import { noteMatcher } from './annotation-search.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { storedArticle } from './summaries.ts';

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
    list: calls.annotations.list.handler(({ input }) => {
      const matches = noteMatcher(archive.analyzer, input.query);
      const all = allAnnotations(database);
      const tags = [...new Set(all.flatMap((one) => one.tags))].sort((a, b) => a.localeCompare(b, 'ru'));
      const kept = all.filter(
        (one) =>
          (input.pencil === null || one.pencil === input.pencil) &&
          (input.tag === null || one.tags.includes(input.tag)) &&
          (!input.unplaced || one.placement === 'unplaced') &&
          matches([one.quote.exact, one.note, ...one.tags]),
      );
      const page = kept.slice(input.offset, input.offset + input.limit);
      return { total: kept.length, annotations: page.map((one) => entryOf(archive, one)), tags };
    }),
    create: calls.annotations.create.handler(({ input }) => {
      const { quote, position } = described(archive, input.article, input.field, input.span);
      const { article, field, pencil, note, tags } = input;
      const draft = { article, field, quote, span: position, placement: 'exact' as const, pencil, note, tags };
      return found(step([article], (edit) => addAnnotation(edit, draft, Date.now())));
    }),
    change: calls.annotations.change.handler(({ input }) => {
      const { article, field } = found(input.id);
      const placed = input.span && described(archive, article, field, input.span);
      step([article], (edit) =>
        edit.update('annotation', input.id, {
          ...(input.pencil !== undefined && { pencil: input.pencil }),
          ...(input.note !== undefined && { note: input.note }),
          ...(input.tags !== undefined && { tags: JSON.stringify([...new Set(input.tags)]) }),
          ...(placed && placingCells({ quote: placed.quote, span: placed.position, placement: 'exact' })),
          changed_at: Date.now(),
        }),
      );
      return found(input.id);
    }),
    remove: calls.annotations.remove.handler(({ input }) => {
      const articles = input.ids.map((id) => found(id).article);
      step(articles, (edit) => {
        for (const id of new Set(input.ids)) edit.remove('annotation', id);
      });
      return {};
    }),
    exportJson: calls.annotations.exportJson.handler(() => ({ json: annotationsToJson(archive) })),
    importJson: calls.annotations.importJson.handler(({ input }) => {
      const figures = annotationsFromJson(archive, input.json);
      changes.publish('annotations');
      return figures;
    }),
  };
}

/** The passage as it will be found again. @throws a refusal: NOT_FOUND, also for a span with nothing in it */
function described(archive: Archive, article: number, field: ArticleField, span: Span) {
  const stored = storedArticle(archive, article);
  const text = field === 'title' ? stored.title : (archive.articles.text(article)?.body ?? '');
  const selector = describe(text, span);
  if (selector.quote.exact.trim() === '') refuse('NOT_FOUND');
  return selector;
}

function entryOf(archive: Archive, one: Annotation): AnnotationEntry {
  const { title, source, date } = storedArticle(archive, one.article);
  return { ...one, articleTitle: title, articleSource: source, articleDate: date };
}
