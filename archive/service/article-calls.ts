import type { Article } from '../contract/articles.ts';
import { refuse } from '../contract/refuse.ts';
import { reference } from '../export/gost.ts';
import { tagRows } from '../store/article-state.ts';
import { readStates } from '../store/articles.ts';
import { takeStep } from '../store/history.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { openedCall } from './home-calls.ts';
import { compare, nearArticles } from './near.ts';
import { originalOf } from './original.ts';
import { quotation, speechesOf } from './quotations.ts';
import { reprintsOf } from './reprints.ts';
import { storedArticle, summary } from './summaries.ts';
import { understand } from './understanding.ts';

export function articleCalls(archive: Archive) {
  const { database, changes } = archive;
  const changed = (ids: readonly number[]) => {
    archive.refresh(ids);
    changes.publish('articles');
    return {};
  };
  return {
    get: calls.articles.get.handler(({ input }) => wholeArticle(archive, input.id)),
    opened: openedCall(archive),
    marks: calls.articles.marks.handler(async ({ input, signal }) => {
      const { title } = storedArticle(archive, input.id);
      const body = archive.articles.text(input.id)?.body ?? '';
      const { query } = await understand(archive, { ...input.request, limit: 0 }, signal);
      return archive.index.index.marks(query, { title, body }, input.request);
    }),
    reprints: calls.articles.reprints.handler(({ input }) => {
      storedArticle(archive, input.id);
      return archive.attend(() => reprintsOf(archive, input.id));
    }),
    setReadState: calls.articles.setReadState.handler(({ input }) => {
      const state = readStates.indexOf(input.readState);
      takeStep(database, 'article', (edit) => {
        for (const id of input.ids) edit.update('article', id, { read_state: state });
      });
      return changed(input.ids);
    }),
    setTags: calls.articles.setTags.handler(({ input }) => {
      storedArticle(archive, input.id);
      const wanted = new Set(input.tags.map((tag) => tag.trim()).filter(Boolean));
      takeStep(database, 'article', (edit) => {
        for (const { id, tag } of tagRows(database, input.id)) if (!wanted.delete(tag)) edit.remove('article_tag', id);
        for (const tag of wanted) edit.insert('article_tag', { article: input.id, tag });
      });
      return changed([input.id]);
    }),
    setRating: calls.articles.setRating.handler(({ input }) => {
      takeStep(database, 'article', (edit) => edit.update('article', input.id, { rating: input.rating }));
      return changed([input.id]);
    }),
    reference: calls.articles.reference.handler(({ input }) => ({
      text: reference(storedArticle(archive, input.id), today()),
    })),
    quotation: calls.articles.quotation.handler(({ input }) => ({
      text: quotation(archive, input.id, input.field, input.span),
    })),
    speeches: calls.articles.speeches.handler(({ input }) => {
      storedArticle(archive, input.id);
      return speechesOf(archive, input.id);
    }),
    near: calls.articles.near.handler(({ input }) => nearArticles(archive, input.id)),
    compare: calls.articles.compare.handler(({ input }) => compare(archive, input.id, input.other)),
    original: calls.articles.original.handler(({ input }) => originalOf(archive, input.id)),
  };
}

const today = () => new Date().toISOString().slice(0, 10);

/** A whole article with its mentions, as the reader opens it. */
export function wholeArticle(archive: Archive, id: number): Article {
  const stored = storedArticle(archive, id);
  const { lead, body } = archive.articles.text(id) ?? refuse('NOT_FOUND');
  const texts = { title: stored.title, body };
  const { entities } = archive;
  const place = archive.articles.places(id)[0];
  return {
    ...summary(archive, stored),
    body,
    lead,
    url: stored.url,
    rubric: stored.rubric,
    tags: archive.articles.tags(id),
    rating: stored.rating,
    encoding: stored.encoding,
    format: stored.format,
    file: place?.file.split('/').at(-1) ?? '',
    importedAt: new Date(stored.importedAt).toISOString(),
    mentions: entities.mentions(id).map(({ field, start, end, entity }) => ({
      field,
      start,
      end,
      kind: entities.kind(entity),
      text: texts[field].slice(start, end),
      entity,
      label: entities.label(entity),
    })),
  };
}
