import { EventPublisher } from '@orpc/server';
import type { Job, JobKind } from '../contract/jobs.ts';
import { refusalCodes } from '../contract/refusals.ts';
import { refuse } from '../contract/refuse.ts';
import { asRefusal } from './calls.ts';
import { Gate } from './gate.ts';
import type { Log } from './log.ts';
import { Pace } from './pace.ts';

/** What the work of a job is given. */
export interface JobWork {
  readonly id: string;
  /** Aborted when the person cancels, or the archive is closed. Work throws its reason to stop. */
  readonly signal: AbortSignal;
  report(progress: { done?: number; total?: number | null; current?: string; file?: string }): void;
  /** Resolves at once, or when a paused job goes on. @throws the signal's reason */
  turn(): Promise<void>;
}

export interface JobOptions {
  /** The id that the job had before a restart. */
  readonly id?: string;
  /** Told of each pause and of its end; only a job with this can be paused. */
  readonly onPause?: (paused: boolean) => void;
  /** Whether it begins with a pause. */
  readonly paused?: boolean;
}

/** Why a job is stopped when nobody cancelled it: the archive is closed, and the work may go on another day. */
export class ArchiveClosed extends Error {
  constructor() {
    super('The archive is closed');
  }
}

interface Entry {
  job: Job;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
  pause(paused: boolean): void;
}

/** How many ended jobs are remembered for a window that reloads. */
const remembered = 50;
/** Watchers hear of progress at most this often, milliseconds. */
const rhythm = 100;

/** Everything that takes over 200 ms: started, watched, paused, cancelled by id. One registry belongs to an open archive. */
export class Jobs {
  readonly #entries = new Map<string, Entry>();
  readonly #events = new EventPublisher<Record<string, Job>>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Starts the work; it may not begin before this has returned. @returns the job's id */
  start(kind: JobKind, work: (job: JobWork) => Promise<void>, options: JobOptions = {}): string {
    const id = options.id ?? crypto.randomUUID();
    const stop = new AbortController();
    const gate = new Gate();
    const pace = new Pace();
    let told = 0;
    const change = (now: Partial<Job>, tell: boolean) => {
      const entry = this.#entries.get(id)!;
      entry.job = { ...entry.job, ...now };
      if (!tell && performance.now() - told < rhythm) return;
      told = performance.now();
      this.#events.publish(id, entry.job);
    };
    const report: JobWork['report'] = (progress) => {
      const { done, total } = { ...this.#entries.get(id)!.job, ...progress };
      pace.note(done, performance.now());
      change({ ...progress, ...pace.outlook(total) }, false);
    };
    const pause = (paused: boolean) => {
      const { state } = this.#entries.get(id)!.job;
      if (options.onPause === undefined || (state !== 'running' && state !== 'paused')) refuse('CONFLICT');
      if (paused) gate.shut();
      else gate.open();
      pace.rest();
      options.onPause(paused);
      change({ state: paused ? 'paused' : 'running', secondsLeft: null, speed: null }, true);
    };
    const turn = () => gate.passed(stop.signal);
    const run = async (): Promise<Partial<Job>> => {
      await Promise.resolve();
      try {
        await work({ id, signal: stop.signal, report, turn });
        return { state: 'done' };
      } catch (error) {
        if (stop.signal.aborted) return { state: 'cancelled' };
        const refusal = refusalCodes.find((code) => code === asRefusal(error)?.code);
        if (refusal !== undefined) return { state: 'refused', refusal };
        this.#log({ level: 'error', event: 'fault', name: `job.${kind}`, cause: error });
        return { state: 'failed' };
      }
    };
    const ended = run().then((end) => {
      change({ ...end, current: '', secondsLeft: null, speed: null, endedAt: new Date().toISOString() }, true);
      this.#forgetOld();
    });
    if (options.paused) gate.shut();
    const job: Job = {
      id,
      kind,
      state: options.paused ? 'paused' : 'running',
      done: 0,
      total: null,
      current: '',
      secondsLeft: null,
      speed: null,
      pausable: options.onPause !== undefined,
      startedAt: new Date().toISOString(),
      endedAt: null,
      refusal: null,
      file: null,
    };
    this.#entries.delete(id);
    this.#entries.set(id, { job, stop, ended, pause });
    return id;
  }

  /** Jobs that run and the last that have ended, the newest first. */
  list(): Job[] {
    return [...this.#entries.values()].map((entry) => entry.job).reverse();
  }

  /** Whether a job with this id runs or rests. */
  runs(id: string): boolean {
    return this.#entries.get(id)?.job.endedAt === null;
  }

  /**
   * The job as it stands, then each change, to its end. Whoever stops watching does not stop the job.
   *
   * @throws a refusal, at once: NOT_FOUND
   */
  watch(id: string, signal?: AbortSignal): AsyncGenerator<Job, void> {
    return this.#follow(this.#find(id), signal);
  }

  async *#follow(entry: Entry, signal?: AbortSignal): AsyncGenerator<Job, void> {
    const changes = this.#events.subscribe(entry.job.id, { ...(signal && { signal }), maxBufferedEvents: 1 });
    try {
      let last = entry.job;
      yield last;
      while (last.endedAt === null) {
        const next = await changes.next();
        if (next.done) return;
        last = next.value;
        yield last;
      }
    } finally {
      await changes.return?.();
    }
  }

  /** Kinds of the jobs that run, besides one. */
  running(besides: string): JobKind[] {
    return [...this.#entries.values()]
      .filter(({ job }) => job.endedAt === null && job.id !== besides)
      .map(({ job }) => job.kind);
  }

  cancel(id: string): void {
    this.#find(id).stop.abort();
  }

  /** Lets a job rest at its next good moment. @throws a refusal: NOT_FOUND; CONFLICT when it cannot rest, or has ended */
  pause(id: string): void {
    this.#find(id).pause(true);
  }

  /** @throws as {@link pause} */
  resume(id: string): void {
    this.#find(id).pause(false);
  }

  /** Resolves when the job has ended, however that was. */
  async ended(id: string): Promise<Job> {
    const entry = this.#find(id);
    await entry.ended;
    return entry.job;
  }

  /** Stops everything, with {@link ArchiveClosed} as the reason, and waits until it has stopped. */
  async close(): Promise<void> {
    for (const { stop } of this.#entries.values()) stop.abort(new ArchiveClosed());
    await Promise.all([...this.#entries.values()].map((entry) => entry.ended));
  }

  #find(id: string): Entry {
    return this.#entries.get(id) ?? refuse('NOT_FOUND');
  }

  #forgetOld(): void {
    const ended = [...this.#entries.values()].filter((entry) => entry.job.endedAt !== null);
    for (const entry of ended.slice(0, -remembered)) this.#entries.delete(entry.job.id);
  }
}
