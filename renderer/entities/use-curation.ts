import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CurationStep } from '../../archive/contract/entities.ts';
import { useMessages } from '../i18n/messages.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

/** Takes a step of curation, says what was done, and offers to take it back. */
export function useCuration() {
  const client = useArchive();
  const messages = useMessages();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ step }: { step: CurationStep; said: string; then?: () => void }) => client.entities.curate(step),
    onSuccess: async (_done, { said, then }) => {
      const back = () => void client.history.undo().then(() => queries.invalidateQueries(), tellRefusal(messages));
      tell({ text: said, undo: back });
      then?.();
      await queries.invalidateQueries();
    },
    onError: tellRefusal(messages),
  });
  return (step: CurationStep, said: string, then?: () => void) =>
    mutate(then === undefined ? { step, said } : { step, said, then });
}
