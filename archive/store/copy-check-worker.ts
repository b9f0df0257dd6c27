import { parentPort, workerData } from 'node:worker_threads';
import type { Backup } from '../contract/backups.ts';
import { readCopy } from './database.ts';
import { figuresOf } from './figures.ts';

/** What the checking thread answers. */
export interface CopyFindings {
  /** Faults found: damaged pages and broken references. */
  readonly damage: number;
  readonly figures: NonNullable<Backup['figures']>;
}

const { path } = workerData as { path: string };
const findings = readCopy(path, (copy): CopyFindings => {
  const pages = copy.all<{ integrity_check: string }>('PRAGMA integrity_check(100)');
  const broken = pages.filter(({ integrity_check }) => integrity_check !== 'ok').length;
  return { damage: broken + copy.all('PRAGMA foreign_key_check').length, figures: figuresOf(copy) };
});
parentPort?.postMessage(findings);
