import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Pencil } from '../../archive/contract/annotations.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Letter, pencils } from '../reader/pencils.tsx';
import { Act, Icon, Mark } from '../ui/controls.tsx';
import { Empty, Failure, Waiting } from '../ui/states.tsx';
import { useArchive, useInfo } from '../view/archive.tsx';
import { useSettings } from '../view/settings.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { NotesData } from './notes-data.tsx';
import { NotesList } from './notes-list.tsx';

/** Marks asked for at once. */
const pageSize = 100;

export interface NotesFilter {
  query: string;
  pencil: Pencil | null;
  tag: string | null;
  unplaced: boolean;
}

const everything: NotesFilter = { query: '', pencil: null, tag: null, unplaced: false };

/** All marks and notes of the archive: searched in the same Russian, narrowed, handled together. */
export function NotesPage() {
  const client = useArchive();
  const { notes, frame } = useMessages();
  const { data: info } = useInfo();
  const [filter, setFilter] = useState<NotesFilter>(everything);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const timer = setTimeout(() => setFilter((old) => ({ ...old, query: typed })), 120);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = useInfiniteQuery({
    queryKey: ['notes', filter],
    queryFn: ({ signal, pageParam }) =>
      client.annotations.list({ ...filter, offset: pageParam, limit: pageSize }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const known = pages.reduce((sum, page) => sum + page.annotations.length, 0);
      return last.annotations.length > 0 && known < last.total ? known : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const total = query.data?.pages[0]?.total ?? 0;
  const tags = (query.data?.pages[0]?.tags ?? []).map(({ value }) => value);
  const entries = query.data?.pages.flatMap((page) => page.annotations) ?? [];
  const narrowed = filter.query !== '' || filter.pencil !== null || filter.tag !== null || filter.unplaced;
  const inArticles = new Set(entries.map((entry) => entry.article)).size;
  return (
    <div className="nv">
      <NotesFacets filter={filter} tags={tags} onFilter={setFilter} />
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
          <div className="nsum">
            <p role="status">
              {query.data !== undefined && total > 0 && (
                <>
                  <b>{frame.annotations(total)}</b>
                  {!query.hasNextPage && ` ${notes.summary(inArticles)}`}
                </>
              )}
            </p>
            <span className="grow" />
            <NotesData />
          </div>
          {!filter.unplaced && <LostBanner onSort={() => setFilter({ ...everything, unplaced: true })} />}
          <BulkBar chosen={chosen} onDone={() => setChosen(new Set())} />
          {query.isError && query.data === undefined ? (
            <Failure error={query.error} onAgain={() => void query.refetch()} />
          ) : query.data === undefined ? (
            <Waiting />
          ) : total === 0 ? (
            narrowed || (info?.annotations ?? 0) > 0 ? (
              <Empty title={notes.nothing} more={notes.nothingMore} />
            ) : (
              <Empty title={notes.empty} more={notes.emptyMore} />
            )
          ) : (
            <NotesList entries={entries} chosen={chosen} onChoose={setChosen} />
          )}
          {query.hasNextPage && <Act onPress={() => void query.fetchNextPage()}>{notes.showMore}</Act>}
        </div>
      </main>
    </div>
  );
}

/** Says that some marks lost their place, wherever the list stands now. */
function LostBanner({ onSort }: { onSort(): void }) {
  const client = useArchive();
  const { notes } = useMessages();
  const { data } = useInfiniteQuery({
    queryKey: ['notes', 'lost'],
    queryFn: ({ signal }) => client.annotations.list({ unplaced: true, limit: 1 }, { signal }),
    initialPageParam: 0,
    getNextPageParam: () => undefined,
  });
  const lost = data?.pages[0]?.total ?? 0;
  if (lost === 0) return null;
  return (
    <section className="lost" aria-label={notes.unplaced}>
      <span className="grow">{notes.unplacedBanner(lost)}</span>
      <Act onPress={onSort}>{notes.sort}</Act>
    </section>
  );
}

interface NotesFacetsProps {
  filter: NotesFilter;
  tags: readonly string[];
  onFilter(filter: NotesFilter): void;
}

function NotesFacets({ filter, tags, onFilter }: NotesFacetsProps) {
  const { notes, search } = useMessages();
  const say = useSayings();
  const { settings } = useSettings();
  const value = (key: string, on: boolean, mark: React.ReactNode, text: string, change: Partial<NotesFilter>) => (
    <li key={key} className={on ? 'fv on' : 'fv'}>
      <button type="button" className="fv-main" aria-pressed={on} onClick={() => onFilter({ ...filter, ...change })}>
        {mark}
        <span className="t">{text}</span>
      </button>
    </li>
  );
  return (
    <aside className="facets scroll" aria-label={search.refine}>
      <section className="fg">
        <h3>
          {notes.pencils} <span className="num">{say.number(pencils.length)}</span>
        </h3>
        <ul>
          {pencils.map((pencil) =>
            value(pencil, filter.pencil === pencil, <Letter pencil={pencil} />, settings.pencils[pencil], {
              pencil: filter.pencil === pencil ? null : pencil,
            }),
          )}
        </ul>
      </section>
      {tags.length > 0 && (
        <section className="fg">
          <h3>
            {notes.tags} <span className="num">{say.number(tags.length)}</span>
          </h3>
          <ul>
            {tags.map((tag) =>
              value(tag, filter.tag === tag, <Mark person={false} on={filter.tag === tag} />, tag, {
                tag: filter.tag === tag ? null : tag,
              }),
            )}
          </ul>
        </section>
      )}
      <section className="fg">
        <h3>{notes.state}</h3>
        <ul>
          {value('unplaced', filter.unplaced, <Mark person={false} on={filter.unplaced} />, notes.unplaced, {
            unplaced: !filter.unplaced,
          })}
        </ul>
      </section>
    </aside>
  );
}
