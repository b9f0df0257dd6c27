import type { Analyzer } from '../text/analysis.ts';
import { type ArchiveIndex, DamagedIndex, type IndexedArticle, type SegmentToAdd } from './archive-index-types.ts';
import { BestHits } from './best-hits.ts';
import { COMMIT_FILE, type Commit, commitBytes, readCommit } from './commit-file.ts';
import { Evaluation } from './evaluation.ts';
import { FrequencyPool } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import { marksIn } from './marks.ts';
import { mergeSegments } from './merge.ts';
import { mergeNext } from './merge-policy.ts';
import { PageCache, PageFault } from './pages.ts';
import { Places } from './places.ts';
import { type ParsedQuery, parseQuery } from './query-parser.ts';
import { ARCHIVE_RANKING, type Ranking } from './ranking.ts';
import type { IndexDamage, TextResult, TextSearch } from './search-types.ts';
import { leftOut, openSegment, type Segment } from './segment.ts';
import { idColumn } from './segment-format.ts';
import { Snapshot } from './snapshot.ts';
import { bestPassage } from './snippet.ts';
import type { SegmentDirectory } from './source.ts';
import { inSlices } from './time-slices.ts';
import { completions, similarForms } from './vocabulary.ts';
import { wordsSearched } from './words-searched.ts';

interface OpenPart {
  readonly segment: Segment;
  readonly removed: IdSet;
}

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
  readonly #cache: PageCache;
  #parts: readonly OpenPart[] = [];
  #snapshot: Snapshot;
  #pool: FrequencyPool;
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
    this.#cache = new PageCache(options.cache);
    this.#snapshot = new Snapshot([]);
    this.#pool = new FrequencyPool(this.#snapshot);
    const opened = this.#open();
    if ('reason' in opened) this.#damage = opened;
    else {
      for (const { segment, removed } of opened.parts) this.#places.add(segment, removed);
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
      const parts = this.#without(gone);
      const generation = this.#generation + 1;
      const names: string[] = [];
      try {
        for (const { segment, ids } of change.add ?? []) {
          if (segment.articles === 0) continue;
          const name = `${generation}-${names.length}.segment`;
          names.push(name);
          await this.#directory.write(name, [segment.bytes, idColumn(Uint32Array.from(ids))]);
          const opened = this.#openOne(name);
          if ('reason' in opened) throw new DamagedIndex(opened);
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
      for (const { segment, removed } of parts.slice(this.#parts.length)) this.#places.add(segment, removed);
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
      const { bytes, ids } = await this.#guarded(() => inSlices(mergeSegments(this.#parts.slice(first, end)), signal));
      const generation = this.#generation + 1;
      const name = `${generation}-0.segment`;
      const parts = [...this.#parts];
      let merged: Segment | undefined;
      try {
        if (ids.length === 0) parts.splice(first, end - first);
        else {
          await this.#directory.write(name, [bytes, idColumn(ids)]);
          const opened = this.#openOne(name);
          if ('reason' in opened) throw new DamagedIndex(opened);
          merged = opened;
          parts.splice(first, end - first, { segment: opened, removed: new IdSet() });
        }
        await this.#writeCommit({ generation, parts });
      } catch (cause) {
        this.#directory.remove(name);
        throw cause;
      }
      if (merged !== undefined) this.#places.add(merged, new IdSet());
      this.#publish(parts, generation);
      return true;
    });
  }

  async search(request: TextSearch, signal?: AbortSignal): Promise<TextResult> {
    signal?.throwIfAborted();
    const parsed = parseQuery(request.query, this.#analyzer, request);
    const snapshot = this.#snapshot;
    this.#searches++;
    try {
      const nothing = parsed.notes.some(({ kind }) => kind === 'hint');
      const evaluation = new Evaluation(snapshot, this.#ranking, this.#pool);
      const found = nothing
        ? { numbers: new IdSet(), anyWord: false, score: () => 0 }
        : await this.#guarded(() => inSlices(evaluation.run(parsed.node), signal));
      const ranked = this.#rank(found, snapshot, request);
      evaluation.release();
      return {
        ...ranked,
        chips: parsed.chips,
        notes: found.anyWord ? [...parsed.notes, { kind: 'any-word', text: request.query }] : parsed.notes,
        filters: parsed.filters,
        words: this.#words(parsed, snapshot),
      };
    } finally {
      if (--this.#searches === 0) this.#closeRetired();
    }
  }

  complete(prefix: string, limit = 10): ReturnType<ArchiveIndex['complete']> {
    return this.#reading(() => completions(this.#snapshot, this.#form(prefix), limit));
  }

  similar(word: string, limit = 5): ReturnType<ArchiveIndex['similar']> {
    return this.#reading(() => similarForms(this.#snapshot, this.#form(word), limit));
  }

  marks(query: string, article: IndexedArticle): ReturnType<ArchiveIndex['marks']> {
    const { node } = parseQuery(query, this.#analyzer);
    return {
      title: marksIn(article.title, 'title', node, this.#analyzer),
      body: marksIn(article.body, 'body', node, this.#analyzer),
    };
  }

  snippet(query: string, article: IndexedArticle, length?: number): ReturnType<ArchiveIndex['snippet']> {
    const marks = this.marks(query, article);
    const field = marks.body.length === 0 && marks.title.length > 0 ? 'title' : 'body';
    return { field, ...bestPassage(article[field], marks[field], this.#analyzer, length) };
  }

  close(): void {
    for (const { segment } of this.#parts) segment.close();
    this.#closeRetired();
    this.#parts = [];
  }

  #form(word: string): string {
    return word === '' ? '' : this.#analyzer.queryWord(word).form;
  }

  #words(parsed: ParsedQuery, snapshot: Snapshot): TextResult['words'] {
    return parsed.node === undefined ? [] : this.#reading(() => wordsSearched(parsed.node!, snapshot));
  }

  #rank(found: { numbers: IdSet; score(number: number): number }, snapshot: Snapshot, request: TextSearch) {
    const offset = request.offset ?? 0;
    const best = new BestHits(offset + (request.limit ?? 50));
    const ids = new IdSet();
    const { within } = request;
    let total = 0;
    let view = snapshot.views[0]!;
    let end = -1;
    found.numbers.forEach((number) => {
      if (number >= end) {
        view = snapshot.viewOf(number);
        end = view.base + view.segment.header.articles;
      }
      const id = view.segment.ids[number - view.base]!;
      ids.add(id);
      if (within !== undefined && !within.has(id)) return;
      total++;
      best.offer(id, found.score(number));
    });
    return { total, ids, hits: best.sorted().slice(offset) };
  }

  #oneAfterAnother<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Removes articles from the present parts; sets of removed ordinals are copied, for snapshots hold them. */
  #without(ids: Iterable<number>): OpenPart[] {
    const bySegment = new Map<Segment, number[]>();
    for (const id of ids) {
      const place = this.#places.get(id);
      if (place === undefined) continue;
      const [segment, ordinal] = place;
      bySegment.set(segment, [...(bySegment.get(segment) ?? []), ordinal]);
    }
    return this.#parts.map(({ segment, removed }) => {
      const ordinals = bySegment.get(segment);
      if (ordinals === undefined) return { segment, removed };
      const more = removed.clone();
      for (const ordinal of ordinals) more.add(ordinal);
      return { segment, removed: more };
    });
  }

  async #writeCommit({ generation, parts }: { generation: number; parts: readonly OpenPart[] }): Promise<void> {
    const commit: Commit = {
      generation,
      segments: parts.map(({ segment, removed }) => ({ name: segment.name, removed })),
    };
    await this.#directory.write(COMMIT_FILE, [commitBytes(commit)]);
  }

  /** Makes a committed state the one that searches see, and sweeps what it does not name. */
  #publish(parts: readonly OpenPart[], generation: number): void {
    const kept = new Set(parts.map(({ segment }) => segment));
    for (const { segment } of this.#parts) if (!kept.has(segment)) this.#retired.add(segment);
    this.#parts = parts;
    this.#generation = generation;
    this.#snapshot = new Snapshot(parts);
    this.#pool = new FrequencyPool(this.#snapshot);
    if (this.#searches === 0) this.#closeRetired();
    const named = new Set([COMMIT_FILE, ...parts.map(({ segment }) => segment.name)]);
    for (const name of this.#directory.list()) {
      if (!named.has(name) && ![...this.#retired].some((segment) => segment.name === name))
        this.#directory.remove(name);
    }
  }

  #closeRetired(): void {
    for (const segment of this.#retired) {
      segment.close();
      this.#directory.remove(segment.name);
    }
    this.#retired.clear();
  }

  #open(): { parts: OpenPart[]; generation: number } | IndexDamage {
    const source = this.#directory.open(COMMIT_FILE);
    if (source === undefined) return { reason: 'absent', file: COMMIT_FILE };
    const commit = readCommit(source.read(0, source.size));
    source.close();
    if (typeof commit === 'string') return { reason: commit, file: COMMIT_FILE };
    const parts: OpenPart[] = [];
    for (const { name, removed } of commit.segments) {
      const opened = this.#openOne(name);
      if ('reason' in opened) {
        for (const { segment } of parts) segment.close();
        this.#generation = commit.generation;
        return opened;
      }
      parts.push({ segment: opened, removed: removed.union(leftOut(opened.ids)) });
    }
    return { parts, generation: commit.generation };
  }

  #openOne(name: string): Segment | IndexDamage {
    const source = this.#directory.open(name);
    if (source === undefined) return { reason: 'absent', file: name };
    try {
      const opened = openSegment(name, source, this.#cache, this.#analyzer.version);
      if (typeof opened !== 'string') return opened;
      source.close();
      return { reason: opened, file: name };
    } catch (cause) {
      source.close();
      if (cause instanceof PageFault) return { reason: 'damaged', file: name };
      throw cause;
    }
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
