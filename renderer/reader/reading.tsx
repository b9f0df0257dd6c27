import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Annotation, Pencil } from '../../archive/contract/annotations.ts';
import type { Article, ReadState } from '../../archive/contract/articles.ts';
import type { ArticleField, Span } from '../../archive/contract/values.ts';
import { useMessages } from '../i18n/messages.tsx';
import { wholeRequest } from '../search/result.tsx';
import { announce } from '../ui/announce.ts';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';
import { useSettings } from '../view/settings.tsx';
import type { Question } from '../view/view.ts';

export function useArticle(id: number | null) {
  const client = useArchive();
  return useQuery({
    queryKey: ['article', id],
    queryFn: ({ signal }) => client.articles.get({ id: id ?? 0 }, { signal }),
    enabled: id !== null,
  });
}

/** Notes that the person has an article before them, once it is shown. */
export function useOpened(id: number | null): void {
  const client = useArchive();
  useEffect(() => {
    // Only the list of what was read last depends on it: a refusal (the article has just gone) changes nothing here.
    if (id !== null) void client.articles.opened({ id }).catch(() => undefined);
  }, [client, id]);
}

/** The passages a question marks in an article: by the archive's own analyzer, so that the counts agree. */
export function useHits(article: number, question: Question) {
  const client = useArchive();
  const { data } = useQuery({
    queryKey: ['marks', article, question],
    queryFn: ({ signal }) => client.articles.marks({ id: article, request: wholeRequest(question) }, { signal }),
    enabled: question.query.trim() !== '',
  });
  return question.query.trim() === '' ? undefined : data;
}

const noAnnotations: Annotation[] = [];
const marksOf = (article: number) => ['annotations', article];

interface Change {
  id: number;
  pencil?: Pencil;
  bookmark?: boolean;
  note?: string;
  tags?: string[];
  span?: Span;
}

/** The person's marks in one article and what can be done with them. A change shows at once; a refusal takes it back. */
export function useAnnotations(article: number) {
  const client = useArchive();
  const messages = useMessages();
  const { settings } = useSettings();
  const queries = useQueryClient();
  const [last, setLast] = useState<Pencil>('ochre');
  const { data } = useQuery({
    queryKey: marksOf(article),
    queryFn: ({ signal }) => client.annotations.ofArticle({ id: article }, { signal }),
  });
  // An answer may come when another article is open already: it goes to its own.
  const put = useCallback(
    (of: number, change: (old: Annotation[]) => Annotation[]) =>
      queries.setQueryData<Annotation[]>(marksOf(of), (old) => change(old ?? noAnnotations)),
    [queries],
  );
  const renew = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ['info'] });
    void queries.invalidateQueries({ queryKey: ['notes'] });
    void queries.invalidateQueries({ queryKey: ['search'] });
  }, [queries]);

  const create = useMutation({
    mutationFn: (passage: { field: ArticleField; span: Span; pencil: Pencil; bookmark?: boolean }) =>
      client.annotations.create({ ...passage, article }),
    onMutate: ({ pencil }) => setLast(pencil),
    onSuccess: (made) => {
      put(made.article, (old) => [...old, made]);
      const { bookmarked, made: marked } = messages.annotation;
      announce(made.bookmark ? bookmarked : marked(settings.pencils[made.pencil]));
      renew();
    },
    onError: tellRefusal(messages),
  });
  const change = useMutation({
    mutationFn: (wanted: Change) => client.annotations.change(wanted),
    // Shown before it is written, so that a walk over the marks right after the last key says the new note.
    onMutate: ({ id, pencil, bookmark, note, tags }) => {
      const before = queries.getQueryData<Annotation[]>(marksOf(article))?.find((one) => one.id === id);
      const shown = {
        ...(pencil && { pencil }),
        ...(bookmark !== undefined && { bookmark }),
        ...(note !== undefined && { note }),
        ...(tags && { tags }),
      };
      put(article, (old) => old.map((one) => (one.id === id ? { ...one, ...shown } : one)));
      return before;
    },
    onSuccess: (changed, { pencil, bookmark }) => {
      if (pencil !== undefined) announce(messages.annotation.recoloured(settings.pencils[pencil]));
      if (bookmark === true) announce(messages.annotation.bookmarked);
      put(changed.article, (old) => old.map((one) => (one.id === changed.id ? changed : one)));
      renew();
    },
    onError: (_error, { id }, before) => {
      if (before !== undefined) put(before.article, (old) => old.map((one) => (one.id === id ? before : one)));
    },
  });
  const remove = useMutation({
    mutationFn: (ids: number[]) => client.annotations.remove({ ids }),
    onSuccess: (_done, ids) => {
      put(article, (old) => old.filter(({ id }) => !ids.includes(id)));
      const back = () => void client.history.undo().then(() => queries.invalidateQueries(), tellRefusal(messages));
      tell({ text: messages.annotation.removed, undo: back });
      renew();
    },
    onError: tellRefusal(messages),
  });
  return { annotations: data ?? noAnnotations, create, change, remove, lastPencil: last };
}

/** What can be said of a whole article: read, tagged, rated. */
export function useArticleActs(article: Article | undefined) {
  const client = useArchive();
  const messages = useMessages();
  const queries = useQueryClient();
  const id = article?.id ?? 0;
  const renew = useCallback(async () => {
    await Promise.all(['article', 'search', 'saved'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  }, [queries]);
  const options = { onSuccess: renew, onError: tellRefusal(messages) };
  const readState = useMutation({
    mutationFn: (state: ReadState) => client.articles.setReadState({ ids: [id], readState: state }),
    ...options,
  });
  const tags = useMutation({ mutationFn: (next: string[]) => client.articles.setTags({ id, tags: next }), ...options });
  const rating = useMutation({
    mutationFn: (next: number) => client.articles.setRating({ id, rating: next }),
    ...options,
  });
  /** Copies the reference; with a passage, its words in quotation marks before it. */
  const reference = useMutation({
    mutationFn: async (passage: { field: ArticleField; span: Span } | undefined) => {
      const { text } =
        passage === undefined
          ? await client.articles.reference({ id })
          : await client.articles.quotation({ id, field: passage.field, span: passage.span });
      await navigator.clipboard.writeText(text);
    },
    onSuccess: (_done, passage) => {
      const { referenceCopied, quotationCopied } = messages.reader;
      tell({ text: passage === undefined ? referenceCopied : quotationCopied });
    },
    onError: tellRefusal(messages),
  });
  return { readState, tags, rating, reference };
}
