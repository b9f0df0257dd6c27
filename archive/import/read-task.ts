import { readFileSync } from 'node:fs';
import type { CoveredFile, Origin, ReadFile, RejectedRecord } from './analysis-pool.ts';
import type { ArticleRecord, Place } from './article-record.ts';
import { readFileOfAnyFormat, readLineBytes } from './formats.ts';
import { bytesHash, contentHash } from './plain.ts';
import { type FileReading, refused } from './reading.ts';
import { refusalByName, type Task } from './tasks.ts';
import { type FoundFile, isMissing } from './walk.ts';

/** An article with what is known of it before analysis. */
export interface HashedArticle extends Origin {
  readonly record: ArticleRecord;
  readonly place: Place;
  readonly hash: string;
  readonly encoding: string;
  readonly format: string;
}

export interface TaskReading {
  readonly articles: readonly HashedArticle[];
  readonly rejections: readonly RejectedRecord[];
  readonly covered: readonly CoveredFile[];
  readonly files: readonly ReadFile[];
}

/**
 * Reads the records of a task. Never throws for what is in a file.
 *
 * @param begin called with the number of each file before it is read, so that a crash can be laid at its door
 */
export async function readTask(
  task: Exclude<Task, { kind: 'report' }>,
  begin: (item: number) => void,
): Promise<TaskReading> {
  const out = {
    articles: [] as HashedArticle[],
    rejections: [] as RejectedRecord[],
    covered: [] as CoveredFile[],
    files: [] as ReadFile[],
  };
  const take = ({ format, encoding, reads }: FileReading, skip = 0) => {
    const item = out.covered.length - 1;
    for (const [i, read] of reads.entries()) {
      if (i < skip) continue;
      const at = task.kind === 'lines' ? (read.place.record ?? task.first) : i + 1;
      if ('reason' in read) {
        out.rejections.push({ ...read.place, reason: read.reason, item, at });
        continue;
      }
      const { article: record, place } = read;
      out.articles.push({ record, place, hash: contentHash(record.title, record.body), encoding, format, item, at });
    }
  };
  if (task.kind === 'lines') {
    out.covered.push({ path: task.path, file: task.file, whole: false });
    take(readLineBytes(task, task.first));
    return out;
  }
  for (const [i, found] of task.files.entries()) {
    begin(i);
    out.covered.push({ path: found.path, file: found.file, whole: true });
    const refusal = refusalByName(found);
    if (refusal !== undefined) {
      take(refused(found.file, '', refusal));
      continue;
    }
    const bytes = bytesOf(found);
    if (!(bytes instanceof Uint8Array)) {
      take(refused(found.file, '', bytes.reason));
      continue;
    }
    const reading = await readFileOfAnyFormat({ file: found.file, bytes });
    take(reading, found.skip);
    if (reading.reads.some((read) => 'article' in read)) {
      const { format, encoding } = reading;
      out.files.push({
        file: found.file,
        path: found.path,
        hash: bytesHash(bytes),
        size: bytes.length,
        encoding,
        format,
      });
    }
  }
  return out;
}

function bytesOf({ path }: FoundFile): Uint8Array | { reason: 'missing' | 'unreadable' } {
  try {
    return readFileSync(path);
  } catch (error) {
    return { reason: isMissing(error) ? 'missing' : 'unreadable' };
  }
}
