import { Worker } from 'node:worker_threads';
import type { DigestInput, DigestOptions } from './digest.ts';
import type { DocumentFormat, DocumentOrder } from './document.ts';
import type { TableOrder } from './xlsx.ts';

/** What the host lends: where its fonts lie, and its own build of the thread. */
export interface DocumentResources {
  /** Folders searched for TTF files, also below; «PT Serif» must be in one of them. */
  fonts: readonly string[];
  /** Where the build put `document-worker`; by default it stands beside this file. */
  worker?: URL;
}

/** Makes a document in a thread. Rejects with the signal's reason when cancelled; any other rejection is a fault of ours. */
export async function makeDocument(
  make: DocumentFormat,
  input: DigestInput,
  options: Partial<DigestOptions>,
  resources: DocumentResources,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return (await inThread({ make, input, options, fonts: resources.fonts }, resources, signal)) as Uint8Array;
}

/** The pages of a document as one drawing, one under another. */
export async function drawPages(
  input: DigestInput,
  options: Partial<DigestOptions>,
  resources: DocumentResources,
  signal?: AbortSignal,
): Promise<{ svg: string; pages: number }> {
  const order = { make: 'pages', input, options, fonts: resources.fonts } as const;
  return (await inThread(order, resources, signal)) as { svg: string; pages: number };
}

export async function makeTable(
  table: TableOrder,
  resources: Pick<DocumentResources, 'worker'>,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return (await inThread({ make: 'xlsx', table }, resources, signal)) as Uint8Array;
}

const beside = () =>
  new URL(import.meta.url.endsWith('.ts') ? './document-worker.ts' : './document-worker.mjs', import.meta.url);

/** Threads that were told to stop and are still setting type: the native typesetter hears of it between two steps. */
let ending: Promise<unknown> = Promise.resolve();

async function inThread(
  order: DocumentOrder,
  { worker: file = beside() }: Pick<DocumentResources, 'worker'>,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  signal?.throwIfAborted();
  // Never two typesetters at once because of a cancelled one: memory is what runs out first.
  await ending;
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const worker = new Worker(file, { workerData: order });
  const cancel = () => {
    reject(signal?.reason);
    ending = worker.terminate().catch(() => undefined);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  worker.once('message', (answer: { made: unknown } | { reason: string }) => {
    if ('made' in answer) resolve(answer.made);
    else reject(new Error(answer.reason));
  });
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the thread of a document ended with ${code}`)));
  return promise.finally(() => signal?.removeEventListener('abort', cancel));
}
