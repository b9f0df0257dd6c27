import { parentPort, workerData } from 'node:worker_threads';
import { type DocumentOrder, fulfil } from './document.ts';

/** The thread in which a document is made: one order in, one file (or the reason) out. */
try {
  const made = await fulfil(workerData as DocumentOrder);
  if (made instanceof Uint8Array) {
    const bytes = new Uint8Array(made);
    parentPort?.postMessage({ made: bytes }, [bytes.buffer]);
  } else parentPort?.postMessage({ made });
} catch (error) {
  parentPort?.postMessage({ reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
