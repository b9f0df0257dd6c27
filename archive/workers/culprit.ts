import type { ImportBatch } from '../import/analysis-pool.ts';
import { recordEnds } from '../import/record-borders.ts';
import type { WorkerLost } from './crew.ts';
import type { WorkTask } from './messages.ts';

type Rejected = Pick<ImportBatch, 'covered' | 'rejections'>;

/**
 * What is left of a task that cost its worker twice: without the file that was in hand, or, of records, both halves;
 * one record alone is rejected.
 *
 * @param lost the number of the file in hand, and what it is rejected for
 */
export function withoutCulprit(
  task: WorkTask,
  { item, reason }: Pick<WorkerLost, 'item' | 'reason'>,
): {
  rejected?: Rejected;
  rest: WorkTask[];
} {
  if (task.kind === 'files') {
    const { path, file } = task.files[item]!;
    const files = task.files.filter((_, i) => i !== item);
    return {
      rejected: {
        covered: [{ path, file, whole: true }],
        rejections: [{ file, record: null, reason, item: 0, at: 1 }],
      },
      rest: files.length === 0 ? [] : [{ kind: 'files', files }],
    };
  }
  if (task.kind === 'members') {
    const { path, file } = task;
    const { file: name, ordinal } = task.members[item]!;
    const members = task.members.filter((_, i) => i !== item);
    return {
      rejected: {
        covered: [{ path, file, whole: false }],
        rejections: [{ file: name, record: null, reason, item: 0, at: ordinal }],
      },
      rest: members.length === 0 ? [] : [{ ...task, members }],
    };
  }
  const { bytes, first, path, file, format } = task;
  const ends = [...recordEnds(format, bytes)].filter((end) => end < bytes.length);
  const half = ends.findIndex((end) => end >= bytes.length >> 1);
  // The number of records before the border in the middle.
  const before = half < 0 ? ends.length : half + 1;
  const border = ends[before - 1];
  if (border === undefined) {
    return {
      rejected: {
        covered: [{ path, file, whole: false }],
        rejections: [{ file, record: first, reason, item: 0, at: first }],
      },
      rest: [],
    };
  }
  return {
    rest: [
      { ...task, bytes: bytes.slice(0, border) },
      { ...task, bytes: bytes.slice(border), first: first + before },
    ],
  };
}
