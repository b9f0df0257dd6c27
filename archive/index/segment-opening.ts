import { COMMIT_FILE, readCommit } from './commit-file.ts';
import { type PageCache, PageFault } from './pages.ts';
import type { IndexDamage } from './search-types.ts';
import { leftOut, openSegment, type Segment } from './segment.ts';
import type { OpenPart } from './snapshot.ts';
import type { SegmentDirectory } from './source.ts';

/** A committed state of the index, open. */
export interface OpenedCommit {
  readonly parts: readonly OpenPart[];
  readonly generation: number;
}

/** Opens what a folder holds of an index. */
export class SegmentOpening {
  readonly #directory: SegmentDirectory;
  readonly #cache: PageCache;
  readonly #analyzer: number;

  /** @param analyzer the version of the analyzer in use; segments cut by another are of no use */
  constructor(directory: SegmentDirectory, cache: PageCache, analyzer: number) {
    this.#directory = directory;
    this.#cache = cache;
    this.#analyzer = analyzer;
  }

  /** The committed state, or why it cannot be used; then with the generation that the next commit must exceed. */
  committed(): OpenedCommit | { damage: IndexDamage; generation: number } {
    const refused = (damage: IndexDamage, generation = 0) => ({ damage, generation });
    const source = this.#directory.open(COMMIT_FILE);
    if (source === undefined) return refused({ reason: 'absent', file: COMMIT_FILE });
    const commit = readCommit(source.read(0, source.size));
    source.close();
    if (typeof commit === 'string') return refused({ reason: commit, file: COMMIT_FILE });
    const parts: OpenPart[] = [];
    for (const { name, removed } of commit.segments) {
      const segment = this.segment(name);
      if ('reason' in segment) {
        for (const part of parts) part.segment.close();
        return refused(segment, commit.generation);
      }
      parts.push({ segment, removed: removed.union(leftOut(segment.ids)) });
    }
    return { parts, generation: commit.generation };
  }

  segment(name: string): Segment | IndexDamage {
    const source = this.#directory.open(name);
    if (source === undefined) return { reason: 'absent', file: name };
    try {
      const opened = openSegment(name, source, this.#cache, this.#analyzer);
      if (typeof opened !== 'string') return opened;
      source.close();
      return { reason: opened, file: name };
    } catch (cause) {
      source.close();
      if (cause instanceof PageFault) return { reason: 'damaged', file: name };
      throw cause;
    }
  }
}
