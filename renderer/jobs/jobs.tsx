import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Job } from '../../archive/contract/jobs.ts';
import { useMessages } from '../i18n/messages.tsx';
import { announce } from '../ui/announce.ts';
import { useArchive } from '../view/archive.tsx';

interface Jobs {
  /** The jobs of this sitting, newest first. */
  jobs: Job[];
  running: Job[];
  /** Begins to follow a job that was just started; `ended` is called once, with its last event. */
  follow(id: string, ended?: (job: Job) => unknown): void;
  cancel(id: string): void;
  /** Lets a job rest, or go on. */
  pause(id: string, rest: boolean): void;
  /** Takes a finished job off the bar. */
  seen(id: string): void;
}

const JobsContext = createContext<Jobs | null>(null);
const isRunning = (job: Job) => job.state === 'running' || job.state === 'paused';

/** Follows every running job, also those that a reloaded window finds running. */
export function JobsProvider({ children }: { children: ReactNode }) {
  const client = useArchive();
  const queries = useQueryClient();
  const { jobs: sentences } = useMessages();
  const [known, setKnown] = useState<ReadonlyMap<string, Job>>(new Map());
  const followed = useRef(new Set<string>());
  const abort = useRef<AbortController | null>(null);
  const { data: listed } = useQuery({ queryKey: ['jobs'], queryFn: () => client.jobs.list() });

  const note = useCallback((job: Job) => setKnown((old) => new Map(old).set(job.id, job)), []);

  const follow = useCallback(
    (id: string, ended?: (job: Job) => unknown) => {
      if (followed.current.has(id)) return;
      followed.current.add(id);
      abort.current ??= new AbortController();
      const { signal } = abort.current;
      const watch = async () => {
        let last: Job | undefined;
        let quarter = -1;
        try {
          for await (const job of await client.jobs.watch({ job: id }, { signal })) {
            last = job;
            note(job);
            const reached = job.total ? Math.floor((4 * job.done) / job.total) : 0;
            if (reached > quarter) {
              quarter = reached;
              announce(sentences.announced(sentences.kinds[job.kind], 25 * reached));
            }
          }
        } catch {
          // The connection is gone: the list of jobs, asked again below, says how it ended.
          followed.current.delete(id);
          await queries.invalidateQueries({ queryKey: ['jobs'] });
        }
        if (signal.aborted || last === undefined || isRunning(last)) return;
        ended?.(last);
        await queries.invalidateQueries();
      };
      void watch();
    },
    [client, note, queries, sentences],
  );

  useEffect(() => {
    for (const job of listed ?? []) {
      note(job);
      if (isRunning(job)) follow(job.id);
    }
  }, [listed, follow, note]);

  useEffect(
    () => () => {
      abort.current?.abort();
      abort.current = null;
      followed.current.clear();
    },
    [],
  );

  const value = useMemo<Jobs>(() => {
    const jobs = [...known.values()].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    return {
      jobs,
      running: jobs.filter(isRunning),
      follow,
      cancel: (id) =>
        void client.jobs.cancel({ job: id }).catch(() => queries.invalidateQueries({ queryKey: ['jobs'] })),
      pause: (id, rest) =>
        void (rest ? client.jobs.pause({ job: id }) : client.jobs.resume({ job: id })).catch(() =>
          queries.invalidateQueries({ queryKey: ['jobs'] }),
        ),
      seen: (id) =>
        setKnown((old) => {
          const rest = new Map(old);
          rest.delete(id);
          return rest;
        }),
    };
  }, [known, follow, client, queries]);
  return <JobsContext.Provider value={value}>{children}</JobsContext.Provider>;
}

export function useJobs(): Jobs {
  const jobs = useContext(JobsContext);
  if (jobs === null) throw new Error('useJobs outside JobsProvider');
  return jobs;
}
