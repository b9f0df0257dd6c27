import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupReason, RestorePreview } from '../contract/backups.ts';
import { backupReason } from '../contract/backups.ts';
import { refuse } from '../contract/refuse.ts';
import type { ArchiveFolder } from './archive-folder.ts';
import { checkCopy } from './copy-check.ts';
import { type Database, type ReadableDatabase, readCopy, settleCopy } from './database.ts';
import { figuresOf } from './figures.ts';
import { backupName } from './migrations.ts';

const named = /^(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3})Z ([a-z]+)(?:-\d+)?\.sqlite$/;

/** The backups of an archive, the newest first; figures are read when they are asked for. */
export function listBackups(folder: Pick<ArchiveFolder, 'backups'>): Omit<Backup, 'figures'>[] {
  return names(folder)
    .flatMap((id) => {
      const [, moment = '', why] = named.exec(id) ?? [];
      const reason = backupReason.safeParse(why);
      const file = statSync(join(folder.backups, id), { throwIfNoEntry: false });
      if (!reason.success || file === undefined) return [];
      const madeAt = `${moment.slice(0, 13)}:${moment.slice(14, 16)}:${moment.slice(17, 19)}.${moment.slice(20)}Z`;
      return [{ id, madeAt, reason: reason.data, size: file.size }];
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

function names({ backups }: Pick<ArchiveFolder, 'backups'>): string[] {
  try {
    return readdirSync(backups);
  } catch {
    return []; // the folder was taken away: then there are none
  }
}

/** Where a backup lies. @throws a refusal: NOT_FOUND, also for a name that is none of a backup */
export function backupPath(folder: Pick<ArchiveFolder, 'backups'>, id: string): string {
  const path = join(folder.backups, id);
  return named.test(id) && statSync(path, { throwIfNoEntry: false })?.isFile() ? path : refuse('NOT_FOUND');
}

/** What a backup holds; null when it cannot be read. */
export function backupFigures(path: string): Backup['figures'] {
  try {
    return readCopy(path, figuresOf);
  } catch {
    return null;
  }
}

/**
 * Copies the database while it is in use, and checks the copy: SQLite's own check, its references, and what it holds. Only a
 * copy that is whole gets a backup's name.
 *
 * @throws a refusal: DISK_FULL; the signal's reason when it is aborted
 * @returns the backup's id
 */
export async function makeBackup(
  database: Database,
  folder: Pick<ArchiveFolder, 'backups'>,
  why: BackupReason,
  { signal, progress }: { signal: AbortSignal; progress(done: number, total: number): void },
): Promise<string> {
  const id = backupName(new Date(), why);
  const aside = join(folder.backups, `${id}.part`);
  try {
    const before = figuresOf(database);
    await database.copyTo(aside, (done, total) => {
      signal.throwIfAborted();
      progress(done, total);
    });
    const after = figuresOf(database);
    settleCopy(aside);
    const { damage, figures } = await checkCopy(aside, signal);
    const still = JSON.stringify(before) === JSON.stringify(after);
    if (damage > 0 || (still && JSON.stringify(figures) !== JSON.stringify(after))) {
      throw new Error(`the copy is not whole: ${damage} faults, ${JSON.stringify({ figures, after })}`);
    }
    sync(aside);
    renameSync(aside, join(folder.backups, id));
    return id;
  } catch (error) {
    rmSync(aside, { force: true });
    rmSync(`${aside}-journal`, { force: true });
    throw error;
  }
}

/** Waits until a file is on the disk. */
export function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Of the backups, those to delete so that few remain of what was made by itself; what was asked for always stays. */
export function surplusBackups(
  backups: readonly Pick<Backup, 'id' | 'reason'>[],
  keep: { daily: number; others: number },
): string[] {
  const left = new Map<BackupReason, number>([
    ['daily', keep.daily],
    ['schema', keep.others],
    ['restore', keep.others],
    ['merge', keep.others],
  ]);
  return backups.flatMap(({ id, reason }) => {
    const more = left.get(reason);
    if (more === undefined) return [];
    left.set(reason, more - 1);
    return more > 0 ? [] : [id];
  });
}

/**
 * Deletes a backup. Originals that only it needed are written down as doomed.
 *
 * @throws a refusal: NOT_FOUND
 */
export function removeBackup(database: Database, folder: Pick<ArchiveFolder, 'backups'>, id: string): void {
  const path = backupPath(folder, id);
  const hashes = originalsOf(path);
  rmSync(path);
  database.transaction(() => {
    for (const hash of hashes) {
      database.run('INSERT OR IGNORE INTO doomed_original (hash) VALUES (?)', Buffer.from(hash, 'hex'));
    }
  });
}

/** Hashes of all originals that some backup names. */
export function originalsNeededByBackups(folder: Pick<ArchiveFolder, 'backups'>): Set<string> {
  return new Set(listBackups(folder).flatMap(({ id }) => originalsOf(join(folder.backups, id))));
}

function originalsOf(path: string): string[] {
  try {
    return readCopy(path, (copy) =>
      copy.all<{ hash: string }>('SELECT DISTINCT lower(hex(original)) AS hash FROM import_file'),
    ).map(({ hash }) => hash);
  } catch {
    return []; // damaged: what it needed cannot be told
  }
}

/** What a person or an import has changed, as a text: equal texts mean equal archives. */
function stateOf(database: ReadableDatabase): string {
  const row = database.first<{ state: string }>(`SELECT
    (SELECT group_concat(name || ' ' || seq) FROM (SELECT name, seq FROM sqlite_sequence
      WHERE name NOT IN ('visit', 'watched_folder', 'watched_file') ORDER BY name))
    || '|' || (SELECT count(*) FROM article WHERE removed_at IS NOT NULL)
    || '|' || (SELECT count(*) || ' ' || ifnull(sum(undone), 0) FROM step)
    || '|' || (SELECT ifnull(sum(added + updated + known), 0) FROM import) AS state`);
  return row?.state ?? '';
}

/** Whether the newest backup holds what the archive holds now. */
export function isBackedUp(database: Database, folder: Pick<ArchiveFolder, 'backups'>): boolean {
  const [newest] = listBackups(folder);
  if (newest === undefined) return database.first('SELECT 1 AS one FROM article LIMIT 1') === undefined;
  try {
    return readCopy(join(folder.backups, newest.id), stateOf) === stateOf(database);
  } catch {
    return false;
  }
}

const shownGone = 5;

/**
 * What would change if a copy took the place of the archive. Rows are told by their ids, which are never given twice.
 *
 * @throws a refusal: NOT_FOUND, ARCHIVE_FOREIGN, ARCHIVE_DAMAGED
 */
export function comparedWith(database: Database, path: string): RestorePreview {
  return database.beside(path, 'copy', () => {
    const difference = (table: string, living: string, differ: string) => {
      const from = (one: string) => `SELECT * FROM ${one}.${table} t WHERE ${living.replaceAll('@', one)}`;
      const count = (sql: string) => Number(database.first(`SELECT count(*) AS n FROM ${sql}`)?.n);
      return {
        back: count(`(${from('copy')}) c WHERE c.id NOT IN (SELECT id FROM (${from('main')}))`),
        gone: count(`(${from('main')}) m WHERE m.id NOT IN (SELECT id FROM (${from('copy')}))`),
        changed: count(`(${from('main')}) m JOIN (${from('copy')}) c ON c.id = m.id WHERE ${differ}`),
      };
    };
    const ofLiving = 't.article IN (SELECT id FROM @.article WHERE removed_at IS NULL)';
    return {
      articles: difference('article', 't.removed_at IS NULL', 'm.hash <> c.hash'),
      annotations: difference('annotation', ofLiving, 'm.changed_at <> c.changed_at'),
      selections: difference('selection', '1', 'm.changed_at <> c.changed_at'),
      gone: database
        .all<{ title: string }>(
          `SELECT title FROM main.article WHERE removed_at IS NULL
             AND id NOT IN (SELECT id FROM copy.article WHERE removed_at IS NULL) ORDER BY id LIMIT ${shownGone}`,
        )
        .map(({ title }) => title),
    };
  });
}
