import { existsSync } from 'node:fs';
import type { Rejection } from '../contract/jobs.ts';
import type { AnalysisPool, ImportBatch } from '../import/analysis-pool.ts';
import { tasks } from '../import/tasks.ts';
import { CrewMember, type CrewParts, WorkerLost } from './crew.ts';
import { inOrder } from './in-order.ts';
import type { Answer, Order, WorkTask } from './messages.ts';

export interface PoolOptions {
  /** The folder that the build makes: `dictionary.bin`, `model.bin`. */
  readonly resources: string;
  readonly workers?: number;
  readonly entry?: URL;
  readonly patience?: number;
  readonly heap?: number;
}

/** A file that keeps a worker busy for longer is given up; well over what the largest honest file takes. */
const PATIENCE = 60_000;
const HEAP_MEGABYTES = 1024;
/** Tasks in hand or waiting for their turn, for each worker. */
const AHEAD = 2;

/** The worker's entry beside this module: in the sources, or in the bundle that both are part of. */
function defaultEntry(): URL {
  const places = [
    './analysis-worker.mjs',
    '../analysis-worker.mjs',
    '../host/analysis-worker.mjs',
    './analysis-worker.ts',
  ];
  return (
    places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url)) ??
    new URL(places[0]!, import.meta.url)
  );
}

/** Analysis on threads of their own, so that the archive's thread answers the person meanwhile. */
export function createPool({ resources, workers = 2, entry = defaultEntry(), ...limits }: PoolOptions): AnalysisPool {
  const parts: CrewParts = {
    entry,
    resources,
    patience: limits.patience ?? PATIENCE,
    heap: limits.heap ?? HEAP_MEGABYTES,
  };
  const crew = Array.from({ length: workers }, () => new CrewMember(parts));
  const free = [...crew];
  const queue: ((member: CrewMember) => void)[] = [];

  async function carryOut(order: Order, signal: AbortSignal, known: (hashes: readonly string[]) => readonly boolean[]) {
    const member = free.pop() ?? (await new Promise<CrewMember>((resolve) => queue.push(resolve)));
    try {
      signal.throwIfAborted();
      return await member.carryOut(order, known, signal);
    } finally {
      const next = queue.shift();
      if (next === undefined) free.push(member);
      else next(member);
    }
  }

  /** Reads a task; files at which a worker is lost are tried once more, and then rejected while the others are read. */
  async function readTask(task: WorkTask, order: (task: WorkTask) => Promise<Answer>): Promise<ImportBatch> {
    const rejections: Rejection[] = [];
    const suspects = new Set<string>();
    let rest = task;
    for (;;) {
      try {
        const answer = await order(rest);
        if (answer.answer !== 'read') throw new Error('The worker answered another order');
        return { ...answer.batch, rejections: [...rejections, ...answer.batch.rejections] };
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
        const file = rest.kind === 'lines' ? rest.file : rest.files[error.item]!.file;
        if (!suspects.has(file)) {
          suspects.add(file);
          continue;
        }
        rejections.push({ file, record: rest.kind === 'lines' ? rest.first : null, reason: 'broken' });
        const files = rest.kind === 'lines' ? [] : rest.files.filter((_, i) => i !== error.item);
        if (files.length === 0) return { articles: [], known: [], rejections, files: [], segment: null };
        rest = { kind: 'files', files };
      }
    }
  }

  return {
    async *read(paths, { signal, known, progress }) {
      let records = 0;
      const results = inOrder(tasks(paths, signal), workers * AHEAD, async ({ task, progress: place }) => {
        if (task.kind === 'report') {
          const { rejections, files } = task;
          return { place, batch: { articles: [], known: [], rejections, files, segment: null } satisfies ImportBatch };
        }
        return { place, batch: await readTask(task, (part) => carryOut({ order: 'read', task: part }, signal, known)) };
      });
      for await (const { batch, place } of results) {
        signal.throwIfAborted();
        records += batch.articles.length + batch.known.length + batch.rejections.length;
        progress({ ...place, records });
        yield batch;
      }
      signal.throwIfAborted();
    },
    async *analyse(texts, signal) {
      const results = inOrder(texts, workers * AHEAD, (some) =>
        carryOut({ order: 'analyse', texts: some }, signal, () => []),
      );
      for await (const answer of results) {
        signal.throwIfAborted();
        if (answer.answer === 'analysed') yield answer.analysed;
      }
      signal.throwIfAborted();
    },
    async close() {
      await Promise.all(crew.map((member) => member.dismiss()));
    },
  };
}
