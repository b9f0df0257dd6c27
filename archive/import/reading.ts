import type { RejectionReason } from '../contract/jobs.ts';
import type { ArticleRecord, PressDate, Read } from './article-record.ts';
import type { FileChoices } from './choices.ts';
import { type Head, readHead } from './head.ts';
import { type Confidence, FOUND, type MetadataField } from './metadata.ts';
import { pathMetadata } from './path-metadata.ts';
import { oneLine, plainText, titleOf } from './plain.ts';

/** A file as a reader is given it. */
export interface SourceFile {
  /** The path below the chosen folder; readers take dates from it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What a person decided about it. */
  readonly choices?: FileChoices | undefined;
  /** The bytes of a file that lies in the same folder or below it; undefined for any other. */
  readonly beside?: ((path: string) => Uint8Array | undefined) | undefined;
}

/** What a reader made of a file. */
export interface FileReading {
  readonly format: string;
  readonly encoding: string;
  readonly reads: readonly Read[];
  /** Articles that a document seems to hold which was taken as one; absent for one. */
  readonly clippings?: number;
}

/** Reads one format. Bad input gives reads with a reason; it may throw only for a fault of a library, which the caller turns into `broken`. */
export type Reader = (source: SourceFile) => FileReading | Promise<FileReading>;

/** A file that gave nothing, with the reason. */
export function refused(file: string, format: string, reason: RejectionReason): FileReading {
  return { format, encoding: '', reads: [{ place: { file, record: null }, reason }] };
}

/** What is known of an article before it is made whole: any field may be missing or untidy. */
export interface Draft {
  readonly key?: string | undefined;
  readonly title?: string | undefined;
  readonly lead?: string | undefined;
  readonly body: string;
  readonly author?: string | undefined;
  readonly source?: string | undefined;
  readonly date?: PressDate | undefined;
  readonly url?: string | undefined;
  readonly rubric?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Of the fields that are given here, where it is not that of a record's. */
  readonly confidence?: Confidence | undefined;
}

/**
 * A draft made whole: texts cleaned, a headline made where there is none. Undefined when it has no text. What the draft
 * says itself outweighs what the head of its text says, and that the file's name, and that its folders'.
 *
 * @param head whether the text may begin with a byline and the like, which are then taken off
 */
export function article(draft: Draft, file: string, head: boolean): ArticleRecord | undefined {
  const text = plainText(draft.body);
  if (text === '') return undefined;
  const path = pathMetadata(file);
  const year = Number((draft.date ?? path.date?.value)?.iso.slice(0, 4)) || undefined;
  const above: Head = head ? readHead(text, year) : { body: text };
  const body = plainText(above.body);
  const confidence: { -readonly [K in keyof Confidence]: Confidence[K] } = {};
  /** The first of the values that there is; its confidence is noted. */
  const best = <Value>(
    name: MetadataField,
    ...found: (readonly [Value | null | undefined, number])[]
  ): Value | null => {
    for (const [value, certainty] of found) {
      if (value === null || value === undefined || value === '') continue;
      confidence[name] = certainty;
      return value;
    }
    return null;
  };
  const given = (name: MetadataField) => draft.confidence?.[name] ?? FOUND.record;
  const origin = above.inDateline ? FOUND.dateline : FOUND.head;
  const { date, source } = path;
  return {
    key: field(draft.key),
    title: best('title', [oneLine(draft.title ?? ''), given('title')], [titleOf(body), FOUND.beginning])!,
    lead: best('lead', [plainText(draft.lead ?? ''), given('lead')]),
    body,
    author: best('author', [field(draft.author), given('author')], [field(above.author), FOUND.head]),
    source: best(
      'source',
      [field(draft.source), given('source')],
      [field(above.source), origin],
      [source?.value, source === undefined ? 0 : FOUND[source.from]],
    ),
    date: best(
      'date',
      [draft.date, given('date')],
      [above.date, origin],
      [date?.value, date === undefined ? 0 : FOUND[date.from]],
    ),
    url: best('url', [field(draft.url), given('url')], [field(above.url), FOUND.head]),
    rubric: best('rubric', [field(draft.rubric), given('rubric')], [field(above.rubric), FOUND.head]),
    tags: [...new Set((draft.tags ?? []).map(oneLine))].filter((tag) => tag !== '' && tag.length <= 100),
    confidence,
  };
}

/** A longer text, in UTF-16 units, is no article, nor a book: about two thousand pages. */
export const LONGEST_TEXT = 5_000_000;
/** A file of nothing but text with more bytes is longer in any encoding: it is not decoded to be counted. */
export const LONGEST_TEXT_BYTES = 3 * LONGEST_TEXT;

/** Longer values are no names but texts that strayed into the field. */
const LONGEST_FIELD = 2000;

function field(value: string | undefined): string | null {
  const line = oneLine(value ?? '');
  return line === '' || line.length > LONGEST_FIELD ? null : line;
}

/** A whole file as one article, or `no-text`. */
export function single(source: SourceFile, format: string, encoding: string, draft: Draft): FileReading {
  const made = article(draft, source.file, true);
  if (made === undefined) return { ...refused(source.file, format, 'no-text'), encoding };
  return { format, encoding, reads: [{ place: { file: source.file, record: null }, article: made }] };
}
