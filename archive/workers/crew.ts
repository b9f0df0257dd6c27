import { Worker } from 'node:worker_threads';
import type { Answer, Order, WorkerStart } from './messages.ts';

/** A worker ended in the middle of an order, or took too long. */
export class WorkerLost extends Error {
  /** The number of the file it had in hand, and what that file is rejected for. */
  readonly item: number;
  readonly reason: 'too-large' | 'broken';

  constructor(item: number, cause: unknown) {
    super('An analysis worker was lost', { cause });
    this.item = item;
    this.reason = (cause as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken';
  }
}

type Known = (hashes: readonly string[]) => readonly boolean[];

export interface CrewParts {
  readonly entry: URL;
  readonly resources: string;
  /** Milliseconds without an answer, a new file in hand or a text analysed, after which a worker is given up. */
  readonly patience: number;
  /** Largest heap of one worker, megabytes. */
  readonly heap: number;
}

/**
 * Left to itself V8 gives each thread some hundred megabytes for young objects before it looks whether they are needed:
 * two workers took 300 MB more and were 7 % faster.
 */
const YOUNG_MEGABYTES = 12;
/**
 * A worker that holds so many megabytes after an order is replaced; a new one holds some 140. It remembers the spellings it
 * met, of which there is no end, and what a heavy file left behind goes back to the system with the thread alone.
 */
const FULL = 208;

/** One worker thread, started when there is work for it and again after a loss. Carries out one order at a time. */
export class CrewMember {
  readonly #parts: CrewParts;
  readonly #cursor = new SharedArrayBuffer(12);
  #worker: Worker | undefined;

  constructor(parts: CrewParts) {
    this.#parts = parts;
  }

  /**
   * Rejects with {@link WorkerLost} when the worker does not live to answer. When the signal is aborted the worker is
   * ended in the middle of its order, and the signal's reason rejects.
   */
  carryOut(order: Order, known: Known, signal: AbortSignal): Promise<Answer> {
    const cells = new Int32Array(this.#cursor);
    Atomics.store(cells, 0, 0);
    const worker = this.#started();
    return new Promise((resolve, reject) => {
      let seen = '';
      const watch = setInterval(() => {
        const now = `${Atomics.load(cells, 0)} ${Atomics.load(cells, 1)}`;
        if (now === seen) lost(new Error('No answer'));
        seen = now;
      }, this.#parts.patience);
      const end = () => {
        clearInterval(watch);
        signal.removeEventListener('abort', aborted);
        worker.off('message', heard).off('error', lost).off('exit', lost);
      };
      const giveUp = (reason: unknown) => {
        end();
        this.#worker = undefined;
        // What it does while it dies is of no interest.
        worker.on('error', () => {});
        worker.terminate().catch(() => {});
        reject(reason);
      };
      const lost = (cause: unknown) => {
        // One that never came to work is no fault of what it was given.
        const started = Atomics.load(cells, 1) > 0;
        giveUp(started ? new WorkerLost(Atomics.load(cells, 0), cause) : new Error('No worker starts', { cause }));
      };
      const aborted = () => giveUp(signal.reason);
      const heard = (answer: Answer) => {
        if (answer.answer === 'known?') {
          try {
            worker.postMessage({ order: 'known', known: known(answer.hashes) } satisfies Order);
          } catch (error) {
            giveUp(error);
          }
          return;
        }
        end();
        if (Atomics.load(cells, 2) > FULL) void this.dismiss();
        resolve(answer);
      };
      signal.addEventListener('abort', aborted);
      worker.on('message', heard).on('error', lost).on('exit', lost);
      worker.postMessage(order);
    });
  }

  async dismiss(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #started(): Worker {
    if (this.#worker === undefined) {
      new Int32Array(this.#cursor).fill(0);
      const start: WorkerStart = { resources: this.#parts.resources, cursor: this.#cursor };
      this.#worker = new Worker(this.#parts.entry, {
        workerData: start,
        resourceLimits: { maxOldGenerationSizeMb: this.#parts.heap, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      });
      this.#worker.unref();
    }
    return this.#worker;
  }
}
