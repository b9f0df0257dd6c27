import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SelectionDetail } from '../../archive/contract/library.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act, Icon } from '../ui/controls.tsx';
import { AskDialog, NameDialog } from '../ui/dialog.tsx';
import { caption } from '../ui/keys.ts';
import { ActionMenu } from '../ui/menu.tsx';
import { Empty, Failure, Waiting } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { useTray } from '../view/tray.tsx';
import { BoundArticles } from './bound-articles.tsx';
import { Digest } from './digest.tsx';
import { useSelectionActs } from './use-selection-acts.ts';

/** One selection: its articles in the person's order, their comments, and the digest made of them. */
export function SelectionPage({ id }: { id: number }) {
  const client = useArchive();
  const { data, error, refetch } = useQuery({
    queryKey: ['selection', id],
    queryFn: ({ signal }) => client.selections.get({ id }, { signal }),
  });
  if (data === undefined) {
    return (
      <main className="pageview scroll" tabIndex={-1}>
        <div className="wrap">
          {error === null ? <Waiting /> : <Failure error={error} onAgain={() => void refetch()} />}
        </div>
      </main>
    );
  }
  return (
    <main className="selview">
      <section className="bound pageview scroll" tabIndex={-1} aria-label={data.name}>
        <Head selection={data} />
        <Items selection={data} />
      </section>
      <Digest selection={data} />
    </main>
  );
}

function Items({ selection }: { selection: SelectionDetail }) {
  const { selections } = useMessages();
  if (selection.items.length === 0)
    return <Empty title={selections.emptyOne} more={selections.bindHint(caption('KeyS'))} />;
  return (
    <>
      <BoundArticles selection={selection} />
      <p className="dim bind-hint">
        {selections.bindHint(caption('KeyS'))} {selections.gripHint}.
      </p>
    </>
  );
}

function Head({ selection }: { selection: SelectionDetail }) {
  const { selections, frame } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const tray = useTray();
  const acts = useSelectionActs(selection.id);
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const marks = selection.items.reduce((sum, { article }) => sum + article.annotations, 0);
  const menu: Record<string, () => void> = {
    rename: () => setAsking('rename'),
    remove: () => setAsking('remove'),
    current: () => tray.choose(selection.id),
  };
  return (
    <>
      <Act kind="link" icon={ArrowLeft} onPress={() => show({ selection: null })}>
        {selections.list}
      </Act>
      <header className="ph">
        <div>
          <h1>{selection.name}</h1>
          <p className="sub">
            {frame.articles(selection.articles)}, {frame.annotations(marks)}.{' '}
            {selections.changed(say.moment(selection.changedAt))}
          </p>
        </div>
        <div className="acts">
          <ActionMenu
            label={frame.more}
            items={[
              { id: 'current', text: selections.makeCurrent, disabled: tray.selection?.id === selection.id },
              { id: 'rename', text: selections.rename },
              { id: 'remove', text: selections.remove },
            ]}
            onAct={(id) => menu[id]?.()}
          >
            <Button className="ico" aria-label={frame.more}>
              <Icon of={Ellipsis} />
            </Button>
          </ActionMenu>
        </div>
      </header>
      <NameDialog
        open={asking === 'rename'}
        title={selections.rename}
        label={selections.name}
        initial={selection.name}
        verb={frame.save}
        onName={acts.rename}
        onClose={() => setAsking(null)}
      />
      <AskDialog
        open={asking === 'remove'}
        title={selections.removeQuestion(selection.name)}
        more={selections.removeMore}
        verb={selections.remove}
        onYes={() => acts.remove(() => show({ selection: null }))}
        onClose={() => setAsking(null)}
      />
    </>
  );
}
