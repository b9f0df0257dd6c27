import type { Read } from '../article-record.ts';
import { article, type Draft, type FileReading, refused, type SourceFile } from '../reading.ts';

/** A part of a book or a magazine that can be read by itself. */
export interface Section {
  readonly title: string | undefined;
  readonly body: string;
  readonly author?: string | undefined;
}

/** What is said of the whole book. */
export type BookDraft = Pick<Draft, 'author' | 'date' | 'url' | 'tags'> & { readonly title: string | undefined };

/** A shorter section is a title page. */
const SHORTEST = 200;

/** Each section of text as an article of the book; a book of one section is one article. */
export function bookReading(
  source: SourceFile,
  format: string,
  encoding: string,
  book: BookDraft,
  sections: readonly Section[],
): FileReading {
  const long = sections.filter(({ body }) => body.length >= SHORTEST);
  const texts = long.length > 0 ? long : sections.filter(({ body }) => body.trim() !== '');
  const { title, ...common } = book;
  const reads = texts.flatMap((section, i): Read[] => {
    const single = texts.length === 1;
    const draft = {
      ...common,
      author: section.author ?? common.author,
      title: single
        ? (title ?? section.title)
        : (section.title ?? (title === undefined ? undefined : `${title}, ${i + 1}`)),
      source: single ? undefined : title,
      body: section.body,
    };
    const made = article(draft, source.file, false);
    return made === undefined ? [] : [{ place: { file: source.file, record: single ? null : i + 1 }, article: made }];
  });
  return reads.length === 0 ? { ...refused(source.file, format, 'no-text'), encoding } : { format, encoding, reads };
}
