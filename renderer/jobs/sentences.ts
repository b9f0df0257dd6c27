import type { Job } from '../../archive/contract/jobs.ts';
import type { Messages, Sayings } from '../i18n/messages.tsx';

/** «Пополнение: 4 812 из 12 400», or without what is not known. */
export function progressSentence(job: Job, { jobs }: Messages, say: Sayings): string {
  const kind = jobs.kinds[job.kind];
  if (job.total !== null && job.total > 0) return jobs.progress(kind, say.number(job.done), say.number(job.total));
  return job.done > 0 ? jobs.doneSoFar(kind, say.number(job.done)) : kind;
}

/** «меньше минуты», «около 3 минут»; never seconds, undefined while it cannot be told. */
export function timeLeft(job: Job, { jobs }: Messages): string | undefined {
  if (job.secondsLeft === null) return undefined;
  return job.secondsLeft < 60 ? jobs.underMinute : jobs.minutes(Math.round(job.secondsLeft / 60));
}

/** How a job ended, or how far it is. */
export function stateSentence(job: Job, messages: Messages): string {
  if (job.refusal !== null) return messages.refusals[job.refusal];
  if (job.state === 'failed') return messages.internalError;
  const left = timeLeft(job, messages);
  if (job.state === 'running' && left !== undefined) return messages.jobs.left(left);
  return messages.jobs.states[job.state];
}
