import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MergeReport } from '../contract/portable.ts';
import { refuse } from '../contract/refuse.ts';
import { type UnpackedArchive, unpackPortable } from '../import/portable.ts';
import { shinglesOf } from '../import/shingles.ts';
import { refuseSystemError } from '../store/archive-folder.ts';
import { addTags, fillState, setState } from '../store/article-state.ts';
import { checkCopy } from '../store/copy-check.ts';
import { Database, settleCopy } from '../store/database.ts';
import { beginImport, endImport, knowsOriginal, noteFigures, noteFile } from '../store/imports.ts';
import { type IncomingArticle, IncomingDatabase } from '../store/incoming.ts';
import { migrate } from '../store/migrations.ts';
import { originalPath } from '../store/originals.ts';
import { writeRecognition } from '../store/recognition.ts';
import type { Archive } from './archive.ts';
import type { JobWork } from './jobs.ts';
import { mergeOwn } from './merge-own.ts';
import { fileAmongReprints } from './reprints.ts';
import { owned } from './text-index.ts';

/** How many articles are compared, analysed and written in one go. */
const batch = 200;

/** Where an incoming article stands here. */
export interface Standing {
  readonly how: 'fresh' | 'known' | 'other' | 'inBin';
  /** Its id here; 0 for a fresh one that is only looked at. */
  readonly id: number;
}

/** A portable archive that was unpacked: looked at, merged, then put away. */
export class Incoming {
  readonly #archive: Archive;
  readonly #unpacked: UnpackedArchive;
  readonly #database: IncomingDatabase;
  #closed = false;
  report: MergeReport;

  private constructor(archive: Archive, unpacked: UnpackedArchive) {
    this.#archive = archive;
    this.#unpacked = unpacked;
    this.#database = new IncomingDatabase(unpacked.database);
    this.report = this.#emptyReport(false);
  }

  /**
   * Unpacks a portable archive and says what merging it would add, as the work of a job.
   *
   * @throws a refusal: ARCHIVE_FOREIGN, ARCHIVE_NEWER, ARCHIVE_DAMAGED, DISK_FULL
   */
  static async look(archive: Archive, file: string, job: JobWork): Promise<Incoming> {
    const { merging } = archive.folder;
    await rm(merging, { recursive: true, force: true });
    try {
      await mkdir(merging, { recursive: true });
      const unpacked = await unpackPortable(file, merging, {
        signal: job.signal,
        done: (done, total) => job.report({ done, total }),
      });
      const { damage } = await checkCopy(unpacked.database, job.signal);
      if (damage > 0) refuse('ARCHIVE_DAMAGED');
      bringUpToDate(unpacked.database, archive);
      const incoming = new Incoming(archive, unpacked);
      await incoming.#pass(job, false);
      return incoming;
    } catch (error) {
      await rm(merging, { recursive: true, force: true });
      job.signal.throwIfAborted();
      return refuseSystemError(error);
    }
  }

  /** Adds what is not here yet. What is here stays as it is; doing it twice adds nothing. The present state is kept first. */
  async merge(job: JobWork): Promise<void> {
    if (this.#archive.jobs.running(job.id).some((kind) => kind !== 'index')) refuse('BUSY');
    if (this.#archive.articles.count > 0) await this.#archive.backups.copy('merge', job);
    await this.#pass(job, true);
    await this.#archive.backups.thinOut();
    await this.close();
    this.#archive.forget();
    this.#archive.changes.publish('articles', 'annotations', 'selections', 'entities', 'backups');
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#database.close();
    await rm(this.#archive.folder.merging, { recursive: true, force: true });
  }

  async #pass(job: JobWork, write: boolean): Promise<void> {
    const report = this.#emptyReport(write);
    this.report = report;
    const standings = new Map<number, Standing>();
    const total = this.#database.articles;
    job.report({ done: 0, total });
    const importId = write
      ? beginImport(this.#archive.database, { job: job.id, sources: { paths: [] }, state: 'done' }, Date.now()).id
      : 0;
    let done = 0;
    for (const articles of this.#database.batches(batch)) {
      job.signal.throwIfAborted();
      await this.#articles(articles, standings, importId, job.signal);
      done += articles.length;
      job.report({ done });
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const { how } of standings.values()) report.articles[how]++;
    await this.#originals(importId);
    mergeOwn(this.#archive, this.#database, standings, report, write);
    if (!write) return;
    const { fresh, known, other, inBin } = report.articles;
    noteFigures(
      this.#archive.database,
      importId,
      { added: fresh, known: known + other + inBin, updated: 0 },
      Date.now(),
    );
    endImport(this.#archive.database, importId);
  }

  /** Finds where a batch of articles stands; with an import, writes it. */
  async #articles(
    articles: readonly IncomingArticle[],
    standings: Map<number, Standing>,
    importId: number,
    signal: AbortSignal,
  ): Promise<void> {
    const archive = this.#archive;
    const fresh: IncomingArticle[] = [];
    for (const incoming of articles) {
      const standing = standingOf(archive, incoming);
      standings.set(incoming.id, standing);
      if (standing.how === 'fresh') fresh.push(incoming);
      else if (importId > 0) addWhatIsMissing(archive, standing.id, incoming);
    }
    if (importId === 0 || fresh.length === 0) return;
    const texts = async function* () {
      yield fresh.map(({ id, article: { title, body, author, source } }) => ({ id, title, body, author, source }));
    };
    const byId = new Map(fresh.map((incoming) => [incoming.id, incoming]));
    for await (const { ids, recognitions, segment } of archive.pool().analyse(texts(), signal)) {
      const here: number[] = [];
      try {
        archive.database.transaction(() => {
          for (const [at, id] of ids.entries()) {
            const incoming = byId.get(id)!;
            const own = archive.articles.add(incoming.article, importId, Date.now());
            addWhatIsMissing(archive, own, incoming);
            setState(archive.database, own, incoming);
            fileAmongReprints(archive, own, shinglesOf(incoming.article.body));
            writeRecognition(archive.database, own, archive.entities.link(recognitions[at]!));
            standings.set(id, { how: 'fresh', id: own });
            here.push(incoming.removedAt === null ? own : 0);
          }
        });
      } catch (error) {
        archive.forget();
        throw error;
      }
      archive.refresh(here.filter((id) => id > 0));
      await archive.index.apply({
        add: { segment: { bytes: owned(segment), articles: ids.length }, ids: here },
      });
    }
  }

  /** Moves the originals that are not here yet, and writes them into the ledger. */
  async #originals(importId: number): Promise<void> {
    const { folder, database } = this.#archive;
    const report = this.report.originals;
    for (const hash of this.#unpacked.originals) {
      const target = originalPath(folder, hash);
      if (existsSync(target)) {
        report.known++;
        continue;
      }
      report.fresh++;
      if (importId === 0) continue;
      await mkdir(dirname(target), { recursive: true });
      await rename(join(folder.merging, 'originals', hash.slice(0, 2), hash.slice(2, 4), hash), target);
    }
    if (importId === 0) return;
    database.transaction(() => {
      for (const file of this.#database.files()) {
        const { hash } = file;
        if (!knowsOriginal(database, hash) && existsSync(originalPath(folder, hash)))
          noteFile(database, importId, file);
      }
    });
  }

  #emptyReport(done: boolean): MergeReport {
    const { name, madeAt } = this.#unpacked.manifest;
    return {
      name,
      madeAt,
      articles: { fresh: 0, known: 0, other: 0, inBin: 0 },
      annotations: { fresh: 0, known: 0, unplaced: 0 },
      selections: { fresh: 0, known: 0 },
      searches: { fresh: 0, known: 0 },
      curation: 0,
      originals: { fresh: 0, known: 0 },
      done,
    };
  }
}

/** Brings a copy of an older schema to the present one. @throws a refusal: ARCHIVE_NEWER, ARCHIVE_FOREIGN */
function bringUpToDate(path: string, { folder }: Archive): void {
  const copy = new Database(path);
  try {
    migrate(copy, folder, undefined, { keep: false });
  } finally {
    copy.close();
  }
  settleCopy(path);
}

function standingOf({ articles }: Archive, { article }: IncomingArticle): Standing {
  const same = articles.withHash(article.hash);
  if (same !== undefined) return { how: same.removed ? 'inBin' : 'known', id: same.id };
  const earlier = articles.earlierVersion(article);
  return earlier === undefined ? { how: 'fresh', id: 0 } : { how: 'other', id: earlier };
}

/** Places and tags are added; a state or a rating is taken where there is none here. */
function addWhatIsMissing({ articles, database }: Archive, id: number, incoming: IncomingArticle): void {
  for (const place of incoming.places) articles.addPlace(id, place);
  addTags(database, id, incoming.tags);
  fillState(database, id, incoming);
}
