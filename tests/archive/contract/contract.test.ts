import { setTimeout as wait } from 'node:timers/promises';
import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../../archive/contract/client.ts';
import type { Job } from '../../../archive/contract/jobs.ts';
import type { JobWork } from '../../../archive/service/jobs.ts';
import { open, type Wire, wires } from './wires.ts';

/** The contract behaves the same over every wire: a direct call, a message port, HTTP. */
describe.each(Object.keys(wires) as (keyof typeof wires)[])('over %s', (name) => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await open(name);
  });
  afterEach(() => wire.close());

  /** Work of so many steps of 20 ms, as a job does it; says in `ended` how it ended. */
  function steps(total: number, ended: string[] = []) {
    return async ({ signal, report }: JobWork) => {
      for (let done = 1; done <= total; done++) {
        await wait(20);
        if (signal.aborted) ended.push('stopped');
        signal.throwIfAborted();
        report({ done, total, current: `${done}.txt` });
      }
      ended.push('whole');
    };
  }

  async function watched(job: string, client = wire.client): Promise<Job[]> {
    const seen: Job[] = [];
    for await (const now of await client.jobs.watch({ job })) seen.push(now);
    return seen;
  }

  test('a question is answered', async () => {
    expect(await wire.client.archive.info()).toMatchObject({ name: 'archive', articles: 0, index: 'ready' });
    const made = await wire.client.selections.create({ name: 'Вода и «соседи»' });
    expect(await wire.client.selections.list()).toEqual([made]);
  });

  test('a refusal keeps its code and its subject', async () => {
    const error = await wire.client.articles.get({ id: 77 }).catch((reason: unknown) => reason);
    expect(refusalOf(error)?.code).toBe('NOT_FOUND');
    const missing = await wire.client.places.list({ path: '/нет/такой/папки' }).catch((reason: unknown) => reason);
    expect(refusalOf(missing)?.code).toBe('FOLDER_MISSING');
    expect(wire.logged).toEqual([]);
  });

  test('a fault of ours is logged with its cause and crosses without it', async () => {
    wire.archive.database.close();
    const error = await wire.client.selections.list().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ORPCError);
    expect(refusalOf(error)).toBeUndefined();
    expect((error as ORPCError<string, unknown>).code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(error)).not.toMatch(/database|archive|\.ts/);
    expect(wire.logged).toMatchObject([{ level: 'error', event: 'fault', name: 'selections.list' }]);
    expect(wire.logged[0]!.cause).toBeInstanceOf(Error);
  });

  test('bad input is told apart from a refusal and a fault', async () => {
    const error = await wire.client.selections.create({ name: '' }).catch((reason: unknown) => reason);
    expect((error as ORPCError<string, unknown>).code).toBe('BAD_REQUEST');
    expect(refusalOf(error)).toBeUndefined();
    expect(await wire.client.selections.list()).toEqual([]);
    expect(wire.logged).toEqual([]);
  });

  test('a job tells how far it is, to its end', async () => {
    const seen = await watched(wire.archive.jobs.start('backup', steps(20)));
    expect(seen.length).toBeGreaterThan(2);
    expect(seen[0]).toMatchObject({ state: 'running', kind: 'backup' });
    expect(seen.at(-1)).toMatchObject({ state: 'done', done: 20, total: 20 });
    expect(seen.map((job) => job.done)).toEqual(seen.map((job) => job.done).sort((a, b) => a - b));
  });

  test('a job is cancelled in the middle, and its work stops', async () => {
    const ended: string[] = [];
    const job = wire.archive.jobs.start('backup', steps(500, ended));
    const watching = watched(job);
    await wait(100);
    await wire.client.jobs.cancel({ job });
    expect((await watching).at(-1)).toMatchObject({ state: 'cancelled' });
    expect(ended).toEqual(['stopped']);
  });

  test('a window that is loaded again finds the job and follows it; the job does not notice', async () => {
    const job = wire.archive.jobs.start('backup', steps(30));
    const leaving = new AbortController();
    const left = (async () => {
      for await (const now of await wire.client.jobs.watch({ job }, { signal: leaving.signal })) {
        if (now.done > 2) leaving.abort();
      }
    })().catch(() => 'left');
    await left;
    const client = await wire.again();
    expect((await client.jobs.list()).map(({ id, state }) => [id, state])).toEqual([[job, 'running']]);
    expect((await watched(job, client)).at(-1)).toMatchObject({ state: 'done', done: 30 });
  });

  test('what one window changes the other hears', async () => {
    const other = await wire.again();
    const stop = new AbortController();
    const heard = (async () => {
      for await (const change of await other.archive.changes(undefined, { signal: stop.signal })) return change.what;
      return undefined;
    })();
    await wait(50);
    await wire.client.selections.create({ name: 'Подборка' });
    expect(await heard).toBe('selections');
    stop.abort();
  });
});
