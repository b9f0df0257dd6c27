import { Worker } from 'node:worker_threads';
import { refuse } from '../contract/refuse.ts';
import type { CopyFindings } from './copy-check-worker.ts';

const beside = () =>
  new URL(import.meta.url.endsWith('.ts') ? './copy-check-worker.ts' : './copy-check-worker.mjs', import.meta.url);

/**
 * Looks through a copy of a database from its first page to its last, in a thread of its own: of a large archive that takes
 * seconds.
 *
 * @throws the signal's reason when it is aborted; a refusal: ARCHIVE_FOREIGN when it is no database, ARCHIVE_DAMAGED when its
 *   pages cannot even be read
 */
export async function checkCopy(
  path: string,
  signal: AbortSignal,
): Promise<Exclude<CopyFindings, { refused: unknown }>> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<CopyFindings>();
  const worker = new Worker(beside(), { workerData: { path } });
  const cancel = () => {
    reject(signal.reason);
    worker.terminate().catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the checking thread ended with ${code}`)));
  const found = await promise.finally(() => signal.removeEventListener('abort', cancel));
  return 'refused' in found ? refuse(found.refused) : found;
}
