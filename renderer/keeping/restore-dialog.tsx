import { useMutation, useQuery } from '@tanstack/react-query';
import type { Backup, RestorePreview } from '../../archive/contract/backups.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { Act } from '../ui/controls.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Unanswered } from '../ui/states.tsx';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

const rows = ['articles', 'annotations', 'selections'] as const;
const columns = ['back', 'gone', 'changed'] as const;

/** Asks before a backup takes the archive's place, and shows first what that would change. */
export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose(): void }) {
  const client = useArchive();
  const messages = useMessages();
  const { keeping, frame } = messages;
  const say = useSayings();
  const { follow } = useJobs();
  const preview = useQuery({
    queryKey: ['backups', 'preview', backup.id],
    queryFn: ({ signal }) => client.backups.preview({ id: backup.id }, { signal }),
    staleTime: 0,
  });
  const restore = useMutation({
    mutationFn: () => client.backups.restore({ id: backup.id }),
    onSuccess: ({ job }) => {
      follow(job, ({ state }) => state === 'done' && tell({ text: keeping.restored }));
      onClose();
    },
    onError: tellRefusal(messages),
  });
  const { data, error } = preview;
  return (
    <Windowed open onClose={onClose} title={keeping.restoreTitle(say.moment(backup.madeAt))}>
      {data === undefined ? <Unanswered error={error} rows={2} /> : <Difference preview={data} />}
      <p className="dialog-more">{keeping.restoreMore}</p>
      <div className="dialog-acts">
        <Act onPress={onClose} autoFocus>
          {frame.cancel}
        </Act>
        <Act
          kind="bad"
          isDisabled={data === undefined || isSame(data) || restore.isPending}
          onPress={() => restore.mutate()}
        >
          {keeping.restoreYes}
        </Act>
      </div>
    </Windowed>
  );
}

const isSame = (preview: RestorePreview) => rows.every((row) => columns.every((column) => preview[row][column] === 0));

function Difference({ preview }: { preview: RestorePreview }) {
  const { keeping } = useMessages();
  const say = useSayings();
  if (isSame(preview)) return <p className="dialog-more">{keeping.restoreSame}</p>;
  const unnamed = preview.articles.gone - preview.gone.length;
  const titles = [...preview.gone.map((title) => `«${title}»`), ...(unnamed > 0 ? [keeping.andMore(unnamed)] : [])];
  return (
    <>
      <table className="difference">
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {keeping.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{keeping.rows[row]}</th>
              {columns.map((column) => (
                <td key={column} className={preview[row][column] === 0 ? 'num dim' : `num ${column}`}>
                  {say.number(preview[row][column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {titles.length > 0 && <p className="dialog-more">{keeping.goneTitles(titles.join(', '))}</p>}
    </>
  );
}
