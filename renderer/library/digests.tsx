import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReadFile } from '../../archive/contract/intake.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { Act } from '../ui/controls.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { FileCard } from './file-card.tsx';
import { FileLine } from './file-line.tsx';

/** Digests that are shown, and divided at once. */
const most = 500;

const refOf = ({ id }: ReadFile) => ({ kind: 'read' as const, id });

/** Documents that were taken as one article each and seem to hold many: divided one by one after a look, or all at once. */
export function Digests({ job }: { job: string }) {
  const client = useArchive();
  const messages = useMessages();
  const { intake } = messages;
  const { follow } = useJobs();
  const { show } = useWays();
  const [open, setOpen] = useState<ReadFile | null>(null);
  const { data } = useQuery({
    queryKey: ['imports', 'files', job, 'digests'],
    queryFn: ({ signal }) => client.imports.files({ job, digests: true, limit: most }, { signal }),
    staleTime: 0,
  });
  const divide = useMutation({
    mutationFn: (files: readonly ReadFile[]) =>
      client.imports.retake({ files: files.map(refOf), choices: { cuts: 'proposed' } }),
    onSuccess: ({ job: again }) => {
      follow(again);
      show({ section: 'archive', job: again });
    },
    onError: tellRefusal(messages),
  });
  if (data === undefined || data.total === 0) return null;
  const { files } = data;
  return (
    <section className="sec">
      <h2 className="h">
        {intake.digests}
        <span>{intake.digestsMore}</span>
        {files.length > 1 && (
          <Act kind="link" isDisabled={divide.isPending} onPress={() => divide.mutate(files)}>
            {intake.divideAll(files.length)}
          </Act>
        )}
      </h2>
      <table className="unread">
        <tbody>
          {files.map((file) => (
            <FileLine
              key={file.id}
              file={file.file}
              about={intake.seems(file.clippings ?? 0)}
              verb={intake.divide}
              onPress={() => setOpen(file)}
            />
          ))}
        </tbody>
      </table>
      {open !== null && (
        <FileCard
          file={refOf(open)}
          name={open.file.split('/').at(-1) ?? open.file}
          alike={files.filter((one) => one !== open).map(refOf)}
          proposed={{ cuts: 'proposed' }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
