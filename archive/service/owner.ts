import { join } from 'node:path';
import { type Owner, readOwner } from '../store/owner.ts';

export type { Owner };

/** Who holds the archive in a folder, for a second start that was refused with ARCHIVE_IN_USE. */
export const archiveOwner = (folder: string): Owner | undefined => readOwner({ owner: join(folder, 'owner.json') });
