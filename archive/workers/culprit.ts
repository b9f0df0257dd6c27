import type { ImportBatch } from '../import/analysis-pool.ts';
import type { WorkTask } from './messages.ts';

const NEWLINE = 10;

type Rejected = Pick<ImportBatch, 'covered' | 'rejections'>;

/**
 * What is left of a task that cost its worker twice: without the file that was in hand, or, of lines, both halves; one
 * line alone is rejected.
 *
 * @param item the number of the file in hand
 */
export function withoutCulprit(task: WorkTask, item: number): { rejected?: Rejected; rest: WorkTask[] } {
  if (task.kind === 'files') {
    const { path, file } = task.files[item]!;
    const files = task.files.filter((_, i) => i !== item);
    return {
      rejected: {
        covered: [{ path, file, whole: true }],
        rejections: [{ file, record: null, reason: 'broken', item: 0, at: 1 }],
      },
      rest: files.length === 0 ? [] : [{ kind: 'files', files }],
    };
  }
  const { bytes, first, path, file } = task;
  const border = middle(bytes);
  if (border === undefined) {
    return {
      rejected: {
        covered: [{ path, file, whole: false }],
        rejections: [{ file, record: first, reason: 'broken', item: 0, at: first }],
      },
      rest: [],
    };
  }
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
