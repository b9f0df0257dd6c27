import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FolderSearch } from 'lucide-react';
import { useState } from 'react';
import type { WatchedFolder } from '../../archive/contract/intake.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { AskDialog } from '../ui/dialog.tsx';
import { PageView } from '../ui/page-view.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Unanswered } from '../ui/states.tsx';
import { Tick } from '../ui/tick.tsx';
import { useArchive } from '../view/archive.tsx';
import { FolderLedger } from './folder-ledger.tsx';
import { FolderRules } from './folder-rules.tsx';
import { useFolder } from './use-folder.tsx';

/** The folders that are watched, with their ledgers, and the rules of folders. */
export function FoldersPage() {
  const client = useArchive();
  const { intake, library } = useMessages();
  const [network, setNetwork] = useState(false);
  const act = useFolderActs();
  const { ask, picker } = useFolder((path) => act(() => client.folders.add({ path, polling: network })));
  const { data, error, refetch } = useQuery({
    queryKey: ['folders', 'list'],
    queryFn: ({ signal }) => client.folders.list(undefined, { signal }),
    staleTime: 0,
  });
  return (
    <PageView
      title={intake.folders}
      sub={intake.foldersMore}
      back={{ text: library.title, to: { section: 'archive' } }}
    >
      <div className="acts folder-add">
        <Act kind="main" icon={FolderSearch} onPress={ask}>
          {intake.watch}
        </Act>
        <Tick on={network} onChange={setNetwork}>
          {intake.network}
        </Tick>
      </div>
      {picker}
      {data === undefined ? (
        <Unanswered error={error} onAgain={() => void refetch()} />
      ) : data.length === 0 ? (
        <p className="dim">{intake.foldersEmpty}</p>
      ) : (
        data.map((folder) => <Folder key={folder.id} folder={folder} />)
      )}
      <FolderRules />
    </PageView>
  );
}

/** Does something with folders; then everything shown of them is asked again. */
export function useFolderActs(): (work: () => Promise<unknown>) => void {
  const messages = useMessages();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['folders'] }),
    onError: tellRefusal(messages),
  });
  return mutate;
}

function Folder({ folder }: { folder: WatchedFolder }) {
  const client = useArchive();
  const { intake } = useMessages();
  const say = useSayings();
  const act = useFolderActs();
  const [asking, setAsking] = useState(false);
  const { id, name, path, state, checkedAt } = folder;
  return (
    <section className="sec folder" aria-label={name}>
      <h2 className="h">
        {name}
        <span className={state === 'away' ? 'bad' : ''}>
          {intake.folderStates[state]}
          {checkedAt !== null && `, ${intake.checked(say.moment(checkedAt))}`}
        </span>
      </h2>
      <p className="dim folder-path">{path}</p>
      <FolderLedger folder={folder} />
      <div className="acts">
        <Act isDisabled={state === 'away'} onPress={() => act(() => client.folders.check({ id }))}>
          {intake.checkNow}
        </Act>
        {folder.failed > 0 && <Act onPress={() => act(() => client.folders.again({ id }))}>{intake.againAll}</Act>}
        <Act kind="quiet" onPress={() => setAsking(true)}>
          {intake.letGo}
        </Act>
      </div>
      <AskDialog
        open={asking}
        title={intake.lettingGo(name)}
        more={intake.lettingGoMore}
        verb={intake.letGo}
        onYes={() => act(() => client.folders.remove({ id }))}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}
