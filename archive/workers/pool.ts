import { existsSync } from 'node:fs';
import type { DictionaryEntry } from '../entities/own-names.ts';
import type { AnalysisPool, ImportBatch } from '../import/analysis-pool.ts';
import { CrewMember, type CrewParts, WorkerLost } from './crew.ts';
import { withoutCulprit } from './culprit.ts';
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
/** Two such workers and the archive's own thread stay below a gigabyte and a half. */
const HEAP_MEGABYTES = 1024;
/** How often a task is given to a worker before what is in it is blamed. */
const ATTEMPTS = 2;
/** Tasks in hand or waiting for their turn, for each worker. */
const AHEAD = 2;

const NOTHING: ImportBatch = { articles: [], known: [], rejections: [], covered: [], files: [], segment: null };

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
  let names: readonly DictionaryEntry[] = [];

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

  /**
   * Reads a task. A task at which a worker is lost is tried once more; then its file in hand is rejected and the others
   * are read, or its lines are halved until the one line is found. Several batches, in order, when it was divided.
   */
  async function readTask(task: WorkTask, order: (task: WorkTask) => Promise<Answer>): Promise<ImportBatch[]> {
    let lost: WorkerLost | undefined;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        const answer = await order(task);
        if (answer.answer !== 'read') throw new Error('The worker answered another order');
        return [answer.batch];
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
        lost = error;
      }
    }
    const { rejected, rest } = withoutCulprit(task, lost!);
    const batches: ImportBatch[] = rejected === undefined ? [] : [{ ...NOTHING, ...rejected }];
    for (const part of rest) batches.push(...(await readTask(part, order)));
    return batches;
  }

  return {
    async *read(paths, { signal, known, progress, taken, choices }) {
      let records = 0;
      // The readers of all formats: not before something is read, for most starts of the program read nothing.
      const { tasks } = await import('../import/tasks.ts');
      const results = inOrder(
        tasks(paths, signal, taken, choices),
        workers * AHEAD,
        async ({ task, progress: place }) => {
          if (task.kind === 'report') {
            const { covered, rejections, files } = task;
            return { place, batches: [{ ...NOTHING, covered, rejections, files }] };
          }
          return {
            place,
            batches: await readTask(task, (part) => carryOut({ order: 'read', task: part, names }, signal, known)),
          };
        },
      );
      for await (const { batches, place } of results) {
        for (const batch of batches) {
          signal.throwIfAborted();
          records += batch.articles.length + batch.known.length + batch.rejections.length;
          progress({ ...place, records });
          yield batch;
        }
      }
      signal.throwIfAborted();
    },
    async *analyse(texts, signal) {
      const results = inOrder(texts, workers * AHEAD, (some) =>
        carryOut({ order: 'analyse', texts: some, names }, signal, () => []),
      );
      for await (const answer of results) {
        signal.throwIfAborted();
        if (answer.answer === 'analysed') yield answer.analysed;
      }
      signal.throwIfAborted();
    },
    teach(declared) {
      names = declared;
    },
    async close() {
      await Promise.all(crew.map((member) => member.dismiss()));
    },
  };
}
