import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ArchiveFolder } from './archive-folder.ts';

/**
 * Who holds an archive. The lock itself is the operating system's lock on the database, see `database.ts`; this note
 * only tells a second start whom to ask, and may be left over from a process that was killed.
 */
export interface Owner {
  readonly pid: number;
  readonly machine: string;
  /** Where the owner may be reached; null when it serves no one but itself. */
  readonly address: string | null;
}

export function writeOwner(folder: ArchiveFolder, address: string | null): void {
  const owner: Owner = { pid: process.pid, machine: hostname(), address };
  // The address may carry the key that lets a second start in: for the owner's eyes only.
  writeFileSync(folder.owner, JSON.stringify(owner), { mode: 0o600 });
  chmodSync(folder.owner, 0o600);
}

export function readOwner(folder: Pick<ArchiveFolder, 'owner'>): Owner | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(folder.owner, 'utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, machine, address } = value as Partial<Owner>;
    if (typeof pid !== 'number' || typeof machine !== 'string') return undefined;
    return { pid, machine, address: typeof address === 'string' ? address : null };
  } catch {
    return undefined; // not there, or half written by a process that was killed
  }
}

export function forgetOwner(folder: ArchiveFolder): void {
  rmSync(folder.owner, { force: true });
}
