import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RemovalSubject } from '../../archive/contract/bin.ts';
import { useMessages } from '../i18n/messages.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

/** Lays articles into the bin and offers to take that back; the result, the names and the notes follow. */
export function useRemoval() {
  const client = useArchive();
  const messages = useMessages();
  const queries = useQueryClient();
  const back = () => void client.history.undo().then(() => queries.invalidateQueries(), tellRefusal(messages));
  const put = useMutation({
    mutationFn: (subject: RemovalSubject) => client.bin.put(subject),
    onSuccess: async ({ articles }) => {
      tell({ text: messages.bin.removed(articles), undo: back });
      await queries.invalidateQueries();
    },
    onError: tellRefusal(messages),
  });
  return { remove: put.mutate, busy: put.isPending };
}
