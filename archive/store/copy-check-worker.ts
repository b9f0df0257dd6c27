import { parentPort, workerData } from 'node:worker_threads';
import type { Backup } from '../contract/backups.ts';
import { refusalOf } from '../contract/client.ts';
import type { RefusalCode } from '../contract/refusals.ts';
import { readCopy } from './database.ts';
import { figuresOf } from './figures.ts';

/** What the checking thread answers: what it found, or why the file cannot be looked through. */
export type CopyFindings =
  | {
      /** Faults found: damaged pages and broken references. */
      readonly damage: number;
      readonly figures: NonNullable<Backup['figures']>;
    }
  | { readonly refused: RefusalCode };

function look(path: string): CopyFindings {
  try {
    return readCopy(path, (copy) => {
      const pages = copy.all<{ integrity_check: string }>('PRAGMA integrity_check(100)');
      const broken = pages.filter(({ integrity_check }) => integrity_check !== 'ok').length;
      return { damage: broken + copy.all('PRAGMA foreign_key_check').length, figures: figuresOf(copy) };
    });
  } catch (error) {
    const refused = refusalOf(error)?.code;
    if (refused === undefined) throw error;
    return { refused };
  }
}

parentPort?.postMessage(look((workerData as { path: string }).path));
