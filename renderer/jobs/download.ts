import type { Job } from '../../archive/contract/jobs.ts';
import { bridge } from '../bridge.ts';

/**
 * Lets the browser keep the file a job made. The desktop shell wrote it where the person chose, so there is nothing
 * to do there.
 */
export function downloadFrom(job: Job): void {
  if (bridge() !== undefined || job.file === null) return;
  const link = document.createElement('a');
  link.href = `/exports/${encodeURIComponent(job.id)}`;
  link.download = job.file;
  link.click();
}

/** Lets the person keep a text made in the window. */
export const saveText = (name: string, type: string, text: string): void => saveBlob(name, new Blob([text], { type }));

/** Lets the person keep a file made in the window. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
