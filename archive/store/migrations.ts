import { join } from 'node:path';
import { refuse } from '../contract/refuse.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import type { Database } from './database.ts';
import { theArchive } from './migrations/0001-the-archive.ts';
import { theIntake } from './migrations/0002-the-intake.ts';
import { theBin } from './migrations/0003-the-bin.ts';
import { theVisits } from './migrations/0004-the-visits.ts';
import { theGlossary } from './migrations/0005-the-glossary.ts';
import { theNotes } from './migrations/0006-the-notes.ts';
import { theVotes } from './migrations/0007-the-votes.ts';
import { theDigests } from './migrations/0008-the-digests.ts';
import { theKeptVote } from './migrations/0009-the-kept-vote.ts';

/** The steps from an empty database to the present schema. A released step is never edited; a new one is appended. */
export const migrations: readonly string[] = [
  theArchive,
  theIntake,
  theBin,
  theVisits,
  theGlossary,
  theNotes,
  theVotes,
  theDigests,
  theKeptVote,
];

/** Marks a SQLite file as an archive of this program («ПОДШ», see PRAGMA application_id). */
const applicationId = 0x504f4453;

/** The number of the schema that a database has; 0 for a new one. */
export function schemaOf(database: Database): number {
  return Number(database.first('PRAGMA user_version')?.user_version ?? 0);
}

/**
 * Brings the database to the present schema, one transaction a step. An archive that holds something is copied into
 * `backups` first, unless it is a copy itself (`keep` is false).
 *
 * @throws a refusal: ARCHIVE_NEWER, ARCHIVE_FOREIGN, DISK_FULL; the database is then as it was
 */
export function migrate(
  database: Database,
  folder: Pick<ArchiveFolder, 'name' | 'backups'>,
  steps: readonly string[] = migrations,
  { keep = true } = {},
): void {
  const from = schemaOf(database);
  if (from > steps.length) refuse('ARCHIVE_NEWER', folder.name);
  const id = database.first('PRAGMA application_id')?.application_id;
  const tables = Number(database.first('SELECT count(*) AS n FROM sqlite_schema')?.n);
  if (id !== applicationId && tables > 0) refuse('ARCHIVE_FOREIGN', folder.name);
  if (from === steps.length) return;
  if (from > 0 && keep) database.copyAtOnce(join(folder.backups, backupName(new Date(), `schema-${from}`)));
  for (let step = from; step < steps.length; step++) {
    database.transaction(() => {
      database.script(steps[step]!);
      database.script(`PRAGMA user_version = ${step + 1}; PRAGMA application_id = ${applicationId};`);
    });
  }
}

/** The name of a backup: its moment in UTC, so that names sort by age, and why it was made. */
export function backupName(moment: Date, why: string): string {
  return `${moment.toISOString().replaceAll(':', '-').replace('.', '-')} ${why}.sqlite`;
}
