import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';
import { BackupList } from './backup-list.tsx';
import { CheckUp } from './check-up.tsx';
import { Portable } from './portable.tsx';

/** That nothing is ever lost: backups, the way to another computer, a check-up, the bin and the journal. */
export function KeepingPage() {
  const { keeping, library } = useMessages();
  const { show } = usePlace();
  return (
    <main className="pageview scroll" tabIndex={-1}>
      <div className="wrap narrow">
        <Act kind="link" icon={ArrowLeft} onPress={() => show({ section: 'archive' })}>
          {library.title}
        </Act>
        <header className="ph">
          <div>
            <h1>{keeping.title}</h1>
            <p className="sub">{keeping.lead}</p>
          </div>
        </header>
        <BackupList />
        <Portable />
        <CheckUp />
        <Links />
      </div>
    </main>
  );
}

function Links() {
  const client = useArchive();
  const { keeping } = useMessages();
  const { show } = usePlace();
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
