import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { useArchive } from '../view/archive.tsx';
import { tellRefusal } from './refusal.ts';
import { tell } from './toasts.tsx';

/** Steps back and forth through what the person did in the archive. */
export function useUndo() {
  const client = useArchive();
  const messages = useMessages();
  const queries = useQueryClient();
  const step = useCallback(
    async (back: boolean) => {
      try {
        await (back ? client.history.undo() : client.history.redo());
        await queries.invalidateQueries();
        tell({ text: back ? messages.frame.undone : messages.frame.redone });
      } catch (error) {
        tellRefusal(messages)(error);
      }
    },
    [client, messages, queries],
  );
  return { undo: useCallback(() => void step(true), [step]), redo: useCallback(() => void step(false), [step]) };
}
