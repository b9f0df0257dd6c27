import type { Job } from '../../archive/contract/jobs.ts';
import type { ArchiveInfo } from '../../archive/contract/library.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { stateSentence } from '../jobs/sentences.ts';
import { Act } from '../ui/controls.tsx';
import { useInfo } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';
import { AddArticles } from './add-articles.tsx';
import { ImportPage } from './import-page.tsx';
import { sizeInWords } from './size.ts';

/** The archive as a whole: what is in it, adding to it, what was added, and whether it is in order. */
export function LibraryPage() {
  const { library, frame } = useMessages();
  const say = useSayings();
  const { view } = usePlace();
  const { data: info } = useInfo();
  const { jobs } = useJobs();
  const imports = jobs.filter(({ kind }) => kind === 'import');
  if (view.job !== null) return <ImportPage key={view.job} id={view.job} />;
  return (
    <main className="pageview scroll" tabIndex={-1}>
      <div className="wrap narrow">
        <header className="ph">
          <div>
            <h1>{info === undefined ? library.title : frame.archiveNamed(info.name)}</h1>
            {info !== undefined && (
              <p className="sub">
                {library.size(sizeInWords(info.size, say))}. {frame.offline}.
              </p>
            )}
          </div>
        </header>
        {info !== undefined && <Figures info={info} />}
        <AddArticles />
        {imports.length > 0 && (
          <section className="sec">
            <h2 className="h">{library.history}</h2>
            <ul className="imports">
              {imports.map((job) => (
                <ImportLine key={job.id} job={job} />
              ))}
            </ul>
          </section>
        )}
        <KeepingLink />
      </div>
    </main>
  );
}

function Figures({ info }: { info: ArchiveInfo }) {
  const { library } = useMessages();
  const say = useSayings();
  const figures = [
    [info.articles, library.articlesWord],
    [info.persons, library.persons],
    [info.organizations, library.organizations],
    [info.annotations, library.annotationsWord],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([count, word]) => (
        <div key={word(5)}>
          <dd className="num">{say.number(count)}</dd>
          <dt>{word(count)}</dt>
        </div>
      ))}
    </dl>
  );
}

function ImportLine({ job }: { job: Job }) {
  const messages = useMessages();
  const { frame, jobs } = messages;
  const say = useSayings();
  const { show } = usePlace();
  return (
    <li>
      <span className="grow">{say.moment(job.startedAt)}</span>
      <span className="dim">{stateSentence(job, messages)}</span>
      <span className="num">{frame.articles(job.done)}</span>
      <Act kind="link" onPress={() => show({ job: job.id })}>
        {jobs.report}
      </Act>
    </li>
  );
}

function KeepingLink() {
  const { keeping } = useMessages();
  const { show } = usePlace();
  return (
    <section className="sec">
      <h2 className="h">
        {keeping.title}
        <span>{keeping.lead}</span>
        <Act kind="link" onPress={() => show({ section: 'keeping' })}>
          {keeping.open}
        </Act>
      </h2>
    </section>
  );
}
