import { refuse } from '../contract/refuse.ts';
import { type Editor, takeStep } from '../store/history.ts';
import { bind, itemsOf, move, removeSelection, selection, selections, unbind } from '../store/selections.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { storedArticle, summary } from './summaries.ts';

export function selectionCalls(archive: Archive) {
  const { database, changes } = archive;
  /** Takes a step on a selection, and brings what depends on it up to date. */
  const step = <Result>(id: number | null, articles: readonly number[], work: (edit: Editor) => Result): Result => {
    const result = takeStep(database, 'selection', (edit) => {
      if (id !== null) selection(database, id);
      const done = work(edit);
      if (id !== null) edit.update('selection', id, { changed_at: Date.now() });
      return done;
    });
    archive.refresh(articles);
    changes.publish('selections', ...(articles.length > 0 ? (['articles'] as const) : []));
    return result;
  };
  return {
    list: calls.selections.list.handler(() => selections(database)),
    get: calls.selections.get.handler(({ input }) => ({
      ...selection(database, input.id),
      items: itemsOf(database, input.id).map(({ article, comment }) => ({
        article: summary(archive, storedArticle(archive, article)),
        comment,
      })),
    })),
    create: calls.selections.create.handler(({ input }) => {
      const id = step(null, [], (edit) => edit.insert('selection', { name: input.name, changed_at: Date.now() }));
      return selection(database, id);
    }),
    rename: calls.selections.rename.handler(({ input }) => {
      step(input.id, [], (edit) => edit.update('selection', input.id, { name: input.name }));
      return selection(database, input.id);
    }),
    remove: calls.selections.remove.handler(({ input }) => {
      const bound = itemsOf(database, input.id).map((item) => item.article);
      step(null, bound, (edit) => removeSelection(database, edit, input.id));
      return {};
    }),
    include: calls.selections.include.handler(({ input }) => {
      step(input.id, input.articles, (edit) => bind(database, edit, input.id, input.articles));
      return selection(database, input.id);
    }),
    unbind: calls.selections.unbind.handler(({ input }) => {
      step(input.id, input.articles, (edit) => unbind(database, edit, input.id, input.articles));
      return selection(database, input.id);
    }),
    move: calls.selections.move.handler(({ input }) => {
      step(input.id, [], (edit) => move(database, edit, input.id, input.article, input.to));
      return {};
    }),
    comment: calls.selections.comment.handler(({ input }) => {
      const item = itemsOf(database, input.id).find((one) => one.article === input.article) ?? refuse('NOT_FOUND');
      step(input.id, [], (edit) => edit.update('selection_item', item.id, { comment: input.comment }));
      return {};
    }),
  };
}
