import type { RejectionReason } from '../contract/jobs.ts';
import type { ArticleRecord, PressDate, Read } from './article-record.ts';
import { readHead } from './head.ts';
import { oneLine, plainText, titleOf } from './plain.ts';
import { dateOfFileName } from './press-date.ts';

/** A file as a reader is given it. */
export interface SourceFile {
  /** The path below the chosen folder; readers take dates from it. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What a reader made of a file. */
export interface FileReading {
  readonly format: string;
  readonly encoding: string;
  readonly reads: readonly Read[];
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
}

/**
 * A draft made whole: texts cleaned, a headline made where there is none. Undefined when it has no text. What the draft
 * says itself outweighs what the head of its text says, and that the file's name.
 *
 * @param head whether the text may begin with a byline and the like, which are then taken off
 */
export function article(draft: Draft, file: string, head: boolean): ArticleRecord | undefined {
  const text = plainText(draft.body);
  if (text === '') return undefined;
  const named = dateOfFileName(file);
  const year = Number((draft.date ?? named)?.iso.slice(0, 4)) || undefined;
  const above = head ? readHead(text, year) : { body: text };
  const title = oneLine(draft.title ?? '');
  const body = plainText(above.body);
  return {
    key: field(draft.key),
    title: title === '' ? titleOf(body) : title,
    lead: draft.lead === undefined ? null : plainText(draft.lead) || null,
    body,
    author: field(draft.author) ?? field(above.author),
    source: field(draft.source) ?? field(above.source),
    date: draft.date ?? above.date ?? named ?? null,
    url: field(draft.url) ?? field(above.url),
    rubric: field(draft.rubric) ?? field(above.rubric),
    tags: [...new Set((draft.tags ?? []).map(oneLine))].filter((tag) => tag !== '' && tag.length <= 100),
  };
}

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
