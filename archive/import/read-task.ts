import { readFileSync } from 'node:fs';
import type { ReadFile } from './analysis-pool.ts';
import type { ArticleRecord, Place, Read } from './article-record.ts';
import { readFileOfAnyFormat, readLineBytes } from './formats.ts';
import { bytesHash, contentHash } from './plain.ts';
import { type FileReading, refused } from './reading.ts';
import { refusalByName, type Task } from './tasks.ts';
import { type FoundFile, isMissing } from './walk.ts';

/** An article with what is known of it before analysis. */
export interface HashedArticle {
  readonly record: ArticleRecord;
  readonly place: Place;
  readonly hash: string;
  readonly encoding: string;
  readonly format: string;
}

export interface TaskReading {
  readonly articles: readonly HashedArticle[];
  readonly rejections: readonly Extract<Read, { reason: unknown }>[];
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
    rejections: [] as Extract<Read, { reason: unknown }>[],
    files: [] as ReadFile[],
  };
  const take = ({ format, encoding, reads }: FileReading) => {
    for (const read of reads) {
      if ('reason' in read) {
        out.rejections.push(read);
        continue;
      }
      const { article, place } = read;
      out.articles.push({ record: article, place, hash: contentHash(article.title, article.body), encoding, format });
    }
  };
  if (task.kind === 'lines') {
    take(readLineBytes(task, task.first));
    return out;
  }
  for (const [i, found] of task.files.entries()) {
    begin(i);
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
    take(reading);
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
