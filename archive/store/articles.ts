import type { ReadState } from '../contract/articles.ts';
import type { DatePrecision } from '../contract/values.ts';
import type { Database, Row } from './database.ts';
import type { Labels } from './labels.ts';

/** The read states by the number that stands for each in the database. */
export const readStates: readonly ReadState[] = ['unread', 'read', 'check'];

/** An article as it is written: texts, and what is known about it. */
export interface NewArticle {
  /** Content hash, 64 hexadecimal digits. */
  readonly hash: string;
  readonly key: string | null;
  readonly title: string;
  readonly lead: string | null;
  readonly body: string;
  readonly source: string | null;
  readonly author: string | null;
  readonly rubric: string | null;
  readonly date: string | null;
  readonly precision: DatePrecision | null;
  readonly url: string | null;
  readonly format: string;
  readonly encoding: string;
}

export interface Place {
  readonly file: string;
  readonly record: number | null;
}

interface ArticleRow extends Row {
  id: number;
  hash: Uint8Array;
  key: string | null;
  title: string;
  source: number | null;
  author: number | null;
  rubric: number | null;
  format: number;
  encoding: number;
  date: string | null;
  date_precision: DatePrecision | null;
  url: string | null;
  read_state: number;
  rating: number;
  imported_at: number;
}

/** What every list shows of an article, and what the reader adds to it. */
export interface StoredArticle {
  readonly id: number;
  readonly hash: string;
  readonly key: string | null;
  readonly title: string;
  readonly source: string | null;
  readonly author: string | null;
  readonly rubric: string | null;
  readonly date: string | null;
  readonly datePrecision: DatePrecision | null;
  readonly url: string | null;
  readonly readState: ReadState;
  readonly rating: number;
  readonly format: string;
  readonly encoding: string;
  readonly importedAt: number;
}

const hashBytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hashText = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The content hash of an article, also in the bin: what it is called outside this archive. */
export const hashOf = (database: Database, id: number): string | undefined =>
  database.first<{ hash: string }>('SELECT lower(hex(hash)) AS hash FROM article WHERE id = ?', id)?.hash;

/** The articles of an archive. Those in the bin (`removed_at`) are not there for any of the questions. */
export class Articles {
  readonly #database: Database;
  readonly #labels: Labels;

  constructor(database: Database, labels: Labels) {
    this.#database = database;
    this.#labels = labels;
  }

  get count(): number {
    return Number(this.#database.first('SELECT count(*) AS n FROM article WHERE removed_at IS NULL')?.n);
  }

  /** The article with this content, also in the bin. */
  withHash(hash: string): { id: number; removed: boolean } | undefined {
    const row = this.#database.first<{ id: number; removed_at: number | null }>(
      'SELECT id, removed_at FROM article WHERE hash = ?',
      hashBytes(hash),
    );
    return row && { id: row.id, removed: row.removed_at !== null };
  }

  /**
   * The article that a record with this key is a new version of. Keys of different collections may be equal, so the
   * source must be the same, and the headline, the date or the address.
   */
  earlierVersion(article: NewArticle): number | undefined {
    if (article.key === null) return undefined;
    // The sign before `source` keeps SQLite from its index: a source has thousands of articles, a key one or two.
    return this.#database.first<{ id: number }>(
      `SELECT id FROM article
       WHERE key = ? AND +source IS ? AND removed_at IS NULL AND (title = ? OR date = ? OR url = ?)
       ORDER BY id DESC LIMIT 1`,
      article.key,
      article.source === null ? null : (this.#labels.find('source', article.source) ?? 0),
      article.title,
      article.date,
      article.url,
    )?.id;
  }

  /** The only article with this key, else the only one with this address. */
  named({ key, url }: { key: string | null; url: string | null }): number | undefined {
    const only = (column: 'key' | 'url', value: string | null) => {
      const sql = `SELECT id FROM article WHERE ${column} = ? AND removed_at IS NULL LIMIT 2`;
      const rows = value === null ? [] : this.#database.all<{ id: number }>(sql, value);
      return rows.length === 1 ? rows[0]!.id : undefined;
    };
    return only('key', key) ?? only('url', url);
  }

  add(article: NewArticle, importId: number, at: number): number {
    const { id } = this.#database.run(
      `INSERT INTO article (hash, key, title, source, author, rubric, format, encoding, date, date_precision, url, import, imported_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...this.#cells(article),
      importId,
      at,
    );
    this.#database.run(
      'INSERT INTO article_text (article, lead, body) VALUES (?, ?, ?)',
      id,
      article.lead,
      article.body,
    );
    return id;
  }

  /** A new version of the text under the same id; what the person made stays with it. */
  replace(id: number, article: NewArticle): void {
    this.#database.run(
      `UPDATE article SET hash = ?, key = ?, title = ?, source = ?, author = ?, rubric = ?, format = ?, encoding = ?,
         date = ?, date_precision = ?, url = ? WHERE id = ?`,
      ...this.#cells(article),
      id,
    );
    this.#database.run('UPDATE article_text SET lead = ?, body = ? WHERE article = ?', article.lead, article.body, id);
    // Until the index has taken the new text, a kill would leave it with the old one under an id that it knows.
    this.#noteStale(id);
  }

  addPlace(id: number, place: Place): void {
    this.#database.run(
      'INSERT OR IGNORE INTO article_place (article, file, record) VALUES (?, ?, ?)',
      id,
      place.file,
      place.record,
    );
  }

  places(id: number): Place[] {
    return this.#database.all<{ file: string; record: number | null }>(
      'SELECT file, record FROM article_place WHERE article = ? ORDER BY id',
      id,
    );
  }

  get(id: number): StoredArticle | undefined {
    const row = this.#database.first<ArticleRow>('SELECT * FROM article WHERE id = ? AND removed_at IS NULL', id);
    return row && this.#stored(row);
  }

  /** An article that lies in the bin. */
  inBin(id: number): StoredArticle | undefined {
    const row = this.#database.first<ArticleRow>('SELECT * FROM article WHERE id = ? AND removed_at IS NOT NULL', id);
    return row && this.#stored(row);
  }

  /** Articles whose text in the index may be another than here. */
  staleInIndex(): number[] {
    return this.#database.all<{ article: number }>('SELECT article FROM stale_index').map((row) => row.article);
  }

  /** The index has taken these versions, hashes by id; of an article that another import has replaced meanwhile it may lack the last. */
  noteIndexed(versions: ReadonlyMap<number, string>): void {
    const standing: number[] = [];
    for (const [id, hash] of versions) {
      if (this.withHash(hash)?.id === id) standing.push(id);
      else this.#noteStale(id);
    }
    this.forgetStale(standing);
  }

  #noteStale(id: number): void {
    this.#database.run('INSERT OR IGNORE INTO stale_index (article) VALUES (?)', id);
  }

  /** The index has let go of the old texts of these articles. */
  forgetStale(ids: readonly number[]): void {
    if (ids.length === 0) return;
    this.#database.run(
      'DELETE FROM stale_index WHERE article IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    );
  }

  text(id: number): { lead: string | null; body: string } | undefined {
    return this.#database.first<{ lead: string | null; body: string }>(
      'SELECT lead, body FROM article_text WHERE article = ?',
      id,
    );
  }

  tags(id: number): string[] {
    return this.#database
      .all<{ tag: string }>('SELECT tag FROM article_tag WHERE article = ? ORDER BY tag', id)
      .map((row) => row.tag);
  }

  /** What the index and the recogniser read of an article. */
  stored(
    id: number,
  ): { id: number; title: string; body: string; author: string | null; source: string | null } | undefined {
    const article = this.get(id);
    const text = article && this.text(id);
    return text && { id, title: article.title, body: text.body, author: article.author, source: article.source };
  }

  /** Ids of all articles, ascending. */
  ids(): number[] {
    return this.#database
      .all<{ id: number }>('SELECT id FROM article WHERE removed_at IS NULL ORDER BY id')
      .map((row) => row.id);
  }

  #label(id: number | null): string | null {
    return id === null ? null : this.#labels.text(id);
  }

  #cells(article: NewArticle) {
    const number = (kind: 'source' | 'author' | 'rubric', text: string | null) =>
      text === null ? null : this.#labels.number(kind, text);
    return [
      hashBytes(article.hash),
      article.key,
      article.title,
      number('source', article.source),
      number('author', article.author),
      number('rubric', article.rubric),
      this.#labels.number('format', article.format),
      this.#labels.number('encoding', article.encoding),
      article.date,
      article.precision,
      article.url,
    ];
  }

  #stored(row: ArticleRow): StoredArticle {
    return {
      id: row.id,
      hash: hashText(row.hash),
      key: row.key,
      title: row.title,
      source: this.#label(row.source),
      author: this.#label(row.author),
      rubric: this.#label(row.rubric),
      date: row.date,
      datePrecision: row.date_precision,
      url: row.url,
      readState: readStates[row.read_state] ?? 'unread',
      rating: row.rating,
      format: this.#labels.text(row.format),
      encoding: this.#labels.text(row.encoding),
      importedAt: row.imported_at,
    };
  }
}
