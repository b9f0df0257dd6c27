import { closeSync, openSync, readSync } from 'node:fs';
import type { ReadProgress } from './analysis-pool.ts';
import type { FileChoices } from './choices.ts';
import { formatByName } from './detect.ts';
import { LARGEST_FILE } from './formats.ts';
import { type PiecedFormat, recordEnds } from './record-borders.ts';
import { recordPieces } from './record-pieces.ts';
import { guessColumns } from './tables/columns.ts';
import { delimitedRows, delimiterOf } from './tables/delimited.ts';
import type { PlacedTask } from './tasks.ts';
import { decodeText } from './text-bytes.ts';
import type { FoundFile } from './walk.ts';

/** Tables and mailboxes over this size are read in pieces; JSON Lines always are. */
const SMALL = 4 << 20;

/** The format of a file that is to be read in pieces; undefined for one that is read whole. */
export function piecedFormat({ file, path, size }: FoundFile): PiecedFormat | undefined {
  const format = formatByName(file);
  if (format !== 'jsonl' && format !== 'csv' && format !== 'mbox') return undefined;
  if (size === 0 || (format !== 'jsonl' && size <= (/\.gz$/i.test(file) ? SMALL / 8 : SMALL))) return undefined;
  return isWide(path) && size <= LARGEST_FILE ? undefined : format;
}

/** The tasks of a file that is read in pieces, in order; the last one tells how it ended. */
export async function* lineTasks(
  found: FoundFile,
  format: PiecedFormat,
  at: (file: string, more?: number) => Omit<ReadProgress, 'records'>,
): AsyncGenerator<PlacedTask> {
  const { path, file, size, skip = 0 } = found;
  const pieces = recordPieces(path, format);
  let encoding = '';
  let choices: FileChoices | undefined = found.choices;
  let next = await pieces.next();
  while (!next.done) {
    const { bytes, first, next: after, position } = next.value;
    if (encoding === '') {
      const decoded = decodeText(bytes.subarray(0, 1 << 18), undefined, choices?.encoding);
      encoding = 'encoding' in decoded ? decoded.encoding : '';
      // What holds for the first rows holds for all of them.
      if (format === 'csv' && 'text' in decoded)
        choices = { encoding: decoded.encoding, ...tableChoices(decoded.text), ...choices };
    }
    if (skip < after - 1) {
      const from = Math.max(first, skip + 1);
      const rest = from === first ? bytes : bytes.slice(recordOffset(format, bytes, from - first));
      const task = {
        kind: 'lines',
        format,
        path,
        file,
        first: from,
        bytes: rest,
        ...(choices && { choices }),
      } as const;
      yield { task, progress: at(file, position) };
    }
    next = await pieces.next();
  }
  const { hash, rejections } = next.value;
  const files = hash === undefined || encoding === '' ? [] : [{ path, file, hash, size, encoding, format }];
  yield {
    task: {
      kind: 'report',
      covered: [{ path, file, whole: true }],
      rejections: rejections.map((one) => ({ file, ...one, item: 0, at: one.record ?? 1 })),
      files,
    },
    progress: at(file, size),
  };
}

function tableChoices(text: string): FileChoices {
  const delimiter = delimiterOf(text);
  return { delimiter, columns: guessColumns(delimitedRows(text, delimiter).slice(0, -1)) };
}

/** Where the record begins that so many others come before. */
function recordOffset(format: PiecedFormat, bytes: Uint8Array, before: number): number {
  let count = 0;
  for (const end of recordEnds(format, bytes)) if (++count === before) return end;
  return bytes.length;
}

/** Whether a file begins like UTF-16, whose lines cannot be told by their bytes; then it is read whole. */
function isWide(path: string): boolean {
  try {
    const beginning = new Uint8Array(4);
    const handle = openSync(path, 'r');
    readSync(handle, beginning);
    closeSync(handle);
    const mark = (beginning[0]! << 8) | beginning[1]!;
    return mark === 0xfffe || mark === 0xfeff || beginning[0] === 0 || beginning[1] === 0;
  } catch {
    // The reader will say what is wrong with it.
    return false;
  }
}
