import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openImports } from '../store/imports.ts';
import type { Archive } from './archive.ts';
import { startImport } from './importing.ts';

/**
 * Goes on with the imports that a kill or a closed window interrupted; one that was paused stays so. For hosts that live for
 * a while: a command that answers and ends leaves them alone.
 */
export function resumeImports(archive: Archive): void {
  const open = openImports(archive.database);
  sweepIncoming(
    archive,
    open.flatMap(({ sources }) => sources.incoming ?? []),
  );
  for (const known of open) {
    if (known.state !== 'running' && known.state !== 'paused') continue;
    if (!archive.jobs.runs(known.job)) startImport(archive, known.sources, known);
  }
}

/** Uploaded files whose import was never begun, or is done. */
function sweepIncoming({ folder }: Archive, wanted: readonly string[]): void {
  if (!existsSync(folder.incoming)) return;
  for (const name of readdirSync(folder.incoming)) {
    const path = join(folder.incoming, name);
    if (!wanted.includes(path)) rmSync(path, { recursive: true, force: true });
  }
}
