import type { Rejection } from '../contract/jobs.ts';
import type { Recognition } from '../entities/mention.ts';
import type { DictionaryEntry } from '../entities/own-names.ts';
import type { ArticleRecord, Place } from './article-record.ts';
import type { FileChoices } from './choices.ts';
import type { Source } from './walk.ts';

/**
 * What the service needs of the analysis workers, and the host injects: files in, analysed articles and finished
 * index segments out. The service may not know how the work is done; `archive/workers` does it.
 */
export interface AnalysisPool {
  /**
   * Reads files and folders and analyses every article in them. Batches come in the order of the input, whichever
   * worker was done first; nothing is read ahead beyond a few batches, so a slow consumer slows the readers. Ends when all
   * is read; throws the signal's reason when it is aborted. Nothing in a file makes it throw.
   */
  read(paths: readonly Source[], options: ReadOptions): AsyncIterable<ImportBatch>;
  /** Analyses texts that the archive has already: after a change of the analyzer or the model, or to rebuild an index. */
  analyse(texts: AsyncIterable<readonly StoredText[]>, signal: AbortSignal): AsyncIterable<AnalysedTexts>;
  /** Texts that the person has declared names: whatever is analysed from now on is read with them. */
  teach(names: readonly DictionaryEntry[]): void;
  /** Ends the workers. */
  close(): Promise<void>;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /**
   * Which of these content hashes the archive holds: those articles are not analysed again. Asked a batch at a time,
   * before analysis; an article that two batches have at once is analysed twice, so the hash decides again at writing.
   */
  readonly known: (hashes: readonly string[]) => readonly boolean[];
  readonly progress: (progress: ReadProgress) => void;
  /** What a person decided about a file, by its absolute path. */
  readonly choices?: (path: string) => FileChoices | undefined;
  /** How far each file (by its absolute path) was taken before: that much is not read again. */
  readonly taken?: (path: string) => Taken | undefined;
}

/** How far a file was taken: `whole`, or so many records (of an archive: members) from its beginning. */
export type Taken = 'whole' | number;

export interface ReadProgress {
  /** Records met so far: articles and rejected records. */
  readonly records: number;
  /** Bytes read and in all, as they lie on disk (compressed files count as compressed). */
  readonly bytes: number;
  readonly totalBytes: number;
  /** The file last begun: its name without its folder. */
  readonly file: string;
}

/** Which record of which file of a batch something was read from. */
export interface Origin {
  /** Number of the file in the batch's `covered`. */
  readonly item: number;
  /** The record in the file, from 1, those that were rejected counted; in a file of lines the line. */
  readonly at: number;
}

/** A record, or a file, that was not taken. */
export interface RejectedRecord extends Rejection, Origin {}

/** A file that a batch holds something of. */
export interface CoveredFile {
  /** Where it lies; empty for what stands for no file, such as a folder that could not be read. */
  readonly path: string;
  readonly file: string;
  /** Whether the batch has its last record. */
  readonly whole: boolean;
}

/** A new article: everything that was found out about it. */
export interface AnalysedArticle extends Origin {
  readonly record: ArticleRecord;
  readonly place: Place;
  /** SHA-256 of the normalised title and body, 64 hexadecimal digits: the identity of the content. */
  readonly hash: string;
  /** Name of the encoding the file was read in, as in {@link ReadFile}. */
  readonly encoding: string;
  /** Name of the reader: `txt`, `html`, `jsonl` … */
  readonly format: string;
  /** Of its body, as `shinglesOf` gives them: what reprints are found by. */
  readonly shingles: Uint32Array;
  readonly recognition: Recognition;
}

/** An article whose content the archive holds already: one more place of it. */
export interface KnownArticle extends Origin {
  readonly hash: string;
  readonly key: string | null;
  readonly place: Place;
}

/** A file that was read to its end. */
export interface ReadFile {
  readonly file: string;
  /** Where it lies, for keeping the original. Never crosses the contract. */
  readonly path: string;
  /** SHA-256 of the bytes as they lie on disk, hexadecimal. */
  readonly hash: string;
  readonly size: number;
  readonly encoding: string;
  readonly format: string;
  /** Articles that a document seems to hold which was taken as one; absent for one. */
  readonly clippings?: number;
}

export interface ImportBatch {
  /** In the order of the input. Exact duplicates within the batch are in `known`, the first in `articles`. */
  readonly articles: readonly AnalysedArticle[];
  readonly known: readonly KnownArticle[];
  readonly rejections: readonly RejectedRecord[];
  /** The files that its records are from, in the order of the input; also those that gave nothing. */
  readonly covered: readonly CoveredFile[];
  /** Files whose last record is in this batch. */
  readonly files: readonly ReadFile[];
  /** An index segment, as `SegmentBuilder` finishes it: document i is `articles[i]`. Null when there is no article. */
  readonly segment: Uint8Array | null;
}

/** A text of the archive by its id. */
export interface StoredText {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly author: string | null;
  readonly source: string | null;
}

export interface AnalysedTexts {
  /** In the order given. */
  readonly ids: readonly number[];
  readonly recognitions: readonly Recognition[];
  /** An index segment: document i is `ids[i]`. */
  readonly segment: Uint8Array;
}
