import type { AnalysisPool, StoredText } from '../import/analysis-pool.ts';
import type { ArchiveIndex, BuiltSegment } from '../index/archive-index-types.ts';
import { DamagedIndex } from '../index/archive-index-types.ts';
import type { TextResult, TextSearch } from '../index/search-types.ts';
import type { Articles } from '../store/articles.ts';
import type { Changes } from './changes.ts';
import type { Jobs } from './jobs.ts';

/** How many articles are analysed again in one go. */
const batch = 200;

/** So few articles are analysed in this thread, at once: less than 100 ms. */
const few = 12;

/** A change of the index that follows a change of the database. */
export interface IndexChange {
  readonly add?: { readonly segment: BuiltSegment; readonly ids: readonly number[] };
  readonly remove?: readonly number[];
}

export interface TextIndexParts {
  readonly open: () => ArchiveIndex;
  readonly pool: () => AnalysisPool;
  /** Analyses a few texts in this thread. */
  readonly segmentOf: (texts: readonly StoredText[]) => BuiltSegment;
  readonly articles: Articles;
  readonly jobs: Jobs;
  readonly changes: Changes;
}

/**
 * The archive's index kept in step with its database. The database is written first; what the index lacks or has too
 * much of at opening (a kill between the two, a damaged or older index) is mended by a job in the background, with the
 * rest usable meanwhile.
 */
export class TextIndex {
  readonly #parts: TextIndexParts;
  #opened: ArchiveIndex | undefined;
  #mending: string | undefined;
  #merging: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  constructor(parts: TextIndexParts) {
    this.#parts = parts;
  }

  /** Whether articles may be missing from it at present. Opens it to find out. */
  get rebuilding(): boolean {
    this.open();
    return this.#mending !== undefined;
  }

  /** Opens it and compares it with the database, unless that is done. */
  open(): ArchiveIndex {
    if (this.#opened === undefined) {
      this.#opened = this.#parts.open();
      this.mend();
    }
    return this.#opened;
  }

  /** The index, opened at the first use. */
  get index(): ArchiveIndex {
    return this.open();
  }

  async search(request: TextSearch, signal?: AbortSignal): Promise<TextResult> {
    try {
      return await this.index.search(request, signal);
    } catch (error) {
      if (!(error instanceof DamagedIndex)) throw error;
      await this.index.clear();
      this.mend();
      return this.index.search(request, signal);
    }
  }

  async apply(change: IndexChange): Promise<void> {
    await this.index.commit({
      ...(change.add && { add: [change.add] }),
      ...(change.remove && { remove: change.remove }),
    });
    this.tidy();
  }

  /** Starts to build again what is missing, if anything is. @returns the job, or undefined */
  mend(): string | undefined {
    if (this.#mending !== undefined) return this.#mending;
    const index = this.index;
    const { surplus, stale, missing } = this.#difference();
    if (surplus.length + missing.length === 0) return undefined;
    const { jobs, changes } = this.#parts;
    this.#mending = jobs.start('index', async ({ signal, report }) => {
      try {
        await this.#drop(surplus, stale);
        report({ done: 0, total: missing.length });
        let done = 0;
        for await (const { ids, segment } of this.#parts.pool().analyse(this.#texts(missing), signal)) {
          // An article may have been removed, or changed and indexed anew, since its text was read.
          const now = ids.map((id) => (this.#parts.articles.get(id) && !index.has(id) ? id : 0));
          await index.commit({ add: [{ segment: { bytes: owned(segment), articles: ids.length }, ids: now }] });
          done += ids.length;
          report({ done });
        }
      } finally {
        this.#mending = undefined;
      }
      this.tidy();
      changes.publish('index', 'articles');
    });
    changes.publish('index');
    return this.#mending;
  }

  /**
   * Brings the index in step with a database that was changed beside it (an undo, a putting back): a few articles before it
   * resolves, many by a job in the background.
   */
  async catchUp(): Promise<void> {
    if (this.#mending !== undefined) return;
    const { surplus, stale, missing } = this.#difference();
    if (missing.length > few) {
      this.mend();
      return;
    }
    await this.#drop(surplus, stale);
    const texts = missing.flatMap((id) => this.#parts.articles.stored(id) ?? []);
    if (texts.length === 0) return;
    await this.apply({ add: { segment: this.#parts.segmentOf(texts), ids: texts.map(({ id }) => id) } });
  }

  /** Stops building and merging, so that the database can be replaced under it. */
  async rest(): Promise<void> {
    if (this.#mending !== undefined) {
      this.#parts.jobs.cancel(this.#mending);
      await this.#parts.jobs.ended(this.#mending);
    }
    await this.#merging;
  }

  /** What the index has too much of, and what it lacks; articles of which it may have an old text are both. */
  #difference(): { surplus: number[]; stale: number[]; missing: number[] } {
    const present = this.index.ids();
    const wanted = new Set(this.#parts.articles.ids());
    const stale = new Set(this.#parts.articles.staleInIndex());
    return {
      stale: [...stale],
      surplus: [...present].filter((id) => !wanted.has(id) || stale.has(id)),
      missing: [...wanted].filter((id) => !present.has(id) || stale.has(id)),
    };
  }

  /** @param stale of the surplus, those that only have an old text; others may have become so since */
  async #drop(surplus: readonly number[], stale: readonly number[]): Promise<void> {
    if (surplus.length > 0) await this.index.commit({ remove: surplus });
    this.#parts.articles.forgetStale(stale);
  }

  /** Forgets the index and builds it anew. @returns the job, or undefined when there is nothing to index */
  async rebuild(): Promise<string | undefined> {
    await this.index.clear();
    return this.mend();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#merging;
    this.#opened?.close();
  }

  async *#texts(ids: readonly number[]): AsyncGenerator<StoredText[]> {
    for (let at = 0; at < ids.length; at += batch) {
      yield ids.slice(at, at + batch).flatMap((id) => this.#parts.articles.stored(id) ?? []);
    }
  }

  /** Merges small segments while nothing else is asked of the index; also those that an earlier sitting left. */
  tidy(): void {
    const { signal } = this.#closing;
    this.#merging = this.#merging.then(async () => {
      try {
        while (!signal.aborted && (await this.index.merge(signal)));
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    });
  }
}

/** The bytes as an array that owns its buffer, as the index wants them. */
export function owned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
