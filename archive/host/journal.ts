import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { JournalLine } from '../contract/keeping.ts';

/**
 * The newest lines of the log, the newest first. A line that was cut by a crash, or is of another version, is left out.
 *
 * @param folder where `fileLog` writes
 */
export function readJournal(folder: string, limit: number): JournalLine[] {
  const lines: JournalLine[] = [];
  for (const name of ['host.jsonl', 'host.old.jsonl']) {
    for (const text of linesOf(join(folder, name)).toReversed()) {
      const line = lineOf(text);
      if (line !== undefined) lines.push(line);
      if (lines.length === limit) return lines;
    }
  }
  return lines;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return []; // nothing was logged yet
  }
}

function lineOf(text: string): JournalLine | undefined {
  try {
    const { at, level, event, name, milliseconds, cause } = JSON.parse(text) as Record<string, unknown>;
    if (typeof at !== 'string' || typeof event !== 'string' || typeof name !== 'string') return undefined;
    return {
      at,
      level: level === 'error' ? 'error' : 'info',
      event,
      name,
      milliseconds: typeof milliseconds === 'number' ? milliseconds : null,
      // The person may pass the text on: whose computer it was is nobody's business.
      cause: typeof cause === 'string' ? cause.replaceAll(homedir(), '~') : null,
    };
  } catch {
    return undefined;
  }
}
