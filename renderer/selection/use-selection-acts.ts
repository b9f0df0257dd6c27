import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SelectionDetail } from '../../archive/contract/library.ts';
import { useMessages } from '../i18n/messages.tsx';
import { announce } from '../ui/announce.ts';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

/** The list with one item moved from one place to another. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

/** What is done with a selection. The order changes at once and is taken back when the archive refuses. */
export function useSelectionActs(id: number) {
  const client = useArchive();
  const messages = useMessages();
  const queries = useQueryClient();
  const key = ['selection', id];
  const renew = async () => {
    await Promise.all(['selection', 'selections', 'info'].map((one) => queries.invalidateQueries({ queryKey: [one] })));
  };
  const options = { onSuccess: renew, onError: tellRefusal(messages) };
  const rename = useMutation({ mutationFn: (name: string) => client.selections.rename({ id, name }), ...options });
  const remove = useMutation({ mutationFn: () => client.selections.remove({ id }), onError: tellRefusal(messages) });
  const move = useMutation({
    mutationFn: ({ article, to }: { article: number; from: number; to: number }) =>
      client.selections.move({ id, article, to }),
    onMutate: ({ from, to }) => {
      const old = queries.getQueryData<SelectionDetail>(key);
      if (old !== undefined) queries.setQueryData(key, { ...old, items: moved(old.items, from, to) });
    },
    onSettled: renew,
    onError: tellRefusal(messages),
  });
  const comment = useMutation({
    mutationFn: ({ article, text }: { article: number; text: string }) =>
      client.selections.comment({ id, article, comment: text }),
    // Shown before it is written: who leaves the page and comes back finds the words there.
    onMutate: ({ article, text }) => {
      const old = queries.getQueryData<SelectionDetail>(key);
      const items = old?.items.map((item) => (item.article.id === article ? { ...item, comment: text } : item));
      if (old !== undefined && items !== undefined) queries.setQueryData(key, { ...old, items });
    },
    onSettled: renew,
  });
  return {
    rename: (name: string) => rename.mutate(name),
    remove: (then: () => void) =>
      remove.mutate(undefined, {
        onSuccess: async () => {
          const back = () => void client.history.undo().then(renew, tellRefusal(messages));
          tell({ text: messages.selections.removed, undo: back });
          then();
          await renew();
        },
      }),
    move: (article: number, title: string, from: number, to: number) => {
      move.mutate({ article, from, to });
      announce(messages.selections.moved(title, to + 1));
    },
    comment,
  };
}
