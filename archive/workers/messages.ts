import type { DictionaryEntry } from '../entities/own-names.ts';
import type { AnalysedTexts, ImportBatch, StoredText } from '../import/analysis-pool.ts';
import type { Task } from '../import/tasks.ts';

/** What a worker is started with. */
export interface WorkerStart {
  /** Folder of `dictionary.bin` and `model.bin`. */
  readonly resources: string;
  /**
   * Three cells: the number of the file in hand within the task, so that a crash can be laid at its door; a count of texts
   * analysed, so that a slow worker is told from one that hangs; and the megabytes that it holds after an order.
   */
  readonly cursor: SharedArrayBuffer;
}

export type WorkTask = Exclude<Task, { kind: 'report' }>;

/** To a worker: one piece of work at a time, and the answers to what it asks meanwhile. */
export type Order =
  | { readonly order: 'read'; readonly task: WorkTask; readonly names: readonly DictionaryEntry[] }
  | { readonly order: 'analyse'; readonly texts: readonly StoredText[]; readonly names: readonly DictionaryEntry[] }
  | { readonly order: 'known'; readonly known: readonly boolean[] };

/** From a worker. */
export type Answer =
  | { readonly answer: 'known?'; readonly hashes: readonly string[] }
  | { readonly answer: 'read'; readonly batch: ImportBatch }
  | { readonly answer: 'analysed'; readonly analysed: AnalysedTexts };
