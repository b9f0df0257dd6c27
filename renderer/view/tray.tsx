import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Selection } from '../../archive/contract/library.ts';
import { useMessages } from '../i18n/messages.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from './archive.tsx';

const kept = 'podshivka.tray';

function remembered(): number | null {
  const value = Number(localStorage.getItem(kept));
  return Number.isInteger(value) && value > 0 ? value : null;
}

interface Tray {
  /** The selection that articles are bound into now; null while there is none. */
  selection: Selection | null;
  choose(id: number | null): void;
  bind(articles: number[]): void;
  unbind(articles: number[], from?: number): void;
}

const TrayContext = createContext<Tray | null>(null);

/** The selection lying open on the desk: what `S` binds articles into. It is made when the first article is bound. */
export function TrayProvider({ children }: { children: ReactNode }) {
  const client = useArchive();
  const messages = useMessages();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(remembered);
  const { data: selections } = useSelections();
  const selection = selections?.find(({ id }) => id === chosen) ?? null;

  const choose = useCallback((id: number | null) => {
    if (id === null) localStorage.removeItem(kept);
    else localStorage.setItem(kept, String(id));
    setChosen(id);
  }, []);

  const renew = useCallback(async () => {
    const keys = ['selections', 'selection', 'search', 'article', 'info'];
    await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  }, [queries]);

  const { mutate: unbind } = useMutation({
    mutationFn: ({ id, articles }: { id: number; articles: number[] }) => client.selections.unbind({ id, articles }),
    onSuccess: async (_done, { id, articles }) => {
      const back = () => void client.selections.include({ id, articles }).then(renew, tellRefusal(messages));
      tell({ text: messages.reader.unbound, undo: back });
      await renew();
    },
    onError: tellRefusal(messages),
  });

  const { mutate: bind } = useMutation({
    mutationFn: async (articles: number[]) => {
      const into =
        selection ?? selections?.[0] ?? (await client.selections.create({ name: messages.selections.default }));
      return { articles, selection: await client.selections.include({ id: into.id, articles }) };
    },
    onSuccess: async ({ articles, selection: into }) => {
      choose(into.id);
      const back = () => void client.selections.unbind({ id: into.id, articles }).then(renew, tellRefusal(messages));
      tell({ text: messages.reader.boundTo(into.name), undo: back });
      await renew();
    },
    onError: tellRefusal(messages),
  });

  const tray = useMemo<Tray>(
    () => ({
      selection,
      choose,
      bind: (articles) => bind(articles),
      unbind: (articles, from) => {
        const id = from ?? selection?.id;
        if (id !== undefined) unbind({ id, articles });
      },
    }),
    [selection, choose, bind, unbind],
  );
  return <TrayContext.Provider value={tray}>{children}</TrayContext.Provider>;
}

export function useTray(): Tray {
  const tray = useContext(TrayContext);
  if (tray === null) throw new Error('useTray outside TrayProvider');
  return tray;
}

export function useSelections() {
  const client = useArchive();
  return useQuery({ queryKey: ['selections'], queryFn: ({ signal }) => client.selections.list(undefined, { signal }) });
}
