import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChevronDown, Search } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act, Icon } from '../ui/controls.tsx';
import { ChoiceMenu } from '../ui/menu.tsx';
import { Empty, Failure, Waiting } from '../ui/states.tsx';
import { useArchive, useInfo } from '../view/archive.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { NotesData } from './notes-data.tsx';
import { NotesFacets } from './notes-facets.tsx';
import { asked, everything, isNarrowed, type NotesFilter } from './notes-filter.ts';
import { NotesList } from './notes-list.tsx';

/** Marks asked for at first, and then at once. */
const firstPage = 20;
const pageSize = 100;

/** All marks and notes of the archive: searched in the same Russian, narrowed, handled together. */
export function NotesPage() {
  const { notes } = useMessages();
  const { data: info } = useInfo();
  const [filter, setFilter] = useState<NotesFilter>(everything);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const timer = setTimeout(() => setFilter((old) => ({ ...old, query: typed })), 120);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = useNotes(filter);
  const page = query.data?.pages[0];
  const total = page?.total ?? 0;
  const entries = useMemo(() => query.data?.pages.flatMap((one) => one.annotations) ?? [], [query.data]);
  return (
    <div className="nv">
      <NotesFacets filter={filter} page={page} onFilter={setFilter} />
      <main className="pageview scroll" tabIndex={-1}>
        <div className="nw">
          <h1 className="sr">{notes.title}</h1>
          <label className="nq">
            <Icon of={Search} size={18} />
            <input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              placeholder={notes.field}
              aria-label={notes.field}
              spellCheck={false}
            />
          </label>
          <Summary filter={filter} total={total} articles={page?.articles ?? 0} onFilter={setFilter} />
          {!filter.unplaced && (
            <LostBanner
              narrowed={isNarrowed(filter)}
              known={page?.unplaced ?? 0}
              onSort={() => setFilter({ ...everything, unplaced: true })}
            />
          )}
          <BulkBar chosen={chosen} filter={filter} total={total} onChoose={setChosen} />
          {query.isError && query.data === undefined ? (
            <Failure error={query.error} onAgain={() => void query.refetch()} />
          ) : query.data === undefined ? (
            <Waiting />
          ) : total > 0 ? (
            <NotesList entries={entries} chosen={chosen} onChoose={setChosen} />
          ) : isNarrowed(filter) || (info?.annotations ?? 0) > 0 ? (
            <Empty title={notes.nothing} more={notes.nothingMore} />
          ) : (
            <Empty title={notes.empty} more={notes.emptyMore} />
          )}
          {query.hasNextPage && <Act onPress={() => void query.fetchNextPage()}>{notes.showMore}</Act>}
        </div>
      </main>
    </div>
  );
}

function useNotes(filter: NotesFilter) {
  const client = useArchive();
  return useInfiniteQuery({
    queryKey: ['notes', filter],
    queryFn: ({ signal, pageParam }) => {
      const limit = pageParam === 0 ? firstPage : pageSize;
      return client.annotations.list({ ...asked(filter, Date.now()), offset: pageParam, limit }, { signal });
    },
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const known = pages.reduce((sum, page) => sum + page.annotations.length, 0);
      return last.annotations.length > 0 && known < last.total ? known : undefined;
    },
    placeholderData: keepPreviousData,
  });
}

interface SummaryProps {
  filter: NotesFilter;
  total: number;
  articles: number;
  onFilter(filter: NotesFilter): void;
}

function Summary({ filter, total, articles, onFilter }: SummaryProps) {
  const { notes, frame } = useMessages();
  return (
    <div className="nsum">
      <p role="status">
        {total > 0 && (
          <>
            <b>{frame.annotations(total)}</b> {notes.summary(articles)}
          </>
        )}
      </p>
      <span className="grow" />
      <ChoiceMenu
        label={notes.sort}
        value={filter.sort}
        options={(['changed', 'article'] as const).map((sort) => [sort, notes.sorts[sort]] as const)}
        onChange={(sort) => onFilter({ ...filter, sort })}
      >
        <Button className="btn quiet">
          {notes.sorts[filter.sort]}
          <Icon of={ChevronDown} size={14} />
        </Button>
      </ChoiceMenu>
      <NotesData />
    </div>
  );
}

/** Says that some marks lost their place, wherever the list stands now; the list of all knows how many. */
function LostBanner({ narrowed, known, onSort }: { narrowed: boolean; known: number; onSort(): void }) {
  const client = useArchive();
  const { notes } = useMessages();
  const say = useSayings();
  const { data } = useQuery({
    queryKey: ['notes', 'lost'],
    queryFn: ({ signal }) => client.annotations.list({ unplaced: true, limit: 1 }, { signal }),
    enabled: narrowed,
  });
  const lost = narrowed ? (data?.total ?? 0) : known;
  if (lost === 0) return null;
  return (
    <section className="lost" aria-label={`${notes.unplaced}: ${say.number(lost)}`}>
      <span className="grow">{notes.unplacedBanner(lost)}</span>
      <Act onPress={onSort}>{notes.sortLost}</Act>
    </section>
  );
}
