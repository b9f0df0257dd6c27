import { parentPort, workerData } from 'node:worker_threads';
import { readTask } from '../import/read-task.ts';
import { openAnalysis } from './analysis.ts';
import type { Answer, Order, WorkerStart } from './messages.ts';

/** The entry of an analysis worker: takes one order at a time and answers it. Whatever throws here ends the worker. */
const port = parentPort!;
const { resources, cursor } = workerData as WorkerStart;
const cells = new Int32Array(cursor);
const beat = () => Atomics.add(cells, 1, 1);
const analysis = openAnalysis(resources, beat);
beat();
const weigh = () => {
  const { heapTotal, external } = process.memoryUsage();
  Atomics.store(cells, 2, Math.round((heapTotal + external) / (1 << 20)));
};
let answered: (known: readonly boolean[]) => void = () => {};

const send = (answer: Answer, segment: Uint8Array | null = null) =>
  port.postMessage(answer, segment === null ? [] : [segment.buffer as ArrayBuffer]);

async function carryOut(order: Order): Promise<void> {
  if (order.order === 'known') {
    answered(order.known);
  } else if (order.order === 'analyse') {
    const analysed = analysis.texts(order.texts, order.names);
    weigh();
    send({ answer: 'analysed', analysed }, analysed.segment);
  } else {
    const reading = await readTask(order.task, (item) => {
      Atomics.store(cells, 0, item);
      beat();
    });
    const batch = analysis.batch(reading, await known(reading.articles.map(({ hash }) => hash)), order.names);
    weigh();
    send({ answer: 'read', batch }, batch.segment);
  }
}

function known(hashes: readonly string[]): Promise<readonly boolean[]> {
  if (hashes.length === 0) return Promise.resolve([]);
  return new Promise((resolve) => {
    answered = resolve;
    send({ answer: 'known?', hashes });
  });
}

port.on('message', (order: Order) => {
  carryOut(order).catch((error: unknown) => {
    // Out of the promise, so that the thread ends and the pool hears of it.
    queueMicrotask(() => {
      throw error;
    });
  });
});
