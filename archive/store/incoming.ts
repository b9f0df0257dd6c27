import type { NewArticle, Place } from './articles.ts';
import { type CurationRow, curationRows } from './curation.ts';
import { type Database, openCopy, type ReadableDatabase, type Row } from './database.ts';

/** An article of another archive: what is written of it, and what its person added. */
export interface IncomingArticle {
  /** Its id there. */
  readonly id: number;
  readonly article: NewArticle;
  readonly places: readonly Place[];
  readonly tags: readonly string[];
  readonly readState: number;
  readonly rating: number;
  readonly removedAt: number | null;
}

const articleOf = `SELECT a.id, lower(hex(a.hash)) AS hash, a.key, a.title, t.lead, t.body, s.text AS source, u.text AS author,
    r.text AS rubric, a.date, a.date_precision AS precision, a.url, f.text AS format, e.text AS encoding,
    a.read_state AS readState, a.rating, a.removed_at AS removedAt
  FROM article a JOIN article_text t ON t.article = a.id
    LEFT JOIN label s ON s.id = a.source LEFT JOIN label u ON u.id = a.author LEFT JOIN label r ON r.id = a.rubric
    JOIN label f ON f.id = a.format JOIN label e ON e.id = a.encoding`;

/** A database of another archive, of the present schema, to be read from. */
export class IncomingDatabase {
  readonly #copy: ReadableDatabase & { close(): void };

  constructor(path: string) {
    this.#copy = openCopy(path);
  }

  get articles(): number {
    return Number(this.#copy.first('SELECT count(*) AS n FROM article')?.n);
  }

  /** Articles by their ids there, so many at a time. */
  *batches(size: number): Generator<IncomingArticle[]> {
    for (let last = 0; ; ) {
      const rows = this.#copy.all(`${articleOf} WHERE a.id > ? ORDER BY a.id LIMIT ?`, last, size);
      if (rows.length === 0) return;
      last = Number(rows.at(-1)!.id);
      yield rows.map((row) => this.#article(row));
    }
  }

  /** Rows of a table in their order, without their ids there. */
  rows(table: 'annotation' | 'selection_item' | 'saved_search' | 'glossary' | 'column_mapping'): Row[] {
    const order = table === 'selection_item' ? 'selection, position, id' : 'id';
    return this.#copy.all(`SELECT * FROM ${table} ORDER BY ${order}`).map(({ id: _, ...row }) => row);
  }

  selections(): { id: number; name: string }[] {
    return this.#copy.all<{ id: number; name: string }>('SELECT id, name FROM selection ORDER BY id');
  }

  curation(): CurationRow[] {
    return curationRows(this.#copy);
  }

  /** The durable names of entities by their ids there: `person:нуртлеу|мурат`. */
  entities(): Map<number, string> {
    const rows = this.#copy.all<{ id: number; ref: string }>("SELECT id, kind || ':' || key AS ref FROM entity");
    return new Map(rows.map(({ id, ref }) => [id, ref]));
  }

  files(): { file: string; hash: string; size: number; encoding: string; format: string }[] {
    return this.#copy.all(
      'SELECT file, lower(hex(original)) AS hash, size, encoding, format FROM import_file ORDER BY id',
    );
  }

  close(): void {
    this.#copy.close();
  }

  #article({ id, readState, rating, removedAt, ...article }: Row): IncomingArticle {
    return {
      id: Number(id),
      article: article as unknown as NewArticle,
      places: this.#copy.all<{ file: string; record: number | null }>(
        'SELECT file, record FROM article_place WHERE article = ? ORDER BY id',
        Number(id),
      ),
      tags: this.#copy
        .all<{ tag: string }>('SELECT tag FROM article_tag WHERE article = ? ORDER BY id', Number(id))
        .map(({ tag }) => tag),
      readState: Number(readState),
      rating: Number(rating),
      removedAt: removedAt === null ? null : Number(removedAt),
    };
  }
}

/** Adds the rows of a table that are not here yet; a row is told by what it says. */
export function addMissingRows(database: Database, table: 'glossary' | 'column_mapping', rows: readonly Row[]): void {
  for (const row of rows) {
    const names = Object.keys(row);
    database.run(
      `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...Object.values(row),
    );
  }
}
