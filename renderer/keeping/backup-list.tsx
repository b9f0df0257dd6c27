import { useMutation, useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import type { Backup } from '../../archive/contract/backups.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { sizeInWords } from '../library/size.ts';
import { Act, IconButton } from '../ui/controls.tsx';
import { AskDialog } from '../ui/dialog.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Unanswered } from '../ui/states.tsx';
import { Tick } from '../ui/tick.tsx';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';
import { useSettings } from '../view/settings.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

export function useBackups() {
  const client = useArchive();
  return useQuery({ queryKey: ['backups'], queryFn: ({ signal }) => client.backups.list(undefined, { signal }) });
}

/** The dated copies of the archive: made, restored, deleted, and how often they make themselves. */
export function BackupList() {
  const client = useArchive();
  const messages = useMessages();
  const { keeping } = messages;
  const { follow } = useJobs();
  const { data, error, refetch } = useBackups();
  const make = useMutation({
    mutationFn: () => client.backups.make(),
    onSuccess: ({ job }) => follow(job, ({ state }) => state === 'done' && tell({ text: keeping.made })),
    onError: tellRefusal(messages),
  });
  return (
    <section className="sec">
      <h2 className="h">
        {keeping.backups}
        <span>{keeping.backupsMore}</span>
      </h2>
      <div className="acts keeping-acts">
        <Act kind="main" isDisabled={make.isPending} onPress={() => make.mutate()}>
          {keeping.make}
        </Act>
      </div>
      <Schedule />
      {data === undefined ? (
        <Unanswered error={error} onAgain={() => void refetch()} />
      ) : data.length === 0 ? (
        <p className="dim">{keeping.none}</p>
      ) : (
        <ul className="imports backups">
          {data.map((backup) => (
            <BackupLine key={backup.id} backup={backup} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Schedule() {
  const { keeping } = useMessages();
  const { settings, set } = useSettings();
  return (
    <div className="schedule">
      <Tick on={settings.dailyBackup} onChange={(dailyBackup) => set({ dailyBackup })}>
        {keeping.daily}
      </Tick>
      <NumberField
        className="kept"
        value={settings.backupsKept}
        minValue={1}
        maxValue={90}
        isDisabled={!settings.dailyBackup}
        onChange={(backupsKept) => Number.isInteger(backupsKept) && set({ backupsKept })}
      >
        <Label>{keeping.kept}</Label>
        <Group className="kept-field">
          <Button slot="decrement">−</Button>
          <Input className="input num" />
          <Button slot="increment">+</Button>
        </Group>
      </NumberField>
    </div>
  );
}

function BackupLine({ backup }: { backup: Backup }) {
  const client = useArchive();
  const messages = useMessages();
  const { keeping } = messages;
  const say = useSayings();
  const [asking, setAsking] = useState<'restore' | 'remove' | null>(null);
  const when = say.moment(backup.madeAt);
  const remove = useMutation({
    mutationFn: () => client.backups.remove({ id: backup.id }),
    onSuccess: () => tell({ text: keeping.removed }),
    onError: tellRefusal(messages),
  });
  const { figures } = backup;
  return (
    <li>
      <span className="when">{when}</span>
      <span className="dim why">{keeping.reasons[backup.reason]}</span>
      <span className={figures === null ? 'grow bad' : 'grow num'}>
        {figures === null ? keeping.unreadable : keeping.holds(figures.articles, figures.annotations)}
      </span>
      <span className="num dim">{sizeInWords(backup.size, say)}</span>
      {figures !== null && (
        <Act kind="link" aria-label={`${keeping.restore} ${when}`} onPress={() => setAsking('restore')}>
          {keeping.restore}
        </Act>
      )}
      <IconButton icon={Trash2} label={`${keeping.remove}, ${when}`} onPress={() => setAsking('remove')} />
      {asking === 'restore' && <RestoreDialog backup={backup} onClose={() => setAsking(null)} />}
      <AskDialog
        open={asking === 'remove'}
        title={keeping.removeTitle(when)}
        more={keeping.removeMore}
        verb={keeping.remove}
        onYes={() => remove.mutate()}
        onClose={() => setAsking(null)}
      />
    </li>
  );
}
