import type { FolderRule } from '../contract/intake.ts';
import type { AnalysedArticle, ImportBatch, KnownArticle, RejectedRecord } from '../import/analysis-pool.ts';
import { folderRules } from '../store/folder-rules.ts';
import { noteFigures, noteFile, noteProgress, noteRejection } from '../store/imports.ts';
import type { Archive } from './archive.ts';
import { writeArticle } from './article-writing.ts';
import { ruled, ruleFor } from './ruled.ts';
import { owned } from './text-index.ts';

/** A batch is written in transactions of about so many milliseconds, so that a search does not wait for long. */
const slice = 25;

type Step =
  | { readonly of: 'article'; readonly one: AnalysedArticle; readonly ordinal: number }
  | { readonly of: 'known'; readonly one: KnownArticle }
  | { readonly of: 'rejection'; readonly one: RejectedRecord };

/**
 * Writes a batch: the database first, in short transactions each of which also notes how far it came, then the index. After
 * a kill the next transaction's records are read again, and the index is mended at the next opening.
 */
export async function writeBatch(
  archive: Archive,
  importId: number,
  batch: ImportBatch,
  instead: ReadonlyMap<string, number> = new Map(),
): Promise<void> {
  const writing = new BatchWriting(archive, importId, batch, instead);
  try {
    while (!writing.done) {
      await archive.quiet();
      archive.database.lightly(() => writing.slice());
      archive.refresh(writing.fresh());
    }
  } catch (error) {
    archive.forget();
    throw error;
  }
  // The index may never know of an article that a power cut can take back.
  archive.database.settle();
  const { ids, replaced } = writing;
  if (batch.segment !== null && ids.some((id) => id > 0)) {
    const segment = { bytes: owned(batch.segment), articles: batch.articles.length };
    await archive.index.apply({ add: { segment, ids }, remove: [...replaced.keys()] });
    archive.articles.noteIndexed(replaced);
  }
}

class BatchWriting {
  /** Ids by ordinal of the segment; 0 leaves an article out. */
  readonly ids: number[];
  /** Articles that have a new version, with the hash of the last one of this batch. */
  readonly replaced = new Map<number, string>();
  readonly #archive: Archive;
  readonly #import: number;
  readonly #batch: ImportBatch;
  readonly #steps: readonly Step[];
  readonly #rules: readonly FolderRule[];
  readonly #instead: ReadonlyMap<string, number>;
  #next = 0;
  /** Number of the first covered file that is not written to its end. */
  #file = 0;
  #touched: number[] = [];

  constructor(archive: Archive, importId: number, batch: ImportBatch, instead: ReadonlyMap<string, number>) {
    this.#instead = instead;
    this.#archive = archive;
    this.#import = importId;
    this.#batch = batch;
    this.#steps = stepsOf(batch);
    this.#rules = folderRules(archive.database);
    this.ids = new Array<number>(batch.articles.length).fill(0);
  }

  get done(): boolean {
    return this.#next >= this.#steps.length && this.#file >= this.#batch.covered.length;
  }

  /** Ids of the articles that the last slices wrote; asked once. */
  fresh(): number[] {
    const ids = this.#touched;
    this.#touched = [];
    return ids;
  }

  /** Writes records until the time is up. Part of the caller's transaction. */
  slice(): void {
    const { database } = this.#archive;
    const at = this.#archive.now();
    const end = performance.now() + slice;
    const figures = { added: 0, known: 0, updated: 0 };
    let last: Step | undefined;
    while (this.#next < this.#steps.length && (last === undefined || performance.now() < end)) {
      last = this.#steps[this.#next++]!;
      const how = this.#write(last, at);
      if (how !== undefined) figures[how]++;
    }
    noteFigures(database, this.#import, figures, at);
    this.#noteFiles(last);
  }

  #write(step: Step, at: number): 'added' | 'known' | 'updated' | undefined {
    const { articles, database } = this.#archive;
    if (step.of === 'rejection') {
      noteRejection(database, this.#import, { ...step.one, path: this.#batch.covered[step.one.item]?.path ?? '' });
      return undefined;
    }
    if (step.of === 'known') {
      const article = articles.withHash(step.one.hash);
      if (article !== undefined) articles.addPlace(article.id, step.one.place);
      return 'known';
    }
    const rule = ruleFor(this.#rules, this.#batch.covered[step.one.item]?.path ?? '');
    const article = { ...step.one, record: ruled(step.one.record, rule) };
    const { id, how } = writeArticle(this.#archive, article, { importId: this.#import, at, instead: this.#instead });
    if (how === 'known') return how;
    if (how === 'updated') {
      // An earlier version may stand in this very segment.
      const before = this.ids.indexOf(id);
      if (before >= 0) this.ids[before] = 0;
      this.replaced.set(id, article.hash);
    }
    this.ids[step.ordinal] = id;
    this.#touched.push(id);
    return how;
  }

  /** Notes the files that came to their end with the last step, and how far the one in hand is. */
  #noteFiles(last: Step | undefined): void {
    const { database } = this.#archive;
    const { covered, files } = this.#batch;
    const next = this.#steps[this.#next];
    const end = next?.one.item ?? covered.length;
    for (; this.#file < end; this.#file++) {
      const { path, whole } = covered[this.#file]!;
      const at = this.#lastAt(this.#file, last);
      if (whole) noteProgress(database, this.#import, path, 'whole');
      else if (at !== undefined) noteProgress(database, this.#import, path, at);
      const read = whole ? files.find((file) => file.path === path) : undefined;
      if (read !== undefined) noteFile(database, this.#import, read);
    }
    const inHand = covered[end];
    if (inHand !== undefined && last?.one.item === end) {
      noteProgress(database, this.#import, inHand.path, last.one.at);
    }
  }

  #lastAt(item: number, last: Step | undefined): number | undefined {
    if (last === undefined || last.one.item === item) return last?.one.at;
    return this.#steps.findLast(({ one }) => one.item === item)?.one.at;
  }
}

/** Everything that was read, in the order of the input. */
function stepsOf({ articles, known, rejections }: ImportBatch): Step[] {
  const steps: Step[] = [
    ...articles.map((one, ordinal): Step => ({ of: 'article', one, ordinal })),
    ...known.map((one): Step => ({ of: 'known', one })),
    ...rejections.map((one): Step => ({ of: 'rejection', one })),
  ];
  return steps.sort((a, b) => a.one.item - b.one.item || a.one.at - b.one.at);
}
