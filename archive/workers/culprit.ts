import type { Rejection } from '../contract/jobs.ts';
import type { WorkTask } from './messages.ts';

const NEWLINE = 10;

/**
 * What is left of a task that cost its worker twice: without the file that was in hand, or, of lines, both halves; one
 * line alone is rejected.
 *
 * @param item the number of the file in hand
 */
export function withoutCulprit(task: WorkTask, item: number): { rejection?: Rejection; rest: WorkTask[] } {
  if (task.kind === 'files') {
    const files = task.files.filter((_, i) => i !== item);
    const rejection: Rejection = { file: task.files[item]!.file, record: null, reason: 'broken' };
    return { rejection, rest: files.length === 0 ? [] : [{ kind: 'files', files }] };
  }
  const { bytes, first, file } = task;
  const border = middle(bytes);
  if (border === undefined) return { rejection: { file, record: first, reason: 'broken' }, rest: [] };
  const [before, after] = [bytes.slice(0, border), bytes.slice(border)];
  const lines = before.reduce((count, byte) => (byte === NEWLINE ? count + 1 : count), 0);
  return {
    rest: [
      { ...task, bytes: before },
      { ...task, bytes: after, first: first + lines },
    ],
  };
}

/** The beginning of the line nearest to the middle; undefined when there is one line. */
function middle(bytes: Uint8Array): number | undefined {
  const half = bytes.length >> 1;
  const later = bytes.indexOf(NEWLINE, half) + 1;
  if (later > 0 && later < bytes.length) return later;
  const earlier = bytes.lastIndexOf(NEWLINE, half - 1) + 1;
  return earlier > 0 && earlier < bytes.length ? earlier : undefined;
}
