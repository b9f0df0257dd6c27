import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ArchiveClient } from '../../archive/contract/client.ts';
import type { Hit, SearchAnswer, SearchRequest } from '../../archive/contract/search.ts';
import { useArchive } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';
import { useSettings } from '../view/settings.tsx';
import type { Question } from '../view/view.ts';
import { orderOf } from './question.ts';

/** Rows asked for at once, by the list's density: what a usual window shows of them, and a little more. */
const rowsAsked = { roomy: 15, line: 25, list: 40 } as const;
type PageSize = (typeof rowsAsked)[keyof typeof rowsAsked];

interface Result {
  /** The newest answer; of the former question while the present one is being counted. */
  answer: SearchAnswer | undefined;
  error: unknown;
  /** The answer is of a former question. */
  old: boolean;
  again(): void;
  hitAt(position: number): Hit | undefined;
  /** Asks for the rows from one position to another. */
  need(from: number, to: number): void;
  /** The stories whose other prints are shown, by the print that stands for each. */
  unfolded: readonly number[];
  /** Shows the other prints of a story, or folds them again. */
  turn(article: number): void;
  /** Where an article stands among the rows known; -1 when it is not among them. */
  positionOf(article: number | null): number;
}

const ResultContext = createContext<Result | null>(null);

const none: readonly number[] = [];

const page = (question: Question, number: number, rows: PageSize, unfold = none): SearchRequest => ({
  ...question,
  unfold: [...unfold],
  sort: orderOf(question),
  offset: number * rows,
  limit: rows,
});

/** A page of the result of a question, as the window's cache keeps it. */
const pageOf = (client: ArchiveClient, question: Question, number: number, rows: PageSize, unfold = none) => ({
  queryKey: ['search', question, unfold, rows, number],
  queryFn: ({ signal }: { signal: AbortSignal }) => client.search.run(page(question, number, rows, unfold), { signal }),
});

const useRowsAsked = () => rowsAsked[useSettings().settings.density];

/** Asks for the result of a question that the window is about to show: before it draws anything for it. */
export function useAskAhead(): (question: Question) => void {
  const client = useArchive();
  const queries = useQueryClient();
  const rows = useRowsAsked();
  return useCallback(
    (question) => void queries.prefetchQuery(pageOf(client, question, 0, rows)),
    [client, queries, rows],
  );
}

/** The result of the present question, page by page, for the list and for "next article" in the sheet. */
export function ResultProvider({ children }: { children: ReactNode }) {
  const client = useArchive();
  const { view } = usePlace();
  const { question } = view;
  const [wanted, setWanted] = useState(none);
  const [unfolded, setUnfolded] = useState(none);
  const pageSize = useRowsAsked();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its first page, folded
  useEffect(() => {
    setWanted(none);
    setUnfolded(none);
  }, [question, pageSize]);

  const first = useQuery({ ...pageOf(client, question, 0, pageSize, unfolded), placeholderData: keepPreviousData });
  const settled = first.data !== undefined && !first.isPlaceholderData;
  const rest = useQueries({
    queries: (settled ? wanted : none).map((number) => pageOf(client, question, number, pageSize, unfolded)),
    combine: useCallback(
      (answers: readonly { data: SearchAnswer | undefined }[]) =>
        new Map(
          answers.map(({ data }, at) => [wanted[at], data?.hits] as const).filter(([, hits]) => hits !== undefined),
        ),
      [wanted],
    ),
  });

  const hitAt = useCallback(
    (position: number) => {
      const number = Math.floor(position / pageSize);
      const hits = number === 0 ? first.data?.hits : rest.get(number);
      return hits?.[position - number * pageSize];
    },
    [first.data, rest, pageSize],
  );
  const need = useCallback(
    (from: number, to: number) => {
      const pages = Array.from(
        { length: Math.floor(to / pageSize) - Math.floor(from / pageSize) + 1 },
        (_, at) => Math.floor(from / pageSize) + at,
      ).filter((number) => number > 0);
      setWanted((old) =>
        pages.every((number) => old.includes(number)) ? old : [...new Set([...old, ...pages])].sort((a, b) => a - b),
      );
    },
    [pageSize],
  );
  const positionOf = useCallback(
    (article: number | null) => {
      if (article === null) return -1;
      const inFirst = first.data?.hits.findIndex((hit) => hit.id === article) ?? -1;
      if (inFirst >= 0) return inFirst;
      for (const [number, hits] of rest) {
        const at = hits?.findIndex((hit) => hit.id === article) ?? -1;
        if (at >= 0 && number !== undefined) return number * pageSize + at;
      }
      return -1;
    },
    [first.data, rest, pageSize],
  );
  const turn = useCallback(
    (article: number) =>
      setUnfolded((now) => (now.includes(article) ? now.filter((one) => one !== article) : [...now, article])),
    [],
  );
  const { refetch } = first;
  const value = useMemo<Result>(
    () => ({
      answer: first.data,
      error: first.error,
      old: first.isPlaceholderData,
      again: () => void refetch(),
      hitAt,
      need,
      positionOf,
      unfolded,
      turn,
    }),
    [first.data, first.error, first.isPlaceholderData, refetch, hitAt, need, positionOf, unfolded, turn],
  );
  return <ResultContext.Provider value={value}>{children}</ResultContext.Provider>;
}

export function useResult(): Result {
  const result = useContext(ResultContext);
  if (result === null) throw new Error('useResult outside ResultProvider');
  return result;
}

/** The request of a question as other calls want it: marks, facets, exports. */
export const wholeRequest = (question: Question): SearchRequest => page(question, 0, rowsAsked.line);
