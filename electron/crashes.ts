import { app } from 'electron';
import { fileLog, logFolder, noteCrashes } from '../archive/host/host-log.ts';

/** Crashes this far apart do not belong together, milliseconds. */
const forgiven = 60_000;

/** Counts crashes of one kind. @returns tells of a crash; true while what crashed may be started again */
export function crashCount(attempts: number): () => boolean {
  let crashes: number[] = [];
  return () => {
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < forgiven), now];
    return crashes.length < attempts;
  };
}

/**
 * Writes every crash of the desktop shell's processes into the program's journal: the main process, the windows' pages, the archive's
 * process. A page that crashed is loaded again.
 *
 * @returns the journal's writing end
 */
export function watchCrashes(): ReturnType<typeof fileLog> {
  const log = fileLog(logFolder());
  const mayReload = crashCount(3);
  const note = (name: string, reason: string) => log({ level: 'error', event: 'crash', name, cause: reason });
  noteCrashes(log, 'main');
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    note('window', `${reason} ${exitCode}`);
    if (mayReload()) contents.reload();
  });
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    if (reason !== 'clean-exit') note(name ?? type, `${reason} ${exitCode}`);
  });
  return log;
}
