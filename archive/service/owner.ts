/** Who holds an archive, for a second start that was refused with ARCHIVE_IN_USE. */
export { type Owner, readOwner } from '../store/owner.ts';
