import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { ArchiveClient } from '../../archive/contract/client.ts';
import { refusalOf } from '../../archive/contract/client.ts';

const ArchiveContext = createContext<ArchiveClient | null>(null);
const ConnectedContext = createContext(true);

/** A refusal is an answer: asking again gives the same. Anything else (a lost connection) is tried twice more. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // An answer to every key typed: what nobody looks at any more is soon let go.
      gcTime: 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => refusalOf(error) === undefined && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
});

export function ArchiveProvider({ client, children }: { client: ArchiveClient; children: ReactNode }) {
  const connected = useChanges(client);
  useFaults(client);
  return (
    <ArchiveContext.Provider value={client}>
      <ConnectedContext.Provider value={connected}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </ConnectedContext.Provider>
    </ArchiveContext.Provider>
  );
}

/** Whether the archive answers. */
export const useConnected = () => useContext(ConnectedContext);

export function useArchive(): ArchiveClient {
  const client = useContext(ArchiveContext);
  if (client === null) throw new Error('useArchive outside ArchiveProvider');
  return client;
}

/** What of the window's knowledge a change in the archive makes old. The first word of every query key is one of these. */
const touched: Record<string, readonly string[]> = {
  articles: [
    'info',
    'home',
    'search',
    'article',
    'annotations',
    'notes',
    'marks',
    'entities',
    'entity',
    'facet',
    'related',
    'bin',
    'saved',
  ],
  annotations: ['info', 'home', 'annotations', 'notes', 'search', 'facet'],
  selections: ['info', 'selections', 'selection', 'search', 'facet', 'article'],
  entities: ['info', 'home', 'entities', 'entity', 'article', 'search', 'facet'],
  settings: ['settings'],
  glossary: ['glossary', 'search'],
  index: ['info', 'search', 'marks', 'facet'],
  backups: ['backups', 'bin'],
  imports: ['imports', 'folders', 'review', 'report'],
};

/** How long to wait before following again what broke off: a moment, then longer; milliseconds. */
const pause = { first: 300, more: 2000 };

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Follows the archive's own changes, other windows' included; begins anew when the connection is lost. @returns whether it holds */
function useChanges(client: ArchiveClient): boolean {
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const abort = new AbortController();
    const pending = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    const settle = () => {
      timer = undefined;
      for (const key of pending) void queries.invalidateQueries({ queryKey: [key] });
      pending.clear();
    };
    const followOnce = async () => {
      const changes = await client.archive.changes(undefined, { signal: abort.signal });
      // Nobody told what happened meanwhile.
      if (failures > 0) void queries.invalidateQueries();
      failures = 0;
      setConnected(true);
      for await (const { what } of changes) {
        for (const key of touched[what] ?? []) pending.add(key);
        timer ??= setTimeout(settle, 150);
      }
    };
    const follow = async () => {
      while (!abort.signal.aborted) {
        await followOnce().catch(() => {
          // The connection is gone or the window closes: we begin again, or stop.
        });
        if (abort.signal.aborted) return;
        failures += 1;
        if (failures > 1) setConnected(false);
        await wait(failures > 1 ? pause.more : pause.first);
      }
    };
    void follow();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [client]);
  return connected;
}

/** So many faults of one window are written down: a fault in a loop says nothing new. */
const faultsNoted = 20;

/** Where a size changes while sizes are told of, the rest is told of in the next frame, and that is all this says. */
const resizeNotice = /^ResizeObserver loop/;

/** Writes faults of the window into the program's own journal. */
function useFaults(client: ArchiveClient): void {
  useEffect(() => {
    let noted = 0;
    const note = (cause: unknown) => {
      if (noted++ >= faultsNoted) return;
      const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      client.journal.note({ text: text.slice(0, 10_000) }).catch(() => {
        // Without a connection there is nowhere to write it.
      });
    };
    const failed = (event: ErrorEvent) => {
      if (!resizeNotice.test(event.message)) note(event.error ?? event.message);
    };
    const rejected = (event: PromiseRejectionEvent) => note(event.reason);
    window.addEventListener('error', failed);
    window.addEventListener('unhandledrejection', rejected);
    return () => {
      window.removeEventListener('error', failed);
      window.removeEventListener('unhandledrejection', rejected);
    };
  }, [client]);
}

export function useInfo() {
  const client = useArchive();
  return useQuery({ queryKey: ['info'], queryFn: ({ signal }) => client.archive.info(undefined, { signal }) });
}
