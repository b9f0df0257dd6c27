import type { Analyzer } from '../text/analysis.ts';
import { type ArchiveIndex, DamagedIndex, type IndexedArticle, type SegmentToAdd } from './archive-index-types.ts';
import { COMMIT_FILE, commitBytes, removeLitter } from './commit-file.ts';
import { Evaluation } from './evaluation.ts';
import { findsInSnapshot, marksOf, passageOf } from './hit-marks.ts';
import { IdSet } from './id-set.ts';
import type { Finds } from './marks.ts';
import { mergeSegments } from './merge.ts';
import { mergeNext } from './merge-policy.ts';
import { PageCache, PageFault } from './pages.ts';
import { Places } from './places.ts';
import { QueriesRead } from './queries-read.ts';
import type { QueryOptions } from './query-parser.ts';
import { rankHits } from './ranked-hits.ts';
import { ARCHIVE_RANKING, type Ranking } from './ranking.ts';
import { withoutArticles } from './removal.ts';
import { Scratch } from './scratch.ts';
import type { IndexDamage, TextResult, TextSearch, WordForms } from './search-types.ts';
import { leftOut, type Segment } from './segment.ts';
import { idColumn } from './segment-format.ts';
import { SegmentOpening } from './segment-opening.ts';
import { type OpenPart, Snapshot } from './snapshot.ts';
import type { SegmentDirectory } from './source.ts';
import { inSlices } from './time-slices.ts';
import { anyBegins, anyHas, completions, similarForms } from './vocabulary.ts';
import { wordForms, wordsSearched } from './words-searched.ts';

export interface IndexOptions {
  readonly ranking?: Ranking;
  /** Bytes of segments kept in memory. */
  readonly cache?: number;
}

/** Opens the index in a folder; one that cannot be used is empty and says why, see {@link ArchiveIndex.damage}. */
export function openArchiveIndex(
  directory: SegmentDirectory,
  analyzer: Analyzer,
  options: IndexOptions = {},
): ArchiveIndex {
  return new SegmentedIndex(directory, analyzer, options);
}

class SegmentedIndex implements ArchiveIndex {
  readonly #directory: SegmentDirectory;
  readonly #analyzer: Analyzer;
  readonly #ranking: Ranking;
  readonly #opening: SegmentOpening;
  readonly #queries: QueriesRead;
  #parts: readonly OpenPart[] = [];
  #snapshot: Snapshot;
  #scratch: Scratch;
  #finds: Finds;
  #generation = 0;
  #places = new Places();
  #damage: IndexDamage | undefined;
  /** Commits and merges follow one another. */
  #last: Promise<unknown> = Promise.resolve();
  #searches = 0;
  #retired = new Set<Segment>();

  constructor(directory: SegmentDirectory, analyzer: Analyzer, options: IndexOptions) {
    this.#directory = directory;
    this.#analyzer = analyzer;
    this.#ranking = options.ranking ?? ARCHIVE_RANKING;
    this.#opening = new SegmentOpening(directory, new PageCache(options.cache), analyzer.version);
    this.#queries = new QueriesRead(analyzer);
    this.#snapshot = new Snapshot([]);
    this.#scratch = new Scratch(this.#snapshot, this.#ranking);
    this.#finds = findsInSnapshot(analyzer, this.#snapshot);
    const opened = this.#opening.committed();
    this.#generation = opened.generation;
    if ('damage' in opened) this.#damage = opened.damage;
    else {
      for (const part of opened.parts) this.#places.add(part);
      this.#publish(opened.parts, opened.generation);
    }
  }

  get damage(): IndexDamage | undefined {
    return this.#damage;
  }

  get articles(): number {
    return this.#snapshot.articles;
  }

  has(id: number): boolean {
    return this.#places.get(id) !== undefined;
  }

  ids(): IdSet {
    return this.#places.ids();
  }

  commit(change: { add?: readonly SegmentToAdd[]; remove?: Iterable<number> }): Promise<void> {
    return this.#oneAfterAnother(async () => {
      // An id that comes again replaces the article it had.
      const again = (change.add ?? []).flatMap(({ ids }) => [...ids]);
      const gone = [...new Set([...(change.remove ?? []), ...again])].filter((id) => this.has(id));
      const parts = withoutArticles(this.#parts, this.#places, gone);
      const generation = this.#generation + 1;
      const names: string[] = [];
      try {
        for (const { segment, ids } of change.add ?? []) {
          if (segment.articles === 0) continue;
          const name = `${generation}-${names.length}.segment`;
          names.push(name);
          const opened = await this.#write(name, [segment.bytes], Uint32Array.from(ids));
          parts.push({ segment: opened, removed: leftOut(opened.ids) });
        }
        if (names.length === 0 && gone.length === 0 && this.#damage === undefined) return;
        await this.#writeCommit({ generation, parts });
      } catch (cause) {
        for (const { segment } of parts) if (names.includes(segment.name)) segment.close();
        for (const name of names) this.#directory.remove(name);
        throw cause;
      }
      for (const id of gone) this.#places.delete(id);
      for (const part of parts.slice(this.#parts.length)) this.#places.add(part);
      this.#publish(parts, generation);
      this.#damage = undefined;
    });
  }

  clear(): Promise<void> {
    return this.#oneAfterAnother(async () => {
      const generation = this.#generation + 1;
      await this.#writeCommit({ generation, parts: [] });
      this.#places = new Places();
      this.#publish([], generation);
      this.#damage = undefined;
    });
  }

  merge(signal?: AbortSignal): Promise<boolean> {
    return this.#oneAfterAnother(async () => {
      const range = mergeNext(
        this.#parts.map(({ segment, removed }) => ({ articles: segment.header.articles, removed: removed.size })),
      );
      if (range === undefined) return false;
      const [first, end] = range;
      const { chunks, ids } = await this.#guarded(() => inSlices(mergeSegments(this.#parts.slice(first, end)), signal));
      const generation = this.#generation + 1;
      const name = `${generation}-0.segment`;
      const parts = [...this.#parts];
      let merged: Segment | undefined;
      try {
        if (ids.length === 0) parts.splice(first, end - first);
        else {
          merged = await this.#write(name, chunks, ids);
          parts.splice(first, end - first, { segment: merged, removed: new IdSet() });
        }
        await this.#writeCommit({ generation, parts });
      } catch (cause) {
        merged?.close();
        this.#directory.remove(name);
        throw cause;
      }
      if (merged !== undefined) this.#places.add({ segment: merged, removed: new IdSet() });
      this.#publish(parts, generation);
      return true;
    });
  }

  async search(request: TextSearch, signal?: AbortSignal): Promise<TextResult> {
    signal?.throwIfAborted();
    const parsed = this.#queries.read(request.query, request);
    const { node } = parsed;
    const snapshot = this.#snapshot;
    this.#searches++;
    const evaluation = new Evaluation(snapshot, this.#ranking, this.#scratch);
    try {
      const nothing = parsed.notes.some(({ kind }) => kind === 'hint');
      const found = nothing
        ? { numbers: new IdSet(), anyWord: false, scores: () => new Float64Array(0) }
        : await this.#guarded(() => inSlices(evaluation.run(node), signal));
      return {
        ...rankHits(found, snapshot, request),
        chips: parsed.chips,
        notes: found.anyWord ? [...parsed.notes, { kind: 'any-word', text: request.query }] : parsed.notes,
        filters: parsed.filters,
        words: node === undefined ? [] : this.#reading(() => wordsSearched(node, snapshot)),
      };
    } finally {
      evaluation.release();
      if (--this.#searches === 0) this.#closeRetired();
    }
  }

  complete(prefix: string, limit = 10): ReturnType<ArchiveIndex['complete']> {
    return this.#reading(() => completions(this.#snapshot, this.#form(prefix), limit));
  }

  begins(prefix: string): boolean {
    return prefix !== '' && this.#reading(() => anyBegins(this.#snapshot, this.#form(prefix)));
  }

  spells(word: string): boolean {
    return this.#reading(() => anyHas(this.#snapshot, this.#form(word)));
  }

  similar(word: string, limit = 5): ReturnType<ArchiveIndex['similar']> {
    return this.#reading(() => similarForms(this.#snapshot, this.#form(word), limit));
  }

  marks(query: string, article: IndexedArticle, options: QueryOptions = {}): ReturnType<ArchiveIndex['marks']> {
    return marksOf(article, this.#queries.read(query, options).node, this.#analyzer);
  }

  snippet(
    query: string,
    article: IndexedArticle,
    options: QueryOptions & { readonly length?: number } = {},
  ): ReturnType<ArchiveIndex['snippet']> {
    const { node } = this.#queries.read(query, options);
    return this.#reading(() => passageOf(article, node, this.#analyzer, this.#finds, options.length));
  }

  forms(query: string, options: QueryOptions = {}): WordForms[] {
    const { node } = this.#queries.read(query, options);
    return node === undefined ? [] : this.#reading(() => wordForms(node, this.#snapshot));
  }

  close(): void {
    for (const { segment } of this.#parts) segment.close();
    this.#closeRetired();
    this.#parts = [];
  }

  #form(word: string): string {
    const { length, surface } = this.#analyzer.tokens(word);
    return length === 0 ? word : this.#analyzer.form(surface[0]!);
  }

  #oneAfterAnother<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Writes a segment and opens it. */
  async #write(name: string, chunks: readonly Uint8Array[], ids: Uint32Array): Promise<Segment> {
    await this.#directory.write(name, [...chunks, idColumn(ids)], true);
    const opened = this.#opening.segment(name);
    if ('reason' in opened) throw new DamagedIndex(opened);
    return opened;
  }

  async #writeCommit({ generation, parts }: { generation: number; parts: readonly OpenPart[] }): Promise<void> {
    const segments = parts.map(({ segment, removed }) => ({ name: segment.name, removed }));
    await this.#directory.write(COMMIT_FILE, [commitBytes({ generation, segments })]);
  }

  /** Makes a committed state the one that searches see, and sweeps what it does not name. */
  #publish(parts: readonly OpenPart[], generation: number): void {
    const kept = new Set(parts.map(({ segment }) => segment));
    for (const { segment } of this.#parts) if (!kept.has(segment)) this.#retired.add(segment);
    this.#parts = parts;
    this.#generation = generation;
    this.#snapshot = new Snapshot(parts);
    this.#finds = findsInSnapshot(this.#analyzer, this.#snapshot);
    if (!this.#scratch.fits(this.#snapshot, this.#ranking)) this.#scratch = new Scratch(this.#snapshot, this.#ranking);
    if (this.#searches === 0) this.#closeRetired();
    removeLitter(this.#directory, [...parts.map(({ segment }) => segment), ...this.#retired]);
  }

  #closeRetired(): void {
    for (const segment of this.#retired) {
      segment.close();
      this.#directory.remove(segment.name);
    }
    this.#retired.clear();
  }

  #reading<T>(read: () => T): T {
    try {
      return read();
    } catch (cause) {
      throw this.#damaged(cause);
    }
  }

  async #guarded<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (cause) {
      throw this.#damaged(cause);
    }
  }

  #damaged(cause: unknown): unknown {
    if (!(cause instanceof PageFault)) return cause;
    this.#damage = { reason: 'damaged', file: cause.file };
    return new DamagedIndex(this.#damage);
  }
}
