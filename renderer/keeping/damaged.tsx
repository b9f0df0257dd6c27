import { useMutation } from '@tanstack/react-query';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Waiting } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { useBackups } from './backup-list.tsx';

/** The archive's database cannot be read: what is safe, and the backups that can take its place, the newest first. */
export function Damaged() {
  const client = useArchive();
  const messages = useMessages();
  const { keeping } = messages;
  const say = useSayings();
  const { data } = useBackups();
  const restore = useMutation({
    mutationFn: (id: string) => client.backups.restore({ id }),
    onSuccess: () => location.reload(),
    onError: tellRefusal(messages),
  });
  const whole = data?.filter(({ figures }) => figures !== null) ?? [];
  return (
    <div className="wrap narrow" role="alert">
      <header className="ph">
        <div>
          <h1>{keeping.damaged}</h1>
          <p className="sub">{data !== undefined && whole.length === 0 ? keeping.damagedNone : keeping.damagedLead}</p>
        </div>
      </header>
      {data === undefined && <Waiting />}
      <ul className="imports backups">
        {whole.map((backup, at) => (
          <li key={backup.id}>
            <span className="when">{say.moment(backup.madeAt)}</span>
            <span className="grow num">
              {keeping.holds(backup.figures?.articles ?? 0, backup.figures?.annotations ?? 0)}
            </span>
            <Act
              kind={at === 0 ? 'main' : 'plain'}
              isDisabled={restore.isPending}
              onPress={() => restore.mutate(backup.id)}
            >
              {keeping.restoreYes}
            </Act>
          </li>
        ))}
      </ul>
    </div>
  );
}
