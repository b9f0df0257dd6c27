import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileChoices, FilePreview, FileRef } from '../../archive/contract/intake.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { Act } from '../ui/controls.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Failure, Waiting } from '../ui/states.tsx';
import { Tick } from '../ui/tick.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { CutChoice } from './cut-choice.tsx';
import { EncodingChoice } from './encoding-choice.tsx';

interface FileCardProps {
  file: FileRef;
  name: string;
  /** Other files that failed alike in the same folder, or that seem to be digests too: they may be read the same way. */
  alike: readonly FileRef[];
  /** What is proposed; nothing unless given. */
  proposed?: FileChoices;
  onClose(): void;
}

/** How a file would be taken, and how else it could be: encoding, columns, cuts, each shown at once as it would read. */
export function FileCard({ file, name, alike, proposed = {}, onClose }: FileCardProps) {
  const client = useArchive();
  const messages = useMessages();
  const { intake, frame } = messages;
  const { follow } = useJobs();
  const { show } = useWays();
  const [choices, setChoices] = useState(proposed);
  const [all, setAll] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['preview', file, choices],
    queryFn: ({ signal }) => client.imports.preview({ file, choices }, { signal }),
    placeholderData: keepPreviousData,
  });
  // Cuts made by hand are offsets into this file alone.
  const shared = alike.length > 0 && !Array.isArray(choices.cuts);
  const files = all && shared ? [file, ...alike] : [file];
  const retake = useMutation({
    mutationFn: () => client.imports.retake({ files: [...files], choices }),
    onSuccess: ({ job }) => {
      onClose();
      follow(job);
      show({ section: 'archive', job });
    },
    onError: tellRefusal(messages),
  });
  const choose = (change: FileChoices) => setChoices({ ...choices, ...change });
  return (
    <Windowed open onClose={onClose} title={name} wide>
      {data === undefined ? error === null ? <Waiting /> : <Failure error={error} /> : null}
      {data !== undefined && (
        <div className="file-card scroll">
          {data.table !== null && <ColumnChoice table={data.table} onChoose={choose} />}
          {data.document?.text.includes('\n') && (
            <CutChoice document={data.document} chosen={choices.cuts} onChoose={choose} />
          )}
          <Outcome preview={data} />
          {data.encodings.length > 0 && <EncodingChoice preview={data} choices={choices} onChoose={choose} />}
        </div>
      )}
      {shared && (
        <Tick on={all} onChange={setAll}>
          {intake.alike(alike.length)}
        </Tick>
      )}
      <div className="dialog-acts">
        <Act onPress={onClose}>{frame.cancel}</Act>
        <Act kind="main" isDisabled={data === undefined || retake.isPending} onPress={() => retake.mutate()}>
          {intake.retake(files.length)}
        </Act>
      </div>
    </Windowed>
  );
}

/** Headlines shown of what a file would give. */
const few = 6;

function Outcome({ preview }: { preview: FilePreview }) {
  const { intake } = useMessages();
  const say = useSayings();
  const { articles } = preview;
  return (
    <section aria-label={intake.outcome}>
      <h3 className="label">{intake.outcome}</h3>
      {articles.length === 0 ? (
        <p className="bad" role="status">
          {intake.noArticles}
        </p>
      ) : (
        <div role="status">
          <ol className="outcome">
            {articles.slice(0, few).map((title, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two articles of a file may have one headline
              <li key={at}>{title}</li>
            ))}
            {articles.length > few && <li className="dim">{intake.moreArticles(say.number(articles.length - few))}</li>}
          </ol>
        </div>
      )}
    </section>
  );
}
