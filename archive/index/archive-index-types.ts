import type { ArticleField, Span } from '../contract/values.ts';
import type { IdSet } from './id-set.ts';
import type { QueryOptions } from './query-parser.ts';
import type { IndexDamage, TextResult, TextSearch, WordForms, WordOffer } from './search-types.ts';

/** An article as it is indexed. The lead is not given: it is the first words of the body, weighted. */
export interface IndexedArticle {
  readonly title: string;
  readonly body: string;
}

/** Makes one segment; `createSegmentBuilder(analyzer)`. Belongs to one thread; 10,000–20,000 articles are a good size. */
export interface SegmentBuilder {
  /** Adds an article and answers its ordinal in the segment, from 0. */
  add(article: IndexedArticle): number;
  readonly articles: number;
  /** The segment's bytes; the builder is empty again afterwards. */
  finish(): BuiltSegment;
}

/** A segment as it left its builder; `bytes.buffer` may be transferred to another thread. */
export interface BuiltSegment {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly articles: number;
}

/** A segment with the ids of its articles, by ordinal. An id of 0 leaves the article out (a duplicate, say). */
export interface SegmentToAdd {
  readonly segment: BuiltSegment;
  readonly ids: readonly number[] | Uint32Array;
}

/**
 * The index of one archive: `openArchiveIndex(directory, analyzer)`. Articles are known by their ids alone. A search
 * sees the snapshot that was current when it began. Not for use from two threads.
 */
export interface ArchiveIndex {
  /** Why the index on disk could not be used; then it is empty, and the owner adds every article again. */
  readonly damage: IndexDamage | undefined;
  /** Living articles. */
  readonly articles: number;
  has(id: number): boolean;
  /**
   * Removes, then adds, in one step: after it has resolved the change survives a power cut; when it rejects (a full
   * disk) nothing has changed. To replace an article, name it in both. Commits run one after another.
   */
  commit(change: { add?: readonly SegmentToAdd[]; remove?: Iterable<number> }): Promise<void>;
  /** Forgets everything: the first step of a rebuild. */
  clear(): Promise<void>;
  /** Merges small segments aside in slices of a few milliseconds; false: there was nothing to merge. */
  merge(signal?: AbortSignal): Promise<boolean>;
  /**
   * Never rejects because of the query. Rejects with the signal's reason when cancelled, and with {@link DamagedIndex}
   * when a segment proves damaged while it is read (the owner clears and adds every article again).
   */
  search(request: TextSearch, signal?: AbortSignal): Promise<TextResult>;
  /** The ids of all articles. */
  ids(): IdSet;
  /** Completions of a word being typed, the most frequent first. Each finds at least one article. */
  complete(prefix: string, limit?: number): WordOffer[];
  /** Whether any article has a word that begins so: what {@link complete} would find something for. */
  begins(prefix: string): boolean;
  /** Whether any article has a word spelt so, whatever its capitals. */
  spells(word: string): boolean;
  /** Words of the archive like a word it has not, the likeliest first. Each finds at least one article. */
  similar(word: string, limit?: number): WordOffer[];
  /**
   * What the query finds in one article: the same marks for the list, the reader and find-in-text. With the options of
   * a search, the marks are of what that search found.
   */
  marks(query: string, article: IndexedArticle, options?: QueryOptions): Record<ArticleField, Span[]>;
  /**
   * The passage of the body (or of the title, when only it has marks) that shows the query best, of an article that the
   * query found.
   */
  snippet(query: string, article: IndexedArticle, options?: QueryOptions & { readonly length?: number }): Passage;
  /** What the words of a query search: lemmas and forms with their number of articles. */
  forms(query: string, options?: QueryOptions): WordForms[];
  close(): void;
}

/** A passage for a list; `marks` count from the beginning of `text`. */
export interface Passage {
  readonly field: ArticleField;
  /** Where `text` begins in the stored field. */
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Span[];
  /** What the query finds in the title; offsets into it. */
  readonly titleMarks: readonly Span[];
}

/** A segment proved damaged while it was read: rebuild the index from the articles. */
export class DamagedIndex extends Error {
  readonly damage: IndexDamage;

  constructor(damage: IndexDamage) {
    super(`index ${damage.reason}: ${damage.file}`);
    this.name = 'DamagedIndex';
    this.damage = damage;
  }
}
