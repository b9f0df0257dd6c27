import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Checkbox, Input, Label, TextField } from 'react-aria-components';
import type { ExportRequest } from '../../archive/contract/exports.ts';
import type { SelectionDetail } from '../../archive/contract/library.ts';
import { bridge } from '../bridge.ts';
import { useMessages } from '../i18n/messages.tsx';
import { downloadFrom } from '../jobs/download.ts';
import { Meter } from '../jobs/job-bar.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { Act } from '../ui/controls.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Segments } from '../ui/segments.tsx';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

const pages: readonly ExportRequest['page'][] = ['A4', 'A5', 'Letter'];

/** Beside the selection: the digest made of it. */
export function Digest({ selection }: { selection: SelectionDetail }) {
  const client = useArchive();
  const messages = useMessages();
  const { selections } = messages;
  const { jobs, follow } = useJobs();
  const [title, setTitle] = useState(selection.name);
  const [page, setPage] = useState<ExportRequest['page']>('A4');
  const [annotations, setAnnotations] = useState(true);
  const [started, setStarted] = useState<string | null>(null);
  const job = jobs.find(({ id }) => id === started);
  const going = job?.state === 'running' || job?.state === 'paused';
  const save = useMutation({
    mutationFn: async () => {
      const name = `${title.replace(/[\\/:*?"<>|]/g, ' ').trim() || selection.name}.pdf`;
      const desktop = bridge();
      const path = desktop === undefined ? null : await desktop.chooseSave(name);
      if (desktop !== undefined && path === null) return null;
      const subject = { by: 'selection' as const, selection: selection.id };
      return client.exports.start({
        subject,
        format: 'pdf',
        title,
        page,
        parts: { highlights: annotations, notes: annotations },
        path,
      });
    },
    onSuccess: (answer) => {
      if (answer === null) return;
      setStarted(answer.job);
      follow(answer.job, (ended) => {
        if (ended.state !== 'done' || ended.file === null) return;
        tell({ text: selections.savedFile(ended.file) });
        downloadFrom(ended);
      });
    },
    onError: tellRefusal(messages),
  });
  return (
    <aside className="export" aria-label={selections.digest}>
      <h2>{selections.digest}</h2>
      <p className="dim">{selections.digestMore}</p>
      <TextField className="text-field" value={title} onChange={setTitle} maxLength={300}>
        <Label className="label">{selections.digestTitle}</Label>
        <Input className="input" />
      </TextField>
      <Segments<ExportRequest['page']>
        labelled
        label={selections.page}
        value={page}
        options={pages.map((one) => [one, one] as const)}
        onChange={setPage}
      />
      <Checkbox className="tick-line" isSelected={annotations} onChange={setAnnotations}>
        <span className="tick" aria-hidden="true" />
        {selections.annotations}
      </Checkbox>
      <Cover title={title} selection={selection} />
      <div className="foot">
        <Act
          kind="main"
          icon={Download}
          isDisabled={selection.items.length === 0 || going || save.isPending}
          onPress={() => save.mutate()}
        >
          {going ? selections.saving : selections.savePdf}
        </Act>
        {going && job !== undefined && <Meter job={job} wide />}
      </div>
    </aside>
  );
}

/** What the contents of the digest will say: a sheet of paper, set small. */
function Cover({ title, selection }: { title: string; selection: SelectionDetail }) {
  const { frame, reader } = useMessages();
  return (
    <div className="preview" aria-hidden="true">
      <div className="a4">
        <div className="a4-title">{title}</div>
        <div className="a4-sub">{frame.articles(selection.items.length)}</div>
        <ol>
          {selection.items.slice(0, 12).map(({ article }) => (
            <li key={article.id}>
              <span>{article.title === '' ? reader.untitled : article.title}</span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
