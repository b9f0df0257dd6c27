import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import type { ImportReport, Job } from '../../archive/contract/jobs.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { saveText } from '../jobs/download.ts';
import { Meter } from '../jobs/job-bar.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { stateSentence, timeLeft } from '../jobs/sentences.ts';
import { RemoveImport } from '../keeping/remove-import.tsx';
import { Act } from '../ui/controls.tsx';
import { Failure, Waiting } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';

/** One import while it runs and after: how far, four figures that add up, and every file that was not read. */
export function ImportPage({ id }: { id: string }) {
  const client = useArchive();
  const { library, search, jobs: sentences } = useMessages();
  const say = useSayings();
  const { show } = usePlace();
  const { jobs, cancel } = useJobs();
  const job = jobs.find((one) => one.id === id);
  const going = job?.state === 'running' || job?.state === 'paused';
  const { data, error, refetch } = useQuery({
    queryKey: ['report', id, job?.state],
    queryFn: ({ signal }) => client.imports.report({ job: id }, { signal }),
    refetchInterval: going ? 1000 : false,
    staleTime: going ? 0 : Number.POSITIVE_INFINITY,
  });
  return (
    <main className="pageview scroll" tabIndex={-1}>
      <div className="wrap narrow">
        <Act kind="link" icon={ArrowLeft} onPress={() => show({ job: null })}>
          {library.title}
        </Act>
        <header className="ph">
          <div>
            <h1>{library.importTitle}</h1>
            {job !== undefined && <p className="sub">{library.started(say.moment(job.startedAt))}</p>}
          </div>
          <div className="acts">
            {going ? (
              <Act onPress={() => cancel(id)}>{sentences.stop}</Act>
            ) : (
              <>
                <RemoveImport job={id} />
                <Act kind="main" onPress={() => show({ section: 'search', job: null, article: null })}>
                  {search.title}
                </Act>
              </>
            )}
          </div>
        </header>
        {job !== undefined && <Progress job={job} />}
        {data !== undefined ? (
          <Report report={data} going={going} />
        ) : error === null ? (
          <Waiting />
        ) : (
          !going && <Failure error={error} onAgain={() => void refetch()} />
        )}
      </div>
    </main>
  );
}

function Progress({ job }: { job: Job }) {
  const messages = useMessages();
  const { library, jobs } = messages;
  const say = useSayings();
  const going = job.state === 'running' || job.state === 'paused';
  const left = timeLeft(job, messages);
  if (!going)
    return (
      <p className="lead-line">
        {stateSentence(job, messages)}. {library.safe}
      </p>
    );
  return (
    <section className="progress" aria-label={library.importTitle}>
      <p>
        <b className="num">
          {job.total === null ? say.number(job.done) : library.progress(say.number(job.done), say.number(job.total))}
        </b>
        {left !== undefined && <span className="dim">{jobs.left(left)}</span>}
      </p>
      <Meter job={job} wide />
      <p className="dim now">{job.current !== '' && library.now(job.current)}</p>
    </section>
  );
}

/** Rows of unread files shown at once. */
const most = 500;

function Report({ report, going }: { report: ImportReport; going: boolean }) {
  const { library } = useMessages();
  const say = useSayings();
  const figures = [
    [report.added, library.added, false],
    [report.known, library.known, false],
    [report.updated, library.updated, false],
    [report.rejected.length, library.rejected, true],
  ] as const;
  const list = () =>
    saveText(
      'не прочитаны.csv',
      'text/csv',
      `\ufeff${report.rejected
        .map(({ file, record, reason }) =>
          [file, record ?? '', library.reasons[reason]]
            .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
            .join(';'),
        )
        .join('\r\n')}`,
    );
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
      {report.rejected.length > 0 && (
        <section className="sec">
          <h2 className="h">
            {library.notRead}
            <span>{library.notReadMore}</span>
            <Act kind="link" onPress={list}>
              {library.saveList}
            </Act>
          </h2>
          <table className="unread">
            <tbody>
              {report.rejected.slice(0, most).map(({ file, record, reason }) => (
                <tr key={`${file} ${record}`}>
                  <th scope="row">
                    <b>{file.split(/[\\/]/).at(-1)}</b>
                    <small>
                      {[
                        file.split(/[\\/]/).slice(0, -1).join(' / '),
                        record === null ? '' : library.record(say.number(record)),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                    </small>
                  </th>
                  <td>{library.reasons[reason]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {report.rejected.length === 0 && !going && <p className="dim">{library.allRead}.</p>}
      {report.encodings.length > 1 && (
        <section className="sec">
          <h2 className="h">{library.encodings}</h2>
          <ul className="imports">
            {report.encodings.map(({ encoding, files }) => (
              <li key={encoding}>
                <span className="grow">{encoding}</span>
                <span className="num">{library.encodingFiles(files)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
