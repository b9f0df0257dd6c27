import { useMutation, useQuery } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import type { ImportReport, Job } from '../../archive/contract/jobs.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Meter } from '../jobs/job-bar.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { stateSentence, timeLeft } from '../jobs/sentences.ts';
import { RemoveImport } from '../keeping/remove-import.tsx';
import { Act } from '../ui/controls.tsx';
import { PageView } from '../ui/page-view.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Failure, Waiting } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { Digests } from './digests.tsx';
import { useEncodingName } from './encoding-name.ts';
import { ReadFiles } from './read-files.tsx';
import { Rejected } from './rejected.tsx';

/** One import while it runs and after: how far, four figures that add up, and every file that was not read. */
export function ImportPage({ id }: { id: string }) {
  const client = useArchive();
  const { library, intake } = useMessages();
  const say = useSayings();
  const { jobs } = useJobs();
  const job = jobs.find((one) => one.id === id);
  const going = job?.state === 'running' || job?.state === 'paused';
  const { data, error, refetch } = useQuery({
    queryKey: ['report', id, job?.state],
    queryFn: ({ signal }) => client.imports.report({ job: id }, { signal }),
    refetchInterval: going ? 1000 : false,
    staleTime: going ? 0 : Number.POSITIVE_INFINITY,
  });
  return (
    <PageView
      title={library.importTitle}
      sub={
        data !== undefined &&
        [
          data.names.length > 0 ? intake.from(namesOf(data.names, intake.andMore)) : '',
          library.started(say.moment(data.startedAt)),
        ]
          .filter(Boolean)
          .join(', ')
      }
      back={{ text: library.title, to: { job: null } }}
      acts={<Acts id={id} job={job} report={data} />}
    >
      {job !== undefined && <Progress job={job} />}
      {data !== undefined ? (
        <Report report={data} going={going} />
      ) : error === null ? (
        <Waiting />
      ) : (
        !going && <Failure error={error} onAgain={() => void refetch()} />
      )}
    </PageView>
  );
}

/** Names that a line holds. */
const few = 2;

export function namesOf(names: readonly string[], andMore: (names: string, n: number) => string): string {
  const first = names
    .slice(0, few)
    .map((name) => `«${name}»`)
    .join(', ');
  return names.length > few ? andMore(first, names.length - few) : first;
}

/** What can be done with the import now: it rests, goes on or stops while it runs; afterwards its articles are opened. */
function Acts({ id, job, report }: { id: string; job: Job | undefined; report: ImportReport | undefined }) {
  const client = useArchive();
  const messages = useMessages();
  const { search, jobs: sentences, intake } = messages;
  const { show } = useWays();
  const { cancel, pause, follow } = useJobs();
  const proceed = useMutation({
    mutationFn: () => client.imports.proceed({ job: id }),
    onSuccess: ({ job: again }) => follow(again),
    onError: tellRefusal(messages),
  });
  if (job?.state === 'running' || job?.state === 'paused') {
    const rests = job.state === 'paused';
    return (
      <>
        <Act icon={rests ? Play : Pause} kind={rests ? 'main' : 'plain'} onPress={() => pause(id, !rests)}>
          {rests ? intake.resume : intake.pause}
        </Act>
        <Act kind="quiet" onPress={() => cancel(id)}>
          {sentences.stop}
        </Act>
      </>
    );
  }
  const open = report?.state === 'cancelled' || report?.state === 'failed';
  return (
    <>
      {open && (
        <Act icon={Play} isDisabled={proceed.isPending} onPress={() => proceed.mutate()}>
          {intake.proceed}
        </Act>
      )}
      <RemoveImport job={id} />
      <Act kind="main" onPress={() => show({ section: 'search', job: null, article: null })}>
        {search.title}
      </Act>
    </>
  );
}

function Progress({ job }: { job: Job }) {
  const messages = useMessages();
  const { library, jobs, intake } = messages;
  const say = useSayings();
  const going = job.state === 'running' || job.state === 'paused';
  const left = timeLeft(job, messages);
  if (!going)
    return (
      <p className="lead-line">
        {stateSentence(job, messages)}.{job.state !== 'done' && ` ${library.safe}`}
      </p>
    );
  return (
    <section className="progress" aria-label={library.importTitle}>
      <p>
        <b className="num">
          {job.total === null ? say.number(job.done) : library.progress(say.number(job.done), say.number(job.total))}
        </b>
        {job.state === 'paused' ? (
          <span className="dim">{intake.paused}</span>
        ) : (
          left !== undefined && <span className="dim">{jobs.left(left)}</span>
        )}
      </p>
      <Meter job={job} wide />
      <p className="dim now">
        <span>{job.current !== '' && library.now(job.current)}</span>
        {job.speed !== null && <span className="num">{intake.speed(say.number(Math.round(job.speed * 60)))}</span>}
      </p>
    </section>
  );
}

function Report({ report, going }: { report: ImportReport; going: boolean }) {
  const { library } = useMessages();
  const encodingName = useEncodingName();
  const say = useSayings();
  const figures = [
    [report.added, library.added, false],
    [report.known, library.known, false],
    [report.updated, library.updated, false],
    [report.rejected.length, library.rejected, true],
  ] as const;
  return (
    <>
      <dl className="figures">
        {figures.map(([count, word, bad]) => (
          <div key={word(5)}>
            <dd className={bad && count > 0 ? 'num bad' : 'num'}>{say.number(count)}</dd>
            <dt>{word(count)}</dt>
          </div>
        ))}
      </dl>
      {!going && <Digests job={report.job} />}
      {report.rejected.length > 0 && <Rejected rejected={report.rejected} />}
      {report.rejected.length === 0 && !going && <p className="dim all-read">{library.allRead}.</p>}
      <ReadFiles job={report.job} settled={!going} />
      {report.encodings.length > 1 && (
        <section className="sec">
          <h2 className="h">{library.encodings}</h2>
          <ul className="imports">
            {report.encodings.map(({ encoding, files }) => (
              <li key={encoding}>
                <span className="grow">{encodingName(encoding)}</span>
                <span className="num">{library.encodingFiles(files)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
