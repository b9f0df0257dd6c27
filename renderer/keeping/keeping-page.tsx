import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { PageView } from '../ui/page-view.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { BackupList } from './backup-list.tsx';
import { CheckUp } from './check-up.tsx';
import { Portable } from './portable.tsx';

/** That nothing is ever lost: backups, the way to another computer, a check-up, the bin and the journal. */
export function KeepingPage() {
  const { keeping, library } = useMessages();
  return (
    <PageView title={keeping.title} sub={keeping.lead} back={{ text: library.title, to: { section: 'archive' } }}>
      <BackupList />
      <Portable />
      <CheckUp />
      <Links />
    </PageView>
  );
}

function Links() {
  const client = useArchive();
  const { keeping } = useMessages();
  const { show } = useWays();
  const { data } = useQuery({ queryKey: ['bin', 'contents'], queryFn: () => client.bin.contents() });
  return (
    <section className="sec">
      <h2 className="h">{keeping.links}</h2>
      <div className="acts keeping-links">
        <Act kind="link" onPress={() => show({ section: 'bin' })}>
          {keeping.binLink(data?.articles ?? 0)}
        </Act>
        <Act kind="link" onPress={() => show({ section: 'journal' })}>
          {keeping.journalLink}
        </Act>
      </div>
    </section>
  );
}
