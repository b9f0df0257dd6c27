import { refusalOf } from '../contract/client.ts';
import type { JournalLine } from '../contract/keeping.ts';
import { refuse } from '../contract/refuse.ts';
import type { AnalysisPool } from '../import/analysis-pool.ts';
import { openArchiveIndex } from '../index/archive-index.ts';
import { createSegmentBuilder } from '../index/segment-builder.ts';
import { type ArchiveFolder, archiveFolder } from '../store/archive-folder.ts';
import { Articles } from '../store/articles.ts';
import { listBackups } from '../store/backups.ts';
import { Database } from '../store/database.ts';
import { Labels } from '../store/labels.ts';
import { migrate } from '../store/migrations.ts';
import { forgetOwner, writeOwner } from '../store/owner.ts';
import { segmentFolder } from '../store/segment-files.ts';
import { beginVisit, endVisit } from '../store/visits.ts';
import type { Analyzer } from '../text/analysis.ts';
import { createAnalyzer } from '../text/analyzer.ts';
import type { Morphology } from '../text/morphology.ts';
import { AnnotationColumns } from './annotation-columns.ts';
import { Backups } from './backups.ts';
import { Changes } from './changes.ts';
import { Columns } from './columns.ts';
import { readDictionary } from './dictionary.ts';
import { EntityBook } from './entity-book.ts';
import { Families } from './families.ts';
import { Glossary } from './glossary.ts';
import { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import { TextIndex } from './text-index.ts';
import { Watching, type WatchingRhythm } from './watching.ts';

/** What the host gives an archive. */
export interface ArchiveParts {
  /** The folder of what comes with the program: `dictionary.bin`, `sample/`, `fonts/`. */
  readonly resources: string;
  /** Makes the analysis workers, when they are first needed. */
  readonly pool: () => AnalysisPool;
  readonly log: Log;
  /** The newest lines that were logged, the newest first; absent where the log cannot be read again. */
  readonly journal?: (limit: number) => JournalLine[];
  /** How often watched folders are looked at, where not as usual. */
  readonly watching?: WatchingRhythm;
  /** The program's version. */
  readonly program: string;
}

/** From so many articles on it is quicker to read all columns anew than each article. */
const manyArticles = 2000;

/** Background work waits at most so long for those who are being answered, milliseconds. */
const patience = 400;

/** An open archive: the one stateful object of the service. What costs time is opened when it is first asked for. */
export class Archive {
  readonly folder: ArchiveFolder;
  readonly parts: ArchiveParts;
  readonly database: Database;
  readonly articles: Articles;
  readonly labels: Labels;
  readonly jobs: Jobs;
  readonly changes = new Changes();
  readonly families: Families;
  readonly watching: Watching;
  readonly index: TextIndex;
  readonly backups: Backups;
  #dictionary: { morphology: Morphology | undefined } | undefined;
  #analyzer: Analyzer | undefined;
  #entities: EntityBook | undefined;
  #glossary: Glossary | undefined;
  #columns: Columns | undefined;
  #annotations: AnnotationColumns | undefined;
  #pool: AnalysisPool | undefined;
  #closed: Promise<void> | undefined;
  #attended = 0;

  constructor(folder: ArchiveFolder, database: Database, parts: ArchiveParts) {
    this.folder = folder;
    this.database = database;
    this.parts = parts;
    this.labels = new Labels(database);
    this.articles = new Articles(database, this.labels);
    this.jobs = new Jobs(parts.log);
    this.families = new Families(database, () => this.columns);
    this.watching = new Watching(this, parts.watching);
    this.index = new TextIndex({
      open: () => openArchiveIndex(segmentFolder(folder.index), this.analyzer),
      pool: () => this.pool(),
      segmentOf: (texts) => {
        const builder = createSegmentBuilder(this.analyzer);
        for (const text of texts) builder.add(text);
        return builder.finish();
      },
      articles: this.articles,
      jobs: this.jobs,
      changes: this.changes,
    });
    this.backups = new Backups(this);
  }

  /** Forms and readings of words; undefined in a checkout that was not built. */
  get morphology(): Morphology | undefined {
    this.#dictionary ??= { morphology: readDictionary(this.parts.resources) };
    return this.#dictionary.morphology;
  }

  get analyzer(): Analyzer {
    this.#analyzer ??= createAnalyzer(this.morphology);
    return this.#analyzer;
  }

  get entities(): EntityBook {
    this.#entities ??= new EntityBook(this.database);
    return this.#entities;
  }

  get glossary(): Glossary {
    const { database, analyzer, morphology } = this;
    this.#glossary ??= new Glossary({ database, analyzer, morphology });
    return this.#glossary;
  }

  get columns(): Columns {
    const columns = this.#begunColumns();
    while (!columns.readAhead());
    return columns;
  }

  #begunColumns(): Columns {
    this.#columns ??= new Columns(this.database, this.labels, this.entities);
    return this.#columns;
  }

  /** Reads what every first window asks for, index, names and facets: a little at a time, since its page is still loading. */
  async prepare(): Promise<void> {
    this.index.open();
    do await new Promise((resolve) => setImmediate(resolve));
    while (!this.closed && !this.#begunColumns().readAhead());
  }

  get annotations(): AnnotationColumns {
    this.#annotations ??= new AnnotationColumns(this.database);
    return this.#annotations;
  }

  /** Reads every annotation into memory while nobody waits, so that the list of all opens at once. */
  async readAhead(): Promise<void> {
    await this.quiet();
    while (!this.closed && !this.annotations.readAhead()) await this.quiet();
  }

  /** The analysis workers, with the person's dictionary of names. */
  pool(): AnalysisPool {
    this.#pool ??= this.parts.pool();
    this.#pool.teach(this.entities.dictionary);
    return this.#pool;
  }

  /** Milliseconds since 1970 by the archive's clock. */
  readonly now = (): number => Date.now();

  /** Does what a person waits for; long work in the background lets it go before itself, see {@link quiet}. */
  async attend<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    this.#attended++;
    try {
      return await work();
    } finally {
      this.#attended--;
    }
  }

  /** Lets the event loop turn, and waits while somebody is being answered; not for ever, or nothing else would be done. */
  async quiet(): Promise<void> {
    const end = performance.now() + patience;
    do await new Promise((resolve) => setTimeout(resolve, this.#attended > 0 ? 2 : 0));
    while (this.#attended > 0 && performance.now() < end);
  }

  /** Reads the columns of these articles again, if they are in memory at all. */
  refresh(articles: Iterable<number>): void {
    const ids = [...new Set(articles)];
    if (ids.length > manyArticles) {
      this.forget();
      return;
    }
    this.families.read(ids);
    for (const id of ids) {
      this.#columns?.read(id);
      this.#annotations?.read(id);
    }
  }

  /** Lets the archive vote on its names, after many articles have come, and files the articles by the outcome. */
  settleNames(): void {
    if (this.entities.vote()) this.#columns?.readEntities();
  }

  /** Goes by the person's decisions on names as they are now: after a step was taken, or undone. */
  recurate(): void {
    if (this.entities.recurate()) this.#columns?.readEntities();
    else this.#columns?.forgetNames();
  }

  /** Drops what is kept in memory of the database: after a transaction that was rolled back, or an undo. */
  forget(): void {
    this.labels.forget();
    this.families.forget();
    this.#entities = undefined;
    this.#glossary?.forget();
    this.#columns = undefined;
    this.#annotations = undefined;
  }

  /** Tells a second start where this one can be reached (`http://127.0.0.1:…`). */
  announce(address: string | null): void {
    writeOwner(this.folder, address);
  }

  /** Whether it is being closed, or was: nothing may be asked of it any more. */
  get closed(): boolean {
    return this.#closed !== undefined;
  }

  /** Ends jobs and workers, and lets go of the folder. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.backups.close();
    await this.watching.close();
    await this.jobs.close();
    await this.#pool?.close();
    await this.index.close();
    try {
      endVisit(this.database, Date.now());
    } catch (error) {
      // A full disk or a damaged database must not keep the folder from being let go of.
      this.parts.log({ level: 'error', event: 'fault', name: 'close', cause: error });
    }
    forgetOwner(this.folder);
    this.database.close();
  }
}

/** A file that is no database any more, where there are backups of one, is a damaged archive. */
function ownDatabase(folder: ArchiveFolder): Database {
  try {
    return new Database(folder.database);
  } catch (error) {
    if (refusalOf(error)?.code === 'ARCHIVE_FOREIGN' && listBackups(folder).length > 0) refuse('ARCHIVE_DAMAGED');
    throw error;
  }
}

/**
 * Opens the archive in a folder, or makes one there.
 *
 * @throws a refusal: FOLDER_MISSING, FOLDER_UNREADABLE, ARCHIVE_FOREIGN, ARCHIVE_NEWER, ARCHIVE_IN_USE (then `ownerOf` may
 *   tell whom to ask), DISK_FULL
 */
export function openArchive(path: string, parts: ArchiveParts): Archive {
  const folder = archiveFolder(path);
  const database = ownDatabase(folder);
  try {
    migrate(database, folder);
    writeOwner(folder, null);
    beginVisit(database, Date.now());
  } catch (error) {
    database.close();
    throw error;
  }
  return new Archive(folder, database, parts);
}
