import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadFile } from '../../archive/contract/intake.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useArchive } from '../view/archive.tsx';
import { useEncodingName } from './encoding-name.ts';
import { FileCard } from './file-card.tsx';
import { FileLine } from './file-line.tsx';
import { Pages } from './pages.tsx';

/** Files of a page. */
const page = 25;

/** The files that were read, with the encoding each was read in; one that was read wrongly is read again. */
export function ReadFiles({ job, settled }: { job: string; settled: boolean }) {
  const client = useArchive();
  const { intake } = useMessages();
  const encodingName = useEncodingName();
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<ReadFile | null>(null);
  const { data } = useQuery({
    queryKey: ['imports', 'files', job, offset, settled],
    queryFn: ({ signal }) => client.imports.files({ job, offset, limit: page }, { signal }),
    placeholderData: keepPreviousData,
    enabled: settled,
  });
  if (data === undefined || data.total === 0) return null;
  return (
    <section className="sec">
      <h2 className="h">
        {intake.readFiles}
        <span>{intake.readFilesMore}</span>
      </h2>
      <table className="unread">
        <tbody>
          {data.files.map((file) => (
            <FileLine
              key={file.id}
              file={file.file}
              about={[file.format.toUpperCase(), encodingName(file.encoding)].filter(Boolean).join(', ')}
              verb={intake.readOtherwise}
              onPress={() => setOpen(file)}
            />
          ))}
        </tbody>
      </table>
      <Pages total={data.total} offset={offset} page={page} onOffset={setOffset} />
      {open !== null && (
        <FileCard
          file={{ kind: 'read', id: open.id }}
          name={open.file.split('/').at(-1) ?? open.file}
          alike={[]}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
