import { existsSync, renameSync } from 'node:fs';
import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { refuse } from '../contract/refuse.ts';

/** What a column may hold, coming out. */
type Cell = null | number | string | Uint8Array;
export type Row = Record<string, Cell>;
export type Value = SQLInputValue;

/** SQLite's primary result codes that are not faults of the program. */
const busy = 5;
const full = 13;
const corrupt = 11;
const notADatabase = 26;

function primaryCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** Runs the work; a full disk, a foreign file and a file that another process owns become refusals. */
function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = primaryCode(error);
    if (code === full) refuse('DISK_FULL');
    if (code === busy) refuse('ARCHIVE_IN_USE');
    if (code === corrupt) refuse('ARCHIVE_DAMAGED');
    if (code === notADatabase) refuse('ARCHIVE_FOREIGN');
    throw error;
  }
}

/** As {@link guarded}, for work that is waited for. */
async function guardedLater(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    guarded(() => {
      throw error;
    });
  }
}

/** What every reader of a database may do. */
export type ReadableDatabase = Pick<Database, 'all' | 'first' | 'each'>;

/**
 * The archive's database: the only place that knows `node:sqlite`. Statements are prepared once and kept by their text.
 *
 * The file is held in SQLite's exclusive locking mode: the operating system's lock on it says who owns the archive, and
 * goes with the process however that ends. Every commit is synced, so what a person made is on disk when the call returns.
 */
export class Database {
  #connection: DatabaseSync;
  readonly #path: string;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  /**
   * @throws a refusal: ARCHIVE_IN_USE when another process or connection has it, ARCHIVE_FOREIGN when it is no database,
   *   ARCHIVE_DAMAGED
   */
  constructor(path: string) {
    this.#path = path;
    this.#connection = Database.#own(path);
  }

  static #own(path: string): DatabaseSync {
    const connection = guarded(() => new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true }));
    try {
      guarded(() => {
        connection.exec(`
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          PRAGMA temp_store = MEMORY;
          PRAGMA cache_size = -32768;
          BEGIN IMMEDIATE;
          COMMIT;
        `);
      });
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  }

  /** How many rows this connection has changed: the same number twice means that nothing was written between. */
  get changes(): number {
    return Number(this.first('SELECT total_changes() AS n')?.n);
  }

  /** The names of its tables. */
  tables(): string[] {
    return this.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").map(({ name }) => name);
  }

  /** Runs several statements without parameters: for migrations. */
  script(sql: string): void {
    guarded(() => this.#connection.exec(sql));
  }

  all<T extends Row>(sql: string, ...values: Value[]): T[] {
    return guarded(() => this.#prepare(sql).all(...values) as T[]);
  }

  /** The first row. */
  first<T extends Row>(sql: string, ...values: Value[]): T | undefined {
    return guarded(() => this.#prepare(sql).get(...values) as T | undefined);
  }

  /** Rows one at a time, for tables that do not fit into memory; the statement is its own, so loops may nest. */
  *each<T extends Row>(sql: string, ...values: Value[]): IterableIterator<T> {
    const statement = guarded(() => this.#connection.prepare(sql));
    yield* statement.iterate(...values) as IterableIterator<T>;
  }

  /** @returns the row's id for an insertion, and how many rows were changed */
  run(sql: string, ...values: Value[]): { id: number; changes: number } {
    const result = guarded(() => this.#prepare(sql).run(...values));
    return { id: Number(result.lastInsertRowid), changes: Number(result.changes) };
  }

  /** All of the work is written, or none of it. Inside another transaction it is part of that one. */
  transaction<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work();
    guarded(() => this.#connection.exec('BEGIN IMMEDIATE'));
    this.#depth++;
    try {
      const result = work();
      guarded(() => this.#connection.exec('COMMIT'));
      return result;
    } catch (error) {
      // A full disk may have rolled the transaction back already.
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth--;
    }
  }

  /**
   * As {@link transaction}, without waiting for the disk: a kill of the process loses nothing of it, a power cut may take it
   * back, whole. For work that can be done again; {@link settle}, or the next transaction, makes it last.
   */
  lightly<Result>(work: () => Result): Result {
    if (this.#depth > 0) return work();
    guarded(() => this.#connection.exec('PRAGMA synchronous = NORMAL'));
    try {
      return this.transaction(work);
    } finally {
      this.#connection.exec('PRAGMA synchronous = FULL');
    }
  }

  /** What was written so far is on the disk when it returns. */
  settle(): void {
    guarded(() => this.#connection.exec('PRAGMA wal_checkpoint(PASSIVE)'));
  }

  /** Copies the database while it is in use; pages at a time, so that calls go on meanwhile. */
  async copyTo(path: string, progress: (done: number, total: number) => void = () => {}): Promise<void> {
    await guardedLater(
      backup(this.#connection, path, {
        rate: 500,
        progress: ({ totalPages, remainingPages }) => progress(totalPages - remainingPages, totalPages),
      }),
    );
  }

  /** Copies the database at once. */
  copyAtOnce(path: string): void {
    guarded(() => this.#connection.prepare('VACUUM INTO ?').run(path));
  }

  /** Does the work with another database file attached under a name. */
  beside<Result>(path: string, name: string, work: () => Result): Result {
    guarded(() => this.#connection.prepare(`ATTACH ? AS ${name}`).run(path));
    try {
      return guarded(work);
    } finally {
      this.#statements.clear();
      this.#connection.exec(`DETACH ${name}`);
    }
  }

  /**
   * Another database file takes the place of this one, at once and whole; whoever holds this object goes on with the new one.
   * A kill leaves the one or the other. The file must lie on the same disk.
   *
   * @throws a refusal when the new file cannot be opened, and then nothing can be asked any more
   */
  replaceWith(path: string): void {
    this.close();
    try {
      // A log left beside the file would be applied to the new one: closing writes it back and removes it.
      if (existsSync(`${this.#path}-wal`)) throw new Error('the write-ahead log was not taken in');
      renameSync(path, this.#path);
    } finally {
      this.#connection = Database.#own(this.#path);
    }
  }

  close(): void {
    this.#statements.clear();
    this.#connection.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/**
 * Reads a database file that nobody writes, a backup, and closes it. The file is not changed, nor anything beside it.
 *
 * @throws a refusal: ARCHIVE_FOREIGN, ARCHIVE_DAMAGED
 */
export function readCopy<Result>(path: string, work: (copy: ReadableDatabase) => Result): Result {
  const copy = openCopy(path);
  try {
    return guarded(() => work(copy));
  } finally {
    copy.close();
  }
}

/** Opens a database file that nobody writes, to be read over a while. @throws as {@link readCopy} */
export function openCopy(path: string): ReadableDatabase & { close(): void } {
  const connection = guarded(() => new DatabaseSync(path, { readOnly: true }));
  return {
    all: (sql, ...values) => guarded(() => connection.prepare(sql).all(...values)) as never,
    first: (sql, ...values) => guarded(() => connection.prepare(sql).get(...values)) as never,
    each: (sql, ...values) => connection.prepare(sql).iterate(...values) as never,
    close: () => connection.close(),
  };
}

/** Makes a copy a file of its own: without a log beside it, so that it can be read from a disk that cannot be written. */
export function settleCopy(path: string): void {
  const connection = guarded(() => new DatabaseSync(path));
  try {
    guarded(() => connection.exec('PRAGMA journal_mode = DELETE'));
  } finally {
    connection.close();
  }
}
