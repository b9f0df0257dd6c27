import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import type { ImportReport, RejectionReason } from '../../archive/contract/jobs.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { saveText } from '../jobs/download.ts';
import { Icon } from '../ui/controls.tsx';
import { ActionMenu, ChoiceMenu } from '../ui/menu.tsx';
import { FileCard } from './file-card.tsx';
import { FileLine } from './file-line.tsx';

type Rejections = ImportReport['rejected'];

/** Rows of unread files shown at once. */
const most = 500;

/** The files and records that were not read, and why: narrowed by reason and name, saved as a table or as text. */
export function Rejected({ rejected }: { rejected: Rejections }) {
  const { library, intake } = useMessages();
  const say = useSayings();
  const [reason, setReason] = useState<RejectionReason | 'all'>('all');
  const [name, setName] = useState('');
  const [open, setOpen] = useState<number | null>(null);
  const opened = rejected.find(({ id }) => id === open);
  const counts = Map.groupBy(rejected, (one) => one.reason);
  const reasons = [...counts].sort(([, a], [, b]) => b.length - a.length);
  const wanted = rejected.filter(
    (one) => (reason === 'all' || one.reason === reason) && one.file.toLowerCase().includes(name.trim().toLowerCase()),
  );
  const told = reason === 'all' ? intake.allReasons : library.reasons[reason];
  return (
    <section className="sec">
      <h2 className="h">
        {library.notRead}
        <span>{library.notReadMore}</span>
      </h2>
      <div className="acts rejected-bar">
        <ChoiceMenu<RejectionReason | 'all'>
          label={intake.filterReason}
          value={reason}
          options={[
            ['all', `${intake.allReasons} (${say.number(rejected.length)})`],
            ...reasons.map(([key, ones]) => [key, `${library.reasons[key]} (${say.number(ones.length)})`] as const),
          ]}
          onChange={setReason}
        >
          <Button className="btn">
            {told}
            <Icon of={ChevronDown} size={14} />
          </Button>
        </ChoiceMenu>
        <SearchField className="field rejected-name" aria-label={intake.filterName} value={name} onChange={setName}>
          <Input placeholder={intake.filterName} spellCheck={false} />
        </SearchField>
        <span className="grow" />
        <SaveList rejected={wanted} />
      </div>
      {wanted.length === 0 && <p className="dim">{intake.noneSo}</p>}
      <table className="unread">
        <tbody>
          {wanted.slice(0, most).map(({ id, file, record, reason: why }) => (
            <FileLine
              key={id}
              file={file}
              more={record === null ? '' : library.record(say.number(record))}
              about={library.reasons[why]}
              verb={intake.readOtherwise}
              onPress={record === null && why !== 'missing' && why !== 'empty' ? () => setOpen(id) : undefined}
            />
          ))}
        </tbody>
      </table>
      {opened !== undefined && (
        <FileCard
          file={{ kind: 'rejected', id: opened.id }}
          name={opened.file.split('/').at(-1) ?? opened.file}
          alike={rejected
            .filter((one) => one !== opened && one.record === null && isAlike(one, opened))
            .map(({ id }) => ({ kind: 'rejected', id }))}
          onClose={() => setOpen(null)}
        />
      )}
      {wanted.length > most && <p className="dim">{intake.notShown(wanted.length - most)}</p>}
    </section>
  );
}

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);

/** Whether two files failed for one reason in one folder. */
const isAlike = (a: Rejections[number], b: Rejections[number]) =>
  a.reason === b.reason && folderOf(a.file) === folderOf(b.file);

function SaveList({ rejected }: { rejected: Rejections }) {
  const { library, intake } = useMessages();
  const rows = rejected.map(({ file, record, reason }) => [file, String(record ?? ''), library.reasons[reason]]);
  // Sentences have spaces that do not break; a file's name should have common ones.
  const name = intake.listName.replaceAll('\u00a0', ' ');
  const save: Record<string, () => void> = {
    // Excel takes a table for UTF-8 by its mark, and separates it as the Russian system does.
    csv: () => saveText(`${name}.csv`, 'text/csv', `\ufeff${[intake.columns, ...rows].map(csvLine).join('\r\n')}`),
    text: () =>
      saveText(
        `${name}.txt`,
        'text/plain',
        rows.map(([file, record, why]) => `${file}${record === '' ? '' : ` (${record})`}: ${why}`).join('\n'),
      ),
  };
  return (
    <ActionMenu
      label={intake.saveAs}
      items={[
        { id: 'csv', text: intake.asTable },
        { id: 'text', text: intake.asText },
      ]}
      onAct={(id) => save[id]?.()}
    >
      <Button className="btn">
        {library.saveList}
        <Icon of={ChevronDown} size={14} />
      </Button>
    </ActionMenu>
  );
}

const csvLine = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
