import type { ArchiveClient } from '../../contract/client.ts';
import type { Job } from '../../contract/jobs.ts';
import { Refused } from '../refused.ts';
import { bar, type Terminal } from '../terminal.ts';

/**
 * Follows a job to its end, with a bar on standard error. An interrupt cancels the job and waits for its end, so that what
 * was done stays whole.
 *
 * @throws Refused when the job did not come to a good end
 */
export async function follow(client: ArchiveClient, id: string, terminal: Terminal): Promise<Job> {
  let last: Job | undefined;
  const cancel = () => void client.jobs.cancel({ job: id }).catch(() => {});
  process.once('SIGINT', cancel);
  try {
    for await (const job of await client.jobs.watch({ job: id })) {
      last = job;
      if (job.endedAt === null) terminal.meter(bar(job.done, job.total, tail(job)));
    }
  } finally {
    process.off('SIGINT', cancel);
    terminal.meter('');
  }
  if (last?.state === 'done') return last;
  if (last?.state === 'cancelled') throw new Refused('Остановлено. Что было сделано, осталось');
  if (last?.refusal != null) throw new Refused(last.refusal);
  throw new Refused('Не получилось: ошибка программы, подробности в журнале');
}

/**
 * Waits until the index has every article, which it lacks after damage or with a newer version of the program: a search
 * would find too little, and a command that ends early would leave the work undone for ever.
 */
export async function indexed(client: ArchiveClient, terminal: Terminal): Promise<void> {
  if ((await client.archive.info()).index === 'ready') return;
  const job = (await client.jobs.list()).find(({ kind, endedAt }) => kind === 'index' && endedAt === null);
  if (job === undefined) return;
  terminal.say('Указатель обновляется…');
  await follow(client, job.id, terminal);
}

function tail({ current, secondsLeft }: Job): string {
  const left = secondsLeft === null ? '' : `, ещё ${timeLeft(secondsLeft)}`;
  return `${current}${left}`;
}

const timeLeft = (seconds: number) => (seconds < 90 ? `${Math.ceil(seconds)} с` : `${Math.round(seconds / 60)} мин`);
