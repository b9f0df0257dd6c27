import type { Pencil } from '../contract/annotations.ts';
import { type AnnotationRecord, annotationRecords, lastAnnotated } from '../store/annotations.ts';
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

/** Articles whose annotations are read at once while nobody waits for them. */
const stride = 500;

/**
 * Every annotation of the archive without its texts, in memory: read from the database ahead of need, a stretch of articles
 * at a time, or at the latest when they are first asked for; then kept in step article by article.
 */
export class AnnotationColumns {
  readonly #database: Database;
  readonly #ofArticle = new Map<number, Noted[]>();
  #byChange: readonly Noted[] | undefined;
  /** Up to this article everything is read. */
  #upTo = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Reads what the next articles have. @returns whether all is read now */
  readAhead(): boolean {
    this.#readTo(this.#upTo + stride);
    if (this.#upTo < lastAnnotated(this.#database)) return false;
    this.byChange();
    return true;
  }

  /** Reads the annotations of one article again, whatever has changed of them. */
  read(article: number): void {
    if (article > this.#upTo) return;
    this.#ofArticle.delete(article);
    this.#add(annotationRecords(this.#database, article - 1, article));
    this.#byChange = undefined;
  }

  /** The last changed first. */
  byChange(): readonly Noted[] {
    this.#readTo(Number.POSITIVE_INFINITY);
    this.#byChange ??= [...this.#ofArticle.values()].flat().sort((a, b) => b.changedAt - a.changedAt || b.id - a.id);
    return this.#byChange;
  }

  #readTo(article: number): void {
    if (article <= this.#upTo) return;
    this.#add(annotationRecords(this.#database, this.#upTo, article));
    this.#upTo = article;
  }

  #add(records: readonly AnnotationRecord[]): void {
    for (const record of records) {
      const list = this.#ofArticle.get(record.article);
      if (list) list.push(notedOf(record));
      else this.#ofArticle.set(record.article, [notedOf(record)]);
    }
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
