import { createPool } from '../workers/pool.ts';
import { fileLog, logFolder } from './host-log.ts';
import { readJournal } from './journal.ts';
import type { HostParts } from './open-host.ts';
import { resourcesFolder } from './resources.ts';

/** The parts of the installed program: its log on disk, and analysis workers over its own dictionary and model. */
export const programParts = (): HostParts => ({
  log: fileLog(logFolder()),
  journal: (limit) => readJournal(logFolder(), limit),
  pool: () => createPool({ resources: resourcesFolder() }),
});
