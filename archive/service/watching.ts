import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WatchedFolder } from '../contract/intake.ts';
import { type FileLook, filesBelow, lookAt, watchFolder } from '../import/folder-watch.ts';
import { openImports } from '../store/imports.ts';
import {
  filesInState,
  ledgerCounts,
  ledgerFile,
  noteChecked,
  noteGone,
  noteLook,
  noteThere,
  presentFiles,
  type StoredFolder,
  storedFolder,
  watchedFolders,
} from '../store/watched.ts';
import type { Archive } from './archive.ts';
import { startImport } from './importing.ts';

/** Milliseconds that watching lives by; a test makes them short. */
export interface WatchingRhythm {
  /** A file that was the same so long ago is whole. */
  readonly stable: number;
  /** From one look through all files to the next, where the system tells of changes, and where it does not. */
  readonly check: number;
  readonly poll: number;
}

const usual: WatchingRhythm = { stable: 2_000, check: 600_000, poll: 30_000 };
/** Files taken by one import; the rest follows. */
const portion = 2_000;

interface Watched {
  readonly watch: { close(): Promise<void> } | undefined;
  readonly timer: NodeJS.Timeout;
}

/**
 * The folders that are watched. What the system tells and what a look through all files finds goes into the ledger; what has
 * not changed for a while is imported; the outcome is noted when the import has ended. A file that is gone takes nothing
 * with it.
 */
export class Watching {
  readonly #archive: Archive;
  readonly #rhythm: WatchingRhythm;
  readonly #watched = new Map<number, Watched>();
  readonly #settling = new Map<number, NodeJS.Timeout>();
  readonly #polled = new Set<number>();
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(archive: Archive, rhythm: WatchingRhythm = usual) {
    this.#archive = archive;
    this.#rhythm = rhythm;
  }

  /** Begins to watch every folder of the archive, each with a look through all its files. */
  start(): void {
    for (const folder of watchedFolders(this.#archive.database)) this.begin(folder);
  }

  begin(folder: StoredFolder): void {
    if (this.#closed) return;
    void this.end(folder.id);
    const polling = folder.polling || !existsSync(folder.path);
    const watch = polling
      ? undefined
      : watchFolder(
          folder.path,
          (file) => void this.#inTurn(() => this.#note(folder, file)),
          () => this.#poll(folder),
        );
    if (polling) this.#polled.add(folder.id);
    else this.#polled.delete(folder.id);
    const timer = setInterval(() => void this.check(folder.id), polling ? this.#rhythm.poll : this.#rhythm.check);
    timer.unref();
    this.#watched.set(folder.id, { watch, timer });
    void this.check(folder.id);
  }

  async end(id: number): Promise<void> {
    const watched = this.#watched.get(id);
    this.#watched.delete(id);
    clearInterval(watched?.timer);
    clearTimeout(this.#settling.get(id));
    this.#settling.delete(id);
    await watched?.watch?.close();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#watched.keys()].map((id) => this.end(id)));
    await this.#last;
  }

  state(folder: StoredFolder): WatchedFolder {
    const { id, path, polling, checkedAt } = folder;
    const state = !existsSync(path) ? 'away' : this.#polled.has(id) ? 'polled' : 'watched';
    return {
      id,
      path,
      name: basename(path),
      polling,
      state,
      ...ledgerCounts(this.#archive.database, id),
      checkedAt: checkedAt === null ? null : new Date(checkedAt).toISOString(),
    };
  }

  /** Looks through all files of a folder, and takes what is new or has changed. */
  check(id: number): Promise<void> {
    return this.#inTurn(async () => {
      const folder = storedFolder(this.#archive.database, id);
      // A drive that is not plugged in says nothing of its files.
      if (!existsSync(folder.path)) return;
      const gone = new Set(presentFiles(this.#archive.database, id));
      for await (const look of filesBelow(folder.path)) {
        if (this.#closed) return;
        gone.delete(look.file);
        this.#noteLook(folder, look);
      }
      for (const file of gone) noteGone(this.#archive.database, id, file);
      noteChecked(this.#archive.database, id, this.#archive.now());
      this.#take(folder);
    });
  }

  /** Takes what waits in a folder, unless an import of it is under way: that asks again when it ends. */
  take(id: number): void {
    if (!this.#closed) this.#take(storedFolder(this.#archive.database, id));
  }

  /** The system told of a file. */
  async #note(folder: StoredFolder, file: string): Promise<void> {
    const look = await lookAt(folder.path, file);
    if (look !== undefined) this.#noteLook(folder, look);
    else if (existsSync(folder.path)) noteGone(this.#archive.database, folder.id, file);
    this.#take(folder);
  }

  #noteLook({ id }: StoredFolder, look: FileLook): void {
    const { database } = this.#archive;
    const now = this.#archive.now();
    const known = ledgerFile(database, id, look.file);
    const same = known !== undefined && known.size === look.size && known.changed_at === look.changedAt;
    const rested = now - look.changedAt > this.#rhythm.stable;
    if (!same) noteLook(database, id, look, rested ? 'waiting' : 'settling', now);
    else if (known.state === 'settling' && (rested || now - known.noted_at > this.#rhythm.stable)) {
      noteLook(database, id, look, 'waiting', now);
    } else if (known.missing === 1) noteThere(database, id, look.file);
  }

  #take(folder: StoredFolder): void {
    const { database, changes } = this.#archive;
    changes.publish('imports');
    if (filesInState(database, folder.id, 'settling', 1).length > 0) this.#lookAgain(folder);
    const busy = openImports(database).some(({ sources }) => sources.watched === folder.id);
    if (this.#closed || busy) return;
    const waiting = filesInState(database, folder.id, 'waiting', portion);
    if (waiting.length === 0) return;
    const sources = waiting.map(({ file }) => ({ path: join(folder.path, ...file.split('/')), file }));
    startImport(this.#archive, { paths: sources, watched: folder.id });
  }

  /** Looks at what still grew once it may have come to rest. */
  #lookAgain(folder: StoredFolder): void {
    if (this.#settling.has(folder.id) || this.#closed) return;
    const timer = setTimeout(() => {
      this.#settling.delete(folder.id);
      void this.#inTurn(async () => {
        for (const { file } of filesInState(this.#archive.database, folder.id, 'settling', portion)) {
          const look = await lookAt(folder.path, file);
          if (look !== undefined) this.#noteLook(folder, look);
          else noteGone(this.#archive.database, folder.id, file);
        }
        this.#take(folder);
      });
    }, this.#rhythm.stable + 50);
    timer.unref();
    this.#settling.set(folder.id, timer);
  }

  /** The system tells no more of a folder: it is looked through from time to time instead. */
  #poll(folder: StoredFolder): void {
    if (!this.#closed && !this.#polled.has(folder.id)) this.begin({ ...folder, polling: true });
  }

  /** Looks follow one another; what goes wrong with one (a drive pulled out meanwhile) is met again by the next check. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.#last.then(async () => {
      if (!this.#closed) await work();
    });
    this.#last = next.catch((cause: unknown) => {
      this.#archive.parts.log({ level: 'info', event: 'watching', name: 'folder', cause });
    });
    return next.catch(() => undefined);
  }
}
