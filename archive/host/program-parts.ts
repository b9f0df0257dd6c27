import { createPool } from '../workers/pool.ts';
import { fileLog, logFolder } from './host-log.ts';
import type { HostParts } from './open-host.ts';
import { resourcesFolder } from './resources.ts';

/** The parts of the installed program: its log on disk, and analysis workers over its own dictionary and model. */
export const programParts = (): HostParts => ({
  log: fileLog(logFolder()),
  pool: () => createPool({ resources: resourcesFolder() }),
});
