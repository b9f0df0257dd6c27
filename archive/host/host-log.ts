import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Log, LogLine } from '../service/log.ts';

/** The log is begun anew at this many bytes; one older file is kept. */
const limit = 1_000_000;

/** Where the program writes what went wrong: outside the archive, which may be carried away or handed on. */
export function logFolder(): string {
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library', 'Logs', 'podshivka');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? home, 'podshivka', 'logs');
  return join(process.env.XDG_STATE_HOME ?? join(home, '.local', 'state'), 'podshivka');
}

/** A log of one JSON object a line. A log that cannot be written is no reason to stop anything. */
export function fileLog(folder: string): Log {
  const file = join(folder, 'host.jsonl');
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > limit)
        renameSync(file, join(folder, 'host.old.jsonl'));
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...printable(line) })}\n`, {
        mode: 0o600,
      });
    } catch {
      // A full disk or a read-only home.
    }
  };
}

/**
 * Writes down what ends the process, before it ends.
 *
 * @param who which process it was
 */
export function noteCrashes(log: Log, who: string): void {
  process.on('uncaughtExceptionMonitor', (cause) => log({ level: 'error', event: 'crash', name: who, cause }));
}

function printable({ cause, ...line }: LogLine): object {
  if (cause === undefined) return line;
  return { ...line, cause: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
}
