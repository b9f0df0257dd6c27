import type { DoubtfulArticle } from '../contract/intake.ts';
import { refuse } from '../contract/refuse.ts';
import { doubtCounts, doubtfulArticles, doubtsOfArticle } from '../store/doubts.ts';
import { type Editor, takeStep } from '../store/history.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { summary } from './summaries.ts';

/** UTF-16 units of a text that the queue shows. */
const beginning = 240;

export function reviewCalls(archive: Archive) {
  const { database, changes, labels } = archive;
  const changed = (ids: readonly number[]) => {
    archive.refresh(ids);
    changes.publish('articles', 'imports');
    return {};
  };
  return {
    list: calls.review.list.handler(({ input }) => {
      const ids = doubtfulArticles(database, input.field, input.offset, input.limit);
      return { ...doubtCounts(database), articles: ids.flatMap((id) => doubtful(archive, id)) };
    }),
    settle: calls.review.settle.handler(({ input }) => {
      takeStep(database, 'article', (edit) => {
        for (const id of input.ids) settle(archive, edit, id, () => true);
      });
      return changed(input.ids);
    }),
    amend: calls.review.amend.handler(({ input }) => {
      const { ids, source, author, rubric, date } = input;
      takeStep(database, 'article', (edit) => {
        const label = (kind: 'source' | 'author' | 'rubric', text: string | null) =>
          text === null ? null : labels.number(kind, text);
        const columns = {
          ...(source !== undefined && { source: label('source', source) }),
          ...(author !== undefined && { author: label('author', author) }),
          ...(rubric !== undefined && { rubric: label('rubric', rubric) }),
          ...(date !== undefined && { date, date_precision: precisionOf(date) }),
        };
        if (Object.keys(columns).length === 0) refuse('CONFLICT');
        for (const id of ids) {
          edit.update('article', id, columns);
          settle(archive, edit, id, (field) => field in columns);
        }
      });
      return changed(ids);
    }),
  };
}

/** Takes doubts of an article off the queue, so that an undo puts them back. */
function settle({ database }: Archive, edit: Editor, article: number, concerned: (field: string) => boolean): void {
  for (const { id, field } of doubtsOfArticle(database, article))
    if (concerned(field)) edit.remove('article_doubt', id);
}

function doubtful(archive: Archive, id: number): DoubtfulArticle[] {
  const article = archive.articles.get(id);
  if (article === undefined) return [];
  return [
    {
      ...summary(archive, article),
      rubric: article.rubric,
      file: archive.articles.places(id)[0]?.file ?? '',
      beginning: archive.articles.text(id)?.body.slice(0, beginning) ?? '',
      doubts: doubtsOfArticle(archive.database, id).map(({ field, reason }) => ({ field, reason })),
    },
  ];
}

/** How much an ISO date says: its length tells. */
function precisionOf(date: string | null): string | null {
  if (date === null) return null;
  return ({ 4: 'year', 7: 'month', 10: 'day' } as const)[date.length] ?? 'minute';
}
