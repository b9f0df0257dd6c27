import type { RejectionReason } from '../contract/jobs.ts';
import type { DatePrecision } from '../contract/values.ts';
import type { Confidence } from './metadata.ts';

/** A date of publication as far as it is known: ISO text cut to its precision, in the outlet's local time. */
export interface PressDate {
  readonly iso: string;
  readonly precision: DatePrecision;
}

/** One article as a reader found it: plain text, NFC, paragraphs separated by `\n`, nothing of the page's furniture. */
export interface ArticleRecord {
  /** The id that the record carried in its file. */
  readonly key: string | null;
  /** Never empty: where the file has no headline, the beginning of the text stands in. */
  readonly title: string;
  /** The lead where the file marks one; it is then also the beginning of `body` unless the file keeps it apart. */
  readonly lead: string | null;
  /** Never empty; without headline and byline. */
  readonly body: string;
  readonly author: string | null;
  readonly source: string | null;
  readonly date: PressDate | null;
  readonly url: string | null;
  readonly rubric: string | null;
  readonly tags: readonly string[];
  /** How far each of the known fields can be trusted. */
  readonly confidence: Confidence;
}

/** Where a record stands. */
export interface Place {
  /** The path as the person gave it, below the chosen folder; with `/` between names, also for members of an archive. */
  readonly file: string;
  /** The line or record in the file, from 1; null for the whole file. */
  readonly record: number | null;
}

/** A record, or the reason why there is none. */
export type Read =
  | {
      readonly place: Place;
      readonly article: ArticleRecord;
      /** Of the member of an archive, where they differ from its own. */
      readonly format?: string;
      readonly encoding?: string;
    }
  | { readonly place: Place; readonly reason: RejectionReason };
