import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import type { BinEntry } from '../../archive/contract/bin.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { Act, Icon } from '../ui/controls.tsx';
import { AskDialog } from '../ui/dialog.tsx';
import { PageView } from '../ui/page-view.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Empty, Failure, Waiting } from '../ui/states.tsx';
import { Tick } from '../ui/tick.tsx';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

/** Articles asked for at once. */
const pageSize = 100;

/** What was removed: searched, put back, or deleted for good. */
export function BinPage() {
  const client = useArchive();
  const { bin, keeping } = useMessages();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const contents = useQuery({ queryKey: ['bin', 'contents'], queryFn: () => client.bin.contents() });
  const query = useInfiniteQuery({
    queryKey: ['bin', typed],
    queryFn: ({ signal, pageParam }) =>
      client.bin.list({ query: typed, offset: pageParam, limit: pageSize }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const known = pages.reduce((sum, page) => sum + page.entries.length, 0);
      return last.entries.length > 0 && known < last.total ? known : undefined;
    },
    placeholderData: keepPreviousData,
  });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const inBin = contents.data?.articles ?? 0;
  return (
    <PageView
      title={bin.title}
      sub={contents.data !== undefined && inBin > 0 && bin.summary(inBin, contents.data.annotations)}
      back={{ text: keeping.title, to: { section: 'keeping' } }}
      acts={inBin > 0 && <Clear onDone={() => setChosen(new Set())} />}
    >
      {query.isError && query.data === undefined ? (
        <Failure error={query.error} onAgain={() => void query.refetch()} />
      ) : query.data === undefined || contents.data === undefined ? (
        <Waiting />
      ) : inBin === 0 ? (
        <Empty title={bin.empty} more={bin.emptyMore} />
      ) : (
        <>
          <label className="nq">
            <Icon of={Search} size={18} />
            <input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              placeholder={bin.field}
              aria-label={bin.field}
              spellCheck={false}
            />
          </label>
          <Chosen entries={entries} chosen={chosen} onChoose={setChosen} />
          {entries.length === 0 ? (
            <Empty title={bin.nothing} more={bin.nothingMore} />
          ) : (
            <ul className="bin-list">
              {entries.map((entry) => (
                <Removed key={entry.id} entry={entry} chosen={chosen} onChoose={setChosen} />
              ))}
            </ul>
          )}
          {query.hasNextPage && <Act onPress={() => void query.fetchNextPage()}>{bin.showMore}</Act>}
        </>
      )}
    </PageView>
  );
}

interface Choice {
  chosen: ReadonlySet<number>;
  onChoose(ids: ReadonlySet<number>): void;
}

/** Puts articles back and says so; that too can be undone. */
function usePutBack() {
  const client = useArchive();
  const messages = useMessages();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: number[]) => client.bin.putBack({ ids }),
    onSuccess: async ({ articles }) => {
      const undo = () => void client.history.undo().then(() => queries.invalidateQueries(), tellRefusal(messages));
      tell({ text: messages.bin.returned(articles), undo });
      await queries.invalidateQueries();
    },
    onError: tellRefusal(messages),
  });
}

function Chosen({ entries, chosen, onChoose }: Choice & { entries: readonly BinEntry[] }) {
  const { bin } = useMessages();
  const putBack = usePutBack();
  const all = entries.length > 0 && entries.every(({ id }) => chosen.has(id));
  return (
    <div className="bin-bar">
      <Tick on={all} onChange={(on) => onChoose(new Set(on ? entries.map(({ id }) => id) : []))}>
        {bin.chooseAll}
      </Tick>
      <span className="grow" />
      {chosen.size > 0 && (
        <Act
          kind="main"
          isDisabled={putBack.isPending}
          onPress={() => putBack.mutate([...chosen], { onSuccess: () => onChoose(new Set()) })}
        >
          {bin.backChosen(chosen.size)}
        </Act>
      )}
    </div>
  );
}

function Removed({ entry, chosen, onChoose }: Choice & { entry: BinEntry }) {
  const { bin, frame, reader } = useMessages();
  const say = useSayings();
  const putBack = usePutBack();
  const title = entry.title === '' ? reader.untitled : entry.title;
  const about = [
    entry.source,
    entry.date === null ? null : say.date(entry.date),
    entry.annotations > 0 ? frame.annotations(entry.annotations) : null,
    bin.removedAt(say.moment(entry.removedAt)),
  ].filter((part) => part !== null);
  const toggle = (on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(entry.id);
    else next.delete(entry.id);
    onChoose(next);
  };
  return (
    <li>
      <Tick says={bin.chooseOne(title)} on={chosen.has(entry.id)} onChange={toggle} />
      <div className="grow">
        <h2>{title}</h2>
        <p className="dim">{about.join(', ')}</p>
      </div>
      <Act
        kind="link"
        aria-label={`${bin.back}: ${title}`}
        isDisabled={putBack.isPending}
        onPress={() => putBack.mutate([entry.id], { onSuccess: () => toggle(false) })}
      >
        {bin.back}
      </Act>
    </li>
  );
}

/** The only real deletion: it says what it deletes, and asks. */
function Clear({ onDone }: { onDone(): void }) {
  const client = useArchive();
  const messages = useMessages();
  const { bin } = messages;
  const { follow } = useJobs();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery({ queryKey: ['bin', 'contents'], queryFn: () => client.bin.contents() });
  const empty = useMutation({
    mutationFn: () => client.bin.empty(),
    onSuccess: ({ job }) => {
      follow(job);
      onDone();
    },
    onError: tellRefusal(messages),
  });
  if (data === undefined) return null;
  const more = [
    bin.clearWhat(data.articles, data.annotations, data.bound),
    ...(data.backups > 0 ? [bin.clearBackups(data.backups)] : []),
  ].join(' ');
  return (
    <>
      <Act onPress={() => setAsking(true)}>{bin.clear}</Act>
      <AskDialog
        open={asking}
        title={bin.clearTitle}
        more={more}
        verb={bin.clearYes(data.articles)}
        onYes={() => empty.mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
