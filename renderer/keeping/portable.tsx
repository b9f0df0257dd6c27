import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MergeReport } from '../../archive/contract/portable.ts';
import { bridge } from '../bridge.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { downloadFrom } from '../jobs/download.ts';
import { useJobs } from '../jobs/jobs.tsx';
import { PlacePicker } from '../library/place-picker.tsx';
import { Act } from '../ui/controls.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Failure, Waiting } from '../ui/states.tsx';
import { tell } from '../ui/toasts.tsx';
import { useArchive, useInfo } from '../view/archive.tsx';
import { takeAsked, useAskedFile } from '../view/asked-file.ts';

/** The whole archive as one file, out of here and into here. */
export function Portable() {
  const client = useArchive();
  const messages = useMessages();
  const { keeping } = messages;
  const { follow } = useJobs();
  const { data: info } = useInfo();
  const [picking, setPicking] = useState(false);
  const [looking, setLooking] = useState<string>();
  const write = useMutation({
    mutationFn: async () => {
      const desktop = bridge();
      const path = desktop === undefined ? null : await desktop.chooseSave(`${info?.name ?? 'archive'}.podshivka`);
      return desktop !== undefined && path === null ? undefined : client.portable.write({ path });
    },
    onSuccess: (started) => {
      if (started === undefined) return;
      follow(started.job, (job) => {
        if (job.state !== 'done') return;
        downloadFrom(job);
        tell({ text: keeping.carried });
      });
    },
    onError: tellRefusal(messages),
  });
  const look = useMutation({
    mutationFn: (path: string) => client.portable.look({ path }),
    onSuccess: ({ job }) => follow(job, ({ state }) => state === 'done' && setLooking(job)),
    onError: tellRefusal(messages),
  });
  // A packed archive that was opened from the desktop is looked at like one that was chosen here.
  const asked = useAskedFile();
  const { mutate: lookAt } = look;
  useEffect(() => {
    if (asked === null) return;
    takeAsked();
    lookAt(asked);
  }, [asked, lookAt]);
  const choose = () => {
    const desktop = bridge();
    if (desktop === undefined) return setPicking(true);
    return void desktop.choosePaths('files').then(([path]) => path !== undefined && look.mutate(path));
  };
  return (
    <section className="sec">
      <h2 className="h">
        {keeping.portable}
        <span>{keeping.portableMore}</span>
      </h2>
      <div className="acts keeping-acts">
        <Act isDisabled={write.isPending} onPress={() => write.mutate()}>
          {keeping.carryOut}
        </Act>
        <Act isDisabled={look.isPending} onPress={choose}>
          {keeping.takeIn}
        </Act>
      </div>
      {picking && (
        <PlacePicker kind="files" onClose={() => setPicking(false)} onPaths={([path]) => path && look.mutate(path)} />
      )}
      {looking !== undefined && <MergeDialog job={looking} onClose={() => setLooking(undefined)} />}
    </section>
  );
}

/** Says what merging would add, and asks. */
function MergeDialog({ job, onClose }: { job: string; onClose(): void }) {
  const client = useArchive();
  const messages = useMessages();
  const { keeping, frame } = messages;
  const { follow } = useJobs();
  const report = useQuery({
    queryKey: ['merge', job],
    queryFn: ({ signal }) => client.portable.report({ job }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const merge = useMutation({
    mutationFn: () => client.portable.merge({ job }),
    onSuccess: (started) => {
      const { fresh } = report.data?.articles ?? { fresh: 0 };
      follow(started.job, ({ state }) => state === 'done' && tell({ text: keeping.merged(fresh) }));
      onClose();
    },
    onError: tellRefusal(messages),
  });
  const { data, error } = report;
  return (
    <Windowed open onClose={onClose} title={keeping.mergeTitle(data?.name ?? '')}>
      {data === undefined ? error === null ? <Waiting rows={2} /> : <Failure error={error} /> : <Adds report={data} />}
      <p className="dialog-more">{keeping.mergeMore}</p>
      <div className="dialog-acts">
        <Act onPress={onClose} autoFocus>
          {frame.cancel}
        </Act>
        <Act kind="main" isDisabled={data === undefined || merge.isPending} onPress={() => merge.mutate()}>
          {keeping.mergeYes}
        </Act>
      </div>
    </Windowed>
  );
}

function Adds({ report }: { report: MergeReport }) {
  const { keeping } = useMessages();
  const say = useSayings();
  const { articles, annotations, selections, searches } = report;
  const rows = [
    [keeping.rows.articles, articles.fresh, articles.known],
    [keeping.rows.annotations, annotations.fresh, annotations.known],
    [keeping.rows.selections, selections.fresh, selections.known],
    [keeping.searches, searches.fresh, searches.known],
  ] as const;
  const remarks = [
    articles.other > 0 ? keeping.other(articles.other) : '',
    articles.inBin > 0 ? keeping.inBin(articles.inBin) : '',
    annotations.unplaced > 0 ? keeping.unplaced(annotations.unplaced) : '',
  ].filter(Boolean);
  return (
    <>
      <p className="dialog-more">{keeping.carriedAt(say.moment(report.madeAt))}</p>
      <table className="difference">
        <thead>
          <tr>
            <td />
            <th scope="col">{keeping.columns.fresh}</th>
            <th scope="col">{keeping.columns.known}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, fresh, known]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={fresh === 0 ? 'num dim' : 'num back'}>{say.number(fresh)}</td>
              <td className="num dim">{say.number(known)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {remarks.length > 0 && <p className="dialog-more">{remarks.join(' ')}</p>}
    </>
  );
}
