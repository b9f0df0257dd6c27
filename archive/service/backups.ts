import { join } from 'node:path';
import type { Backup, BackupReason } from '../contract/backups.ts';
import { backupFigures, isBackedUp, listBackups, makeBackup, removeBackup, surplusBackups } from '../store/backups.ts';
import { readSettings } from '../store/settings.ts';
import type { Archive } from './archive.ts';
import type { JobWork } from './jobs.ts';
import { sweepOriginals } from './removal.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** The first look comes when the window has long been usable. */
const firstLook = 60_000;
/** Of the backups made before something, so many of each kind are kept. */
const othersKept = 5;

/** The backups of an open archive: made on request and day by day, listed, thinned out. */
export class Backups {
  readonly #archive: Archive;
  readonly #figures = new Map<string, Backup['figures']>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** The newest first. A backup is never changed, so what it holds is read once. */
  list(): Backup[] {
    const { folder } = this.#archive;
    return listBackups(folder).map((backup) => {
      const key = `${backup.id} ${backup.size}`;
      const known = this.#figures.get(key);
      const figures = known === undefined ? backupFigures(join(folder.backups, backup.id)) : known;
      this.#figures.set(key, figures);
      return { ...backup, figures };
    });
  }

  /** Starts a backup. @returns the job */
  start(why: BackupReason): string {
    return this.#archive.jobs.start('backup', async (job) => {
      await this.copy(why, job);
      await this.thinOut();
    });
  }

  /** Makes a backup as part of a job. @returns its id */
  async copy(why: BackupReason, { signal, report }: Pick<JobWork, 'signal' | 'report'>): Promise<string> {
    const { database, folder, changes } = this.#archive;
    const id = await makeBackup(database, folder, why, {
      signal,
      progress: (done, total) => report({ done, total }),
    });
    changes.publish('backups');
    return id;
  }

  /** Deletes the backups that are too many. */
  async thinOut(): Promise<void> {
    const { database, folder, changes } = this.#archive;
    const { backupsKept } = readSettings(database);
    const surplus = surplusBackups(listBackups(folder), { daily: backupsKept, others: othersKept });
    if (surplus.length === 0) return;
    for (const id of surplus) removeBackup(database, folder, id);
    await sweepOriginals(this.#archive);
    changes.publish('backups');
  }

  /** @throws a refusal: NOT_FOUND */
  async remove(id: string): Promise<void> {
    const { database, folder, changes } = this.#archive;
    removeBackup(database, folder, id);
    await sweepOriginals(this.#archive);
    changes.publish('backups');
  }

  /** Looks from now on, hour by hour, whether a day's backup is due: for hosts that live long. */
  keepDaily(): void {
    const look = () => {
      if (this.due(Date.now())) this.start('daily');
      this.#timer = setTimeout(look, hour).unref();
    };
    this.#timer ??= setTimeout(look, firstLook).unref();
  }

  /** Whether a day has passed since the newest backup, and something was changed since; `now` in milliseconds. */
  due(now: number): boolean {
    const { database, folder, jobs } = this.#archive;
    if (!readSettings(database).dailyBackup || jobs.running('').length > 0) return false;
    const [newest] = listBackups(folder);
    return (newest === undefined || now - Date.parse(newest.madeAt) >= day) && !isBackedUp(database, folder);
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
