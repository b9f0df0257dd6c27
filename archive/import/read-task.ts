import { closeSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { CoveredFile, Origin, ReadFile, RejectedRecord } from './analysis-pool.ts';
import type { ArticleRecord, Place } from './article-record.ts';
import { showsItsFormat } from './detect.ts';
import { isReadable, LARGEST_FILE, readFileOfAnyFormat, readPiece } from './formats.ts';
import { bytesHash, contentHash } from './plain.ts';
import { type FileReading, LONGEST_TEXT, refused } from './reading.ts';
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
  const take = ({ format, encoding, reads }: FileReading, skip = 0, ordinal?: number) => {
    const item = out.covered.length - 1;
    for (const [i, read] of reads.entries()) {
      if (i < skip) continue;
      const at = ordinal ?? (task.kind === 'lines' ? (read.place.record ?? task.first) : i + 1);
      if ('reason' in read) {
        out.rejections.push({ ...read.place, reason: read.reason, item, at });
        continue;
      }
      const { article: record, place } = read;
      if (record.body.length > LONGEST_TEXT) {
        out.rejections.push({ ...place, reason: 'too-large', item, at });
        continue;
      }
      const told = { encoding: read.encoding ?? encoding, format: read.format ?? format };
      out.articles.push({ record, place, hash: contentHash(record.title, record.body), ...told, item, at });
    }
  };
  if (task.kind === 'lines') {
    out.covered.push({ path: task.path, file: task.file, whole: false });
    take(await readPiece(task.format, task, task.first));
    return out;
  }
  if (task.kind === 'members') {
    out.covered.push({ path: task.path, file: task.file, whole: false });
    for (const [i, member] of task.members.entries()) {
      begin(i);
      const reading = 'reason' in member ? refused(member.file, '', member.reason) : await readFileOfAnyFormat(member);
      take(reading, 0, member.ordinal);
    }
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
    const { file, path, choices } = found;
    const reading = await readFileOfAnyFormat({ file, bytes, choices, beside: (name) => fileBeside(path, name) });
    take(reading, found.skip);
    if (reading.reads.some((read) => 'article' in read)) {
      const { format, encoding, clippings } = reading;
      out.files.push({
        file,
        path,
        hash: bytesHash(bytes),
        size: bytes.length,
        encoding,
        format,
        ...(clippings !== undefined && { clippings }),
      });
    }
  }
  return out;
}

/** So many bytes tell whether a file of an unknown name is worth reading. */
const BEGINNING = 1024;

function bytesOf({ path, file }: FoundFile): Uint8Array | { reason: 'missing' | 'unreadable' | 'unknown-format' } {
  try {
    if (!isReadable(file) && !showsItsFormat(beginningOf(path))) return { reason: 'unknown-format' };
    return readFileSync(path);
  } catch (error) {
    return { reason: isMissing(error) ? 'missing' : 'unreadable' };
  }
}

function beginningOf(path: string): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(BEGINNING);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

/** The bytes of a file in the same folder or below it. Links that lead out are followed nowhere. */
function fileBeside(path: string, name: string): Uint8Array | undefined {
  try {
    const folder = realpathSync(dirname(path));
    const beside = realpathSync(resolve(folder, name));
    if (!beside.startsWith(folder + sep) || statSync(beside).size > LARGEST_FILE) return undefined;
    return readFileSync(beside);
  } catch {
    return undefined;
  }
}
