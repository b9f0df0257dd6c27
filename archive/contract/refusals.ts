import { z } from 'zod';

/**
 * The closed list of refusals: what a request can be answered with instead of a result. Each code has exactly one
 * sentence for the person in `renderer/i18n`; a code without a sentence does not compile there.
 * Everything else that goes wrong is a fault of the program: it is logged with its cause and crosses as an internal
 * error, without a path and without text of an article.
 */
export const refusalCodes = [
  'NOT_FOUND', // the article, entity, annotation, selection or job is not (any longer) in the archive
  'FOLDER_MISSING', // a path does not exist
  'FOLDER_UNREADABLE', // a path exists but may not be read
  'ARCHIVE_NEWER', // the archive was made by a later version of the program
  'ARCHIVE_FOREIGN', // the folder is not an archive, the file is no database or no portable archive
  'ARCHIVE_DAMAGED', // the archive's database is damaged: a backup can take its place
  'ARCHIVE_IN_USE', // another process owns the archive
  'DISK_FULL', // the file system has no room; nothing that was written before is lost
  'NOTHING_TO_EXPORT', // the selection or the query has no articles
  'PICTURE_UNREADABLE', // the picture for a cover is damaged, or is none
  'NOTHING_TO_UNDO', // the log of undoable steps is empty
  'BUSY', // another job must end first
  'CONFLICT', // the thing was changed meanwhile in another window
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What travels with a refusal: at most the name of the thing, as the person gave it. */
export const refusalDetail = z.object({ subject: z.string().optional() });
