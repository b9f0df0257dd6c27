import type { Archive } from './archive.ts';
import { calls } from './calls.ts';

export function jobCalls({ jobs }: Archive) {
  return {
    list: calls.jobs.list.handler(() => jobs.list()),
    watch: calls.jobs.watch.handler(({ input, signal }) => jobs.watch(input.job, signal)),
    cancel: calls.jobs.cancel.handler(({ input }) => {
      jobs.cancel(input.job);
      return {};
    }),
    pause: calls.jobs.pause.handler(({ input }) => {
      jobs.pause(input.job);
      return {};
    }),
    resume: calls.jobs.resume.handler(({ input }) => {
      jobs.resume(input.job);
      return {};
    }),
  };
}
