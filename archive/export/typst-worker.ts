import { parentPort, workerData } from 'node:worker_threads';
import { type TypesettingOrder, typesetPdf } from './typst.ts';

/** The thread in which a digest is set: one order in, one file (or the reason) out. */
const order = workerData as TypesettingOrder;
try {
  const bytes = new Uint8Array(typesetPdf(order));
  parentPort?.postMessage({ bytes }, [bytes.buffer]);
} catch (error) {
  parentPort?.postMessage({ reason: error instanceof Error ? error.message : String(error) });
}
