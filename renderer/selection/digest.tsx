import { useQuery } from '@tanstack/react-query';
import { Download, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { type ExportSetup, firstSetup, type LastExport } from '../../archive/contract/exports.ts';
import type { SelectionDetail } from '../../archive/contract/library.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Meter } from '../jobs/job-bar.tsx';
import { Act } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';
import { Formats, Included, Templates } from './export-choices.tsx';
import { Look } from './export-look.tsx';
import { Preview } from './export-preview.tsx';
import { isDocument, setupOf } from './export-setup.ts';
import { KeptTemplates } from './kept-templates.tsx';
import { useExport } from './use-export.ts';

/** Beside the selection: what is made of it. The choices of the last export are remembered. */
export function Digest({ selection }: { selection: SelectionDetail }) {
  const client = useArchive();
  const { selections } = useMessages();
  const { data: last, isPending } = useQuery({ queryKey: ['lastExport'], queryFn: () => client.exports.last() });
  if (isPending) return <aside className="export" aria-label={selections.digest} />;
  return <Making selection={selection} last={last ?? null} />;
}

function Making({ selection, last }: { selection: SelectionDetail; last: LastExport | null }) {
  const { selections, exports } = useMessages();
  const [setup, setSetup] = useState<ExportSetup>(() => (last === null ? firstSetup : setupOf(last.request)));
  const [title, setTitle] = useState(selection.name);
  const [period, setPeriod] = useState('');
  const { job, busy, save, repeat, stop } = useExport();
  const change = (part: Partial<ExportSetup>) => setSetup((now) => ({ ...now, ...part }));
  const document = isDocument(setup.format);
  const subject = { by: 'selection' as const, selection: selection.id };
  const request = { ...setup, subject, title, period, about: null };
  const empty = selection.items.length === 0;
  return (
    <aside className="export" aria-label={selections.digest}>
      <div className="export-head">
        <h2>{exports.templates[document ? setup.template : 'articles']}</h2>
        <KeptTemplates setup={setup} take={setSetup} />
      </div>
      <Formats setup={setup} change={change} />
      {document && <Templates setup={setup} change={change} />}
      {document && (
        <TextField className="text-field" value={title} onChange={setTitle} maxLength={300}>
          <Label className="label">{selections.digestTitle}</Label>
          <Input className="input" />
        </TextField>
      )}
      <Included setup={setup} change={change} />
      {document && <Look setup={setup} change={change} period={period} setPeriod={setPeriod} />}
      {setup.format === 'pdf' && !empty && (
        <Preview key={selection.id} request={{ ...request, title: title.trim() || selection.name }} />
      )}
      <div className="export-foot">
        <div className="export-acts">
          <Act kind="main" icon={Download} isDisabled={empty || busy} onPress={() => save(request)}>
            {busy ? selections.saving : exports.save(exports.short[setup.format])}
          </Act>
          {job !== undefined && (
            <Act kind="link" onPress={stop}>
              {exports.stop}
            </Act>
          )}
          {!busy && last !== null && (
            <Act kind="link" icon={RotateCcw} onPress={repeat}>
              {exports.repeat(last.file)}
            </Act>
          )}
        </div>
        {job !== undefined && <Meter job={job} wide />}
      </div>
    </aside>
  );
}
