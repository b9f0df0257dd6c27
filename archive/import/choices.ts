import type { Encoding } from './charset.ts';
import type { ColumnMapping } from './tables/columns.ts';

/** What a person has decided about one file. Plain data, so that it can be kept and given again. */
export interface FileChoices {
  /** Read in this encoding, whatever the file seems to be in. */
  readonly encoding?: Encoding;
  /** Text that was damaged by a wrong encoding is put right, see `repairedText`. */
  readonly repair?: boolean;
  /** The sign between the values of a table; an empty one is guessed. */
  readonly delimiter?: string;
  /** Which column of a table holds what. */
  readonly columns?: ColumnMapping;
  /** Where articles begin in the text of a document: UTF-16 offsets, see `proposedCuts`. An empty list keeps it whole. */
  readonly cuts?: readonly number[] | 'proposed';
}
