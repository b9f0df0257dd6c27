import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WatchedFile, WatchedFolder } from '../../archive/contract/intake.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { Segments } from '../ui/segments.tsx';
import { useArchive } from '../view/archive.tsx';
import { FileName } from './file-line.tsx';
import { useFolderActs } from './folders-page.tsx';
import { Pages } from './pages.tsx';

type View = 'all' | 'taken' | 'waiting' | 'failed' | 'missing';
const views: readonly View[] = ['all', 'taken', 'waiting', 'failed', 'missing'];
/** Lines of a page. */
const page = 50;

/** What was taken from a folder, what waits, what failed and why, and what is gone. */
export function FolderLedger({ folder }: { folder: WatchedFolder }) {
  const client = useArchive();
  const { intake } = useMessages();
  const say = useSayings();
  const [view, setView] = useState<View>(folder.failed > 0 ? 'failed' : 'all');
  const [offset, setOffset] = useState(0);
  const { data } = useQuery({
    queryKey: ['folders', 'files', folder.id, view, offset],
    queryFn: ({ signal }) => client.folders.files({ id: folder.id, view, offset, limit: page }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const counts: Record<View, number | null> = {
    all: null,
    taken: folder.taken,
    waiting: folder.waiting,
    failed: folder.failed,
    missing: folder.missing,
  };
  return (
    <>
      <Segments
        label={intake.ledger}
        value={view}
        options={views.map((key) => {
          const n = counts[key];
          return [key, n === null ? intake.views[key] : `${intake.views[key]} ${say.number(n)}`] as const;
        })}
        onChange={(next) => {
          setView(next);
          setOffset(0);
        }}
      />
      {data?.total === 0 && <p className="dim">{intake.ledgerEmpty}</p>}
      <table className="unread">
        <tbody>
          {data?.files.map((file) => (
            <Line key={file.id} folder={folder.id} file={file} />
          ))}
        </tbody>
      </table>
      {data !== undefined && <Pages total={data.total} offset={offset} page={page} onOffset={setOffset} />}
    </>
  );
}

function Line({ folder, file }: { folder: number; file: WatchedFile }) {
  const client = useArchive();
  const { intake, library } = useMessages();
  const say = useSayings();
  const act = useFolderActs();
  const { id, state, reason, missing, at } = file;
  return (
    <tr>
      <th scope="row">
        <FileName file={file.file} />
      </th>
      <td>
        {reason === null ? intake.fileStates[state] : library.reasons[reason]}
        {missing && <small>{intake.missing}</small>}
      </td>
      <td className="when num">{say.moment(at)}</td>
      <td className="does">
        {state === 'failed' && (
          <Act kind="link" onPress={() => act(() => client.folders.again({ id: folder, file: id }))}>
            {intake.again}
          </Act>
        )}
      </td>
    </tr>
  );
}
