import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act, Thread } from '../ui/controls.tsx';
import { NameDialog } from '../ui/dialog.tsx';
import { PageView } from '../ui/page-view.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Empty, Unanswered } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { useSelections, useTray } from '../view/tray.tsx';

/** All selections of the archive. */
export function SelectionsPage() {
  const client = useArchive();
  const messages = useMessages();
  const { selections, frame } = messages;
  const say = useSayings();
  const queries = useQueryClient();
  const { show } = useWays();
  const tray = useTray();
  const [naming, setNaming] = useState(false);
  const { data, error, refetch } = useSelections();
  const create = useMutation({
    mutationFn: (name: string) => client.selections.create({ name }),
    onSuccess: async ({ id }) => {
      tray.choose(id);
      await queries.invalidateQueries({ queryKey: ['selections'] });
      show({ selection: id });
    },
    onError: tellRefusal(messages),
  });
  return (
    <PageView
      title={selections.title}
      acts={
        <Act kind="main" icon={Plus} onPress={() => setNaming(true)}>
          {selections.create}
        </Act>
      }
    >
      {data === undefined ? (
        <Unanswered error={error} onAgain={() => void refetch()} />
      ) : data.length === 0 ? (
        <Empty title={selections.empty} more={selections.emptyMore} />
      ) : (
        <ul className="selections">
          {data.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => show({ selection: one.id })}>
                <Thread />
                <span className="grow name">{one.name}</span>
                {tray.selection?.id === one.id && <span className="dim">{selections.current}</span>}
                <span className="num dim">{frame.articles(one.articles)}</span>
                <span className="dim when">{say.moment(one.changedAt)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <NameDialog
        open={naming}
        title={selections.create}
        label={selections.name}
        verb={frame.save}
        onName={(name) => create.mutate(name)}
        onClose={() => setNaming(false)}
      />
    </PageView>
  );
}
