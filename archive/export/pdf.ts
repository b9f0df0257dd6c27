import { Worker } from 'node:worker_threads';
import { type DigestInput, type DigestOptions, digestDefaults } from './digest.ts';
import { digestTemplate } from './digest-template.ts';
import { manuscript } from './manuscript.ts';
import type { TypesettingOrder } from './typst.ts';

/** What the host lends: where its fonts lie, and its own build of the typesetting thread. */
export interface PdfResources {
  /** Folders searched for TTF files, also below; «PT Serif» must be in one of them. */
  fonts: readonly string[];
  /** Where the build put `typst-worker`; by default it stands beside this file. */
  worker?: URL;
}

export interface JobHandle {
  signal?: AbortSignal;
  /** Articles done of all. Typesetting is one step: it reports the beginning and the end. */
  onProgress?: (done: number, total: number) => void;
}

const beside = () =>
  new URL(import.meta.url.endsWith('.ts') ? './typst-worker.ts' : './typst-worker.mjs', import.meta.url);

/**
 * Makes the PDF of a digest in a thread of its own. Rejects with the signal's reason when cancelled; the thread ends
 * as soon as the typesetter lets it. Any other rejection is a fault of the program.
 */
export async function makeDigest(
  input: DigestInput,
  options: Partial<DigestOptions>,
  resources: PdfResources,
  { signal, onProgress }: JobHandle = {},
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const total = input.items.length;
  onProgress?.(0, total);
  const chosen = { ...digestDefaults, ...options };
  const order: TypesettingOrder = {
    template: digestTemplate,
    manuscript: JSON.stringify(manuscript(input, chosen)),
    fonts: resources.fonts,
    standard: chosen.standard,
    time: Math.floor(Date.parse(input.today) / 1000),
  };
  const bytes = await inThread(order, resources.worker ?? beside(), signal);
  onProgress?.(total, total);
  return bytes;
}

function inThread(order: TypesettingOrder, file: URL, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const worker = new Worker(file, { workerData: order });
  const cancel = () => {
    reject(signal?.reason);
    worker.terminate().catch(() => undefined);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  worker.once('message', (answer: { bytes: Uint8Array } | { reason: string }) => {
    if ('bytes' in answer) resolve(answer.bytes);
    else reject(new Error(answer.reason));
  });
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the typesetting thread ended with ${code}`)));
  return promise.finally(() => signal?.removeEventListener('abort', cancel));
}
