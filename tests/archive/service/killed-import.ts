import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** How an import in a process of its own went. */
export interface ImportRun {
  /** Whether it came to its end: false when it was killed. */
  readonly ended: boolean;
  /** Records written, as far as was heard of. */
  readonly done: number;
  /** Milliseconds from the start of the process to its first word, and to its end. */
  readonly start: number;
  readonly whole: number;
}

/**
 * Imports into an archive in a process of its own, or goes on with the import that was begun there.
 *
 * @param told called with each number of records written; what it returns is the milliseconds until the process is killed
 * @param wait milliseconds from its start until it is killed, whatever it has done
 */
export function importApart(
  archive: string,
  path: string,
  { told = () => undefined, wait }: { told?: (done: number) => number | undefined; wait?: number } = {},
): Promise<ImportRun> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'importer.ts'), archive, path]);
    let errors = '';
    let done = 0;
    let start = 0;
    const kill = () => child.kill('SIGKILL');
    const timers = wait === undefined ? [] : [setTimeout(kill, wait)];
    child.stderr.on('data', (bytes) => {
      errors += bytes;
    });
    child.stdout.on('data', (bytes) => {
      start ||= performance.now() - begun;
      done = Number(String(bytes).trim().split(' ').at(-1));
      const moment = told(done);
      if (moment !== undefined) timers.push(setTimeout(kill, moment));
    });
    child.on('exit', (code, signal) => {
      for (const timer of timers) clearTimeout(timer);
      const whole = performance.now() - begun;
      if (signal === 'SIGKILL') resolve({ ended: false, done, start, whole });
      else if (code === 0 && errors === '') resolve({ ended: true, done, start, whole });
      else reject(new Error(`${code}: ${errors}`));
    });
  });
}
