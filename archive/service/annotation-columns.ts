import type { Pencil } from '../contract/annotations.ts';
import { type AnnotationRecord, annotationRecords } from '../store/annotations.ts';
import type { Database } from '../store/database.ts';

/** An annotation as lists and filters see it. */
export interface Noted {
  readonly id: number;
  readonly article: number;
  readonly pencil: Pencil;
  readonly bookmark: boolean;
  readonly noted: boolean;
  readonly placed: boolean;
  /** Rises with the text; the title comes first, what has no place last. */
  readonly place: number;
  readonly tags: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
}

/** Many annotations have the same few tags: each list of them is kept once. */
const none: readonly string[] = [];

/**
 * Every annotation of the archive without its texts, in memory: read from the database when they are first asked for,
 * then kept in step article by article.
 */
export class AnnotationColumns {
  readonly #database: Database;
  readonly #ofArticle = new Map<number, Noted[]>();
  #byChange: readonly Noted[] | undefined;

  constructor(database: Database) {
    this.#database = database;
    for (const record of annotationRecords(database)) this.#add(notedOf(record));
  }

  /** Reads the annotations of one article again, whatever has changed of them. */
  read(article: number): void {
    this.#ofArticle.delete(article);
    for (const record of annotationRecords(this.#database, article)) this.#add(notedOf(record));
    this.#byChange = undefined;
  }

  /** The last changed first. */
  byChange(): readonly Noted[] {
    this.#byChange ??= [...this.#ofArticle.values()].flat().sort((a, b) => b.changedAt - a.changedAt || b.id - a.id);
    return this.#byChange;
  }

  #add(noted: Noted): void {
    const list = this.#ofArticle.get(noted.article);
    if (list) list.push(noted);
    else this.#ofArticle.set(noted.article, [noted]);
  }
}

const notedOf = (record: AnnotationRecord): Noted => ({
  id: record.id,
  article: record.article,
  pencil: record.pencil,
  bookmark: record.bookmark === 1,
  noted: record.noted === 1,
  placed: record.placed === 1,
  place: record.place,
  tags: record.tags === '[]' ? none : (JSON.parse(record.tags) as string[]),
  createdAt: record.created_at,
  changedAt: record.changed_at,
});
