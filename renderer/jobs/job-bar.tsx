import { Button, Dialog, DialogTrigger, Popover, ProgressBar } from 'react-aria-components';
import type { Job } from '../../archive/contract/jobs.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { useWays } from '../view/place.tsx';
import { downloadFrom } from './download.ts';
import { useJobs } from './jobs.tsx';
import { progressSentence, stateSentence, timeLeft } from './sentences.ts';

const failed = (job: Job) => job.state === 'failed' || job.state === 'refused';

/** At the right of the strip: what is being done, how far, how long still. A click opens all jobs. */
export function JobBar() {
  const messages = useMessages();
  const say = useSayings();
  const { jobs, running } = useJobs();
  const shown = running[0] ?? jobs.find(failed);
  if (shown === undefined) return null;
  const left = timeLeft(shown, messages);
  const sentence = failed(shown)
    ? messages.jobs.failedKind[shown.kind]
    : running.length > 1
      ? messages.jobs.several(running.length)
      : progressSentence(shown, messages, say);
  return (
    <>
      <DialogTrigger>
        <Button className={failed(shown) ? 'job bad' : 'job'} aria-label={`${sentence}. ${messages.jobs.open}`}>
          <span>{sentence}</span>
          {!failed(shown) && <Meter job={shown} />}
          {!failed(shown) && left !== undefined && <span className="dim">{messages.jobs.left(left)}</span>}
        </Button>
        <Popover className="pop jobs-pop" placement="top end" offset={8}>
          <Dialog aria-label={messages.jobs.title}>
            <ul className="jobs">
              {jobs.map((job) => (
                <JobLine key={job.id} job={job} />
              ))}
            </ul>
          </Dialog>
        </Popover>
      </DialogTrigger>
      <span className="sep" />
    </>
  );
}

/** How far a job is; without a total it only says that it is running. */
export function Meter({ job, wide = false }: { job: Job; wide?: boolean }) {
  const { jobs } = useMessages();
  const share = job.total === null || job.total === 0 ? null : Math.min(1, job.done / job.total);
  return (
    <ProgressBar
      className={wide ? 'meter wide' : 'meter'}
      aria-label={jobs.kinds[job.kind]}
      {...(share === null ? { isIndeterminate: true } : { value: 100 * share })}
    >
      <i style={{ width: share === null ? '30%' : `${100 * share}%` }} />
    </ProgressBar>
  );
}

function JobLine({ job }: { job: Job }) {
  const messages = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const { cancel, pause, seen } = useJobs();
  const going = job.state === 'running' || job.state === 'paused';
  return (
    <li className={failed(job) ? 'job-line bad' : 'job-line'}>
      <div className="job-head">
        <span>{failed(job) ? messages.jobs.failedKind[job.kind] : progressSentence(job, messages, say)}</span>
        <span className="grow" />
        {going && job.pausable && (
          <Act kind="link" onPress={() => pause(job.id, job.state === 'running')}>
            {job.state === 'running' ? messages.intake.pause : messages.intake.resume}
          </Act>
        )}
        {going && (
          <Act kind="link" onPress={() => cancel(job.id)}>
            {messages.jobs.stop}
          </Act>
        )}
        {!going && job.kind === 'import' && (
          <Act kind="link" slot="close" onPress={() => show({ section: 'archive', job: job.id })}>
            {messages.jobs.report}
          </Act>
        )}
        {job.state === 'done' && job.file !== null && (
          <Act kind="link" onPress={() => downloadFrom(job)}>
            {messages.jobs.download}
          </Act>
        )}
        {failed(job) && (
          <Act kind="link" onPress={() => seen(job.id)}>
            {messages.frame.close}
          </Act>
        )}
      </div>
      {going && <Meter job={job} wide />}
      <p className="dim">{stateSentence(job, messages)}</p>
    </li>
  );
}
