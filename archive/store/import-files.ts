import type { ColumnMapping, FileRef, ReadFile } from '../contract/intake.ts';
import { refuse } from '../contract/refuse.ts';
import type { Database } from './database.ts';

/** The files that an import read, by name; of `digests` those that seem to hold several articles. */
export function readFiles(
  database: Database,
  { job, digests, offset, limit }: { job: string; digests: boolean; offset: number; limit: number },
): { total: number; files: ReadFile[] } {
  const which = digests ? 'AND f.clippings > 1' : '';
  const from = `FROM import_file AS f JOIN import AS i ON i.id = f.import WHERE i.job = ? ${which}`;
  return {
    total: Number(database.first(`SELECT count(*) AS n ${from}`, job)?.n),
    files: database
      .all<{ id: number; file: string; encoding: string; format: string; size: number; clippings: number | null }>(
        `SELECT f.id, f.file, f.encoding, f.format, f.size, f.clippings ${from} ORDER BY f.file, f.id LIMIT ? OFFSET ?`,
        job,
        limit,
        offset,
      )
      .map((row) => ({ ...row })),
  };
}

/** Where a file of an import is found: by its original's hash, or by the path that it had. */
export interface FileOrigin {
  readonly importId: number;
  readonly file: string;
  readonly hash: string | null;
  readonly path: string | null;
}

/** @throws a refusal: NOT_FOUND */
export function fileOrigin(database: Database, { kind, id }: FileRef): FileOrigin {
  const sql =
    kind === 'read'
      ? 'SELECT import AS importId, file, lower(hex(original)) AS hash, NULL AS path FROM import_file WHERE id = ?'
      : 'SELECT import AS importId, file, NULL AS hash, path FROM import_rejection WHERE id = ?';
  const row = database.first<{ importId: number; file: string; hash: string | null; path: string | null }>(sql, id);
  return row === undefined ? refuse('NOT_FOUND') : { ...row };
}

/** The key of a place in {@link articlesOfFile}. */
export const placeKey = (file: string, record: number | null): string => `${file}\n${record ?? ''}`;

/** The articles that an import took from a file or from members of it, by place. */
export function articlesOfFile(database: Database, importId: number, file: string): Map<string, number> {
  const rows = database.all<{ id: number; file: string; record: number | null }>(
    `SELECT article.id, p.file, p.record FROM article_place AS p JOIN article ON article.id = p.article
     WHERE article.import = ? AND removed_at IS NULL AND (p.file = ? OR substr(p.file, 1, ?) = ?)`,
    importId,
    file,
    file.length + 1,
    `${file}/`,
  );
  return new Map(rows.map((row) => [placeKey(row.file, row.record), row.id]));
}

/** A file is read anew: its line leaves the report, its articles have no place until they are met again. */
export function forgetReading(database: Database, { kind, id }: FileRef, places: ReadonlyMap<string, number>): void {
  database.run(`DELETE FROM ${kind === 'read' ? 'import_file' : 'import_rejection'} WHERE id = ?`, id);
  for (const [key, article] of places) {
    const [file, record] = key.split('\n');
    database.run(
      'DELETE FROM article_place WHERE article = ? AND file = ? AND record IS ?',
      article,
      file!,
      record === '' ? null : Number(record),
    );
  }
}

/** Of these articles those that stand nowhere any more. */
export function placeless(database: Database, articles: Iterable<number>): number[] {
  return [...new Set(articles)].filter(
    (id) => database.first('SELECT 1 AS one FROM article_place WHERE article = ? LIMIT 1', id) === undefined,
  );
}

const signature = (header: readonly string[]) => JSON.stringify(header.map((name) => name.trim().toLowerCase()));

/** Remembers what the columns of tables with this first row hold. */
export function rememberColumns(database: Database, header: readonly string[], mapping: ColumnMapping): void {
  database.run(
    `INSERT INTO column_mapping (columns, mapping) VALUES (?, ?)
     ON CONFLICT (columns) DO UPDATE SET mapping = excluded.mapping`,
    signature(header),
    JSON.stringify(mapping),
  );
}

export function rememberedColumns(database: Database, header: readonly string[]): ColumnMapping | undefined {
  const row = database.first<{ mapping: string }>(
    'SELECT mapping FROM column_mapping WHERE columns = ?',
    signature(header),
  );
  return row && (JSON.parse(row.mapping) as ColumnMapping);
}

export const remembersColumns = (database: Database): boolean =>
  database.first('SELECT 1 AS one FROM column_mapping LIMIT 1') !== undefined;
