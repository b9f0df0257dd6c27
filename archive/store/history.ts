import { refuse } from '../contract/refuse.ts';
import type { Database, Row, Value } from './database.ts';

/** What a step was about, for the sentence that says what was undone. */
export type StepKind = 'annotation' | 'selection' | 'curation' | 'article' | 'search' | 'removal' | 'glossary';

/** Tables whose changes can be undone. Each has an integer key `id`. */
type Table =
  | 'annotation'
  | 'selection'
  | 'selection_item'
  | 'curation'
  | 'article'
  | 'article_tag'
  | 'article_doubt'
  | 'saved_search'
  | 'glossary';

/** One row before and after: null where it was not, or is no longer. An update names only the columns it set. */
interface RowChange {
  readonly table: Table;
  readonly id: number;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** The same change of many rows: each had `before` in the columns that were set, and has `after`. */
interface EvenChange {
  readonly table: Table;
  readonly ids: readonly number[];
  readonly before: Row;
  readonly after: Row;
}

type Change = RowChange | EvenChange;

/** Steps that can be undone are kept, also over a restart; older ones are forgotten. */
const kept = 1000;

const column = (name: string) => `"${name}"`;

function insert(database: Database, table: Table, row: Row): number {
  const names = Object.keys(row);
  return database.run(
    `INSERT INTO ${table} (${names.map(column).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(row),
  ).id;
}

function update(database: Database, table: Table, id: number, row: Row): void {
  const sets = Object.keys(row).map((name) => `${column(name)} = ?`);
  const { changes } = database.run(
    `UPDATE ${table} SET ${sets.join(', ')} WHERE id = ?`,
    ...(Object.values(row) as Value[]),
    id,
  );
  if (changes === 0) refuse('CONFLICT');
}

function updateEvenly(database: Database, table: Table, ids: readonly number[], row: Row): void {
  const sets = Object.keys(row).map((name) => `${column(name)} = ?`);
  const { changes } = database.run(
    `UPDATE ${table} SET ${sets.join(', ')} WHERE id IN (SELECT value FROM json_each(?))`,
    ...(Object.values(row) as Value[]),
    JSON.stringify(ids),
  );
  if (changes !== ids.length) refuse('CONFLICT');
}

/** Changes rows of what a person made, and remembers how they were. Lives as long as one {@link takeStep}. */
export class Editor {
  readonly changes: Change[] = [];
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  insert(table: Table, row: Row): number {
    const id = insert(this.#database, table, row);
    this.changes.push({ table, id, before: null, after: { ...row, id } });
    return id;
  }

  /** @throws a refusal: NOT_FOUND */
  update(table: Table, id: number, row: Row): void {
    const names = Object.keys(row).map(column).join(', ');
    const before = this.#database.first(`SELECT ${names} FROM ${table} WHERE id = ?`, id) ?? refuse('NOT_FOUND');
    update(this.#database, table, id, row);
    this.changes.push({ table, id, before: { ...before }, after: row });
  }

  /**
   * Sets the same columns of many rows, which all hold `before` in them now: one entry of the log however many.
   *
   * @throws a refusal: CONFLICT when a row is not there
   */
  updateAll(table: Table, ids: readonly number[], before: Row, after: Row): void {
    updateEvenly(this.#database, table, ids, after);
    this.changes.push({ table, ids, before, after });
  }

  /** @throws a refusal: NOT_FOUND */
  remove(table: Table, id: number): void {
    const before = this.#database.first(`SELECT * FROM ${table} WHERE id = ?`, id) ?? refuse('NOT_FOUND');
    this.#database.run(`DELETE FROM ${table} WHERE id = ?`, id);
    this.changes.push({ table, id, before: { ...before }, after: null });
  }
}

/** Does the work and writes it down as one step that can be undone, in one transaction. */
export function takeStep<Result>(database: Database, what: StepKind, work: (edit: Editor) => Result): Result {
  return database.transaction(() => {
    const edit = new Editor(database);
    const result = work(edit);
    if (edit.changes.length > 0) {
      database.run('DELETE FROM step WHERE undone = 1');
      const { id } = database.run(
        'INSERT INTO step (what, changes, at) VALUES (?, ?, ?)',
        what,
        JSON.stringify(edit.changes),
        Date.now(),
      );
      database.run('DELETE FROM step WHERE id <= ?', id - kept);
    }
    return result;
  });
}

/** What an undo or redo did, and what can be done after it. */
export interface Undone {
  readonly what: StepKind;
  /** The articles whose own row, or what hangs on them, it changed. */
  readonly articles: readonly number[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** @throws a refusal: NOTHING_TO_UNDO; CONFLICT when a row it needs is gone */
export function undo(database: Database): Undone {
  return turn(database, 'SELECT * FROM step WHERE undone = 0 ORDER BY id DESC LIMIT 1', 1);
}

/** @throws as {@link undo} */
export function redo(database: Database): Undone {
  return turn(database, 'SELECT * FROM step WHERE undone = 1 ORDER BY id LIMIT 1', 0);
}

function turn(database: Database, query: string, undone: 0 | 1): Undone {
  return database.transaction(() => {
    const step = database.first<{ id: number; what: StepKind; changes: string }>(query) ?? refuse('NOTHING_TO_UNDO');
    const changes = JSON.parse(step.changes) as Change[];
    for (const change of undone ? changes.toReversed() : changes) apply(database, change, undone === 1);
    database.run('UPDATE step SET undone = ? WHERE id = ?', undone, step.id);
    const articles = [...new Set(changes.flatMap((change) => articlesOf(database, change)))];
    return { what: step.what, articles, canUndo: any(database, 0), canRedo: any(database, 1) };
  });
}

/** Tables whose rows hang on articles. */
const ofArticles: readonly Table[] = ['annotation', 'selection_item', 'article_tag', 'article_doubt'];

function articlesOf(database: Database, change: Change): readonly number[] {
  if (change.table === 'article') return 'ids' in change ? change.ids : [change.id];
  if ('ids' in change || !ofArticles.includes(change.table)) return [];
  // An update does not say whose row it is.
  const row = change.before?.article === undefined ? change.after : change.before;
  const article =
    row?.article ?? database.first(`SELECT article FROM ${change.table} WHERE id = ?`, change.id)?.article;
  return article === undefined ? [] : [Number(article)];
}

const any = (database: Database, undone: 0 | 1) =>
  database.first('SELECT 1 AS one FROM step WHERE undone = ? LIMIT 1', undone) !== undefined;

/**
 * The log of curation only grows: undoing a step is a record that takes it back, doing it again one that takes that record
 * back.
 */
function turnCuration(database: Database, step: number, backwards: boolean): void {
  const last = database.first<{ id: number | null }>('SELECT max(id) AS id FROM curation WHERE undoes = ?', step);
  const undoes = backwards ? step : (last?.id ?? refuse('CONFLICT'));
  insert(database, 'curation', { step: '', at: Date.now(), undoes });
}

function apply(database: Database, change: Change, backwards: boolean): void {
  if ('ids' in change) {
    updateEvenly(database, change.table, change.ids, backwards ? change.before : change.after);
    return;
  }
  if (change.table === 'curation') {
    turnCuration(database, change.id, backwards);
    return;
  }
  const from = backwards ? change.after : change.before;
  const to = backwards ? change.before : change.after;
  if (to === null) {
    database.run(`DELETE FROM ${change.table} WHERE id = ?`, change.id);
  } else if (from === null) {
    try {
      insert(database, change.table, to);
    } catch (error) {
      // The article or the selection it belongs to is gone, or another has taken its place.
      if (error instanceof Error && /constraint/i.test(error.message)) refuse('CONFLICT');
      throw error;
    }
  } else {
    update(database, change.table, change.id, to);
  }
}

/** Rows that are to be deleted for good, by table. */
export type GoneRows = Partial<Record<Table, ReadonlySet<number>>>;

/**
 * Takes what is about these rows out of the log, so that the rest of it can still be undone; a step with nothing left is
 * forgotten. Part of the caller's transaction.
 */
export function forgetRows(database: Database, gone: GoneRows): void {
  const isGone = (table: Table, id: number) => gone[table]?.has(id) === true;
  const ofGoneArticle = (row: Row | null) =>
    row !== null && typeof row.article === 'number' && isGone('article', row.article);
  for (const { id, changes } of database.all<{ id: number; changes: string }>('SELECT id, changes FROM step')) {
    const before = JSON.parse(changes) as Change[];
    let touched = false;
    const after = before.flatMap((change): Change[] => {
      if (!('ids' in change)) {
        const keep = !isGone(change.table, change.id) && !ofGoneArticle(change.before) && !ofGoneArticle(change.after);
        if (!keep) touched = true;
        return keep ? [change] : [];
      }
      const ids = change.ids.filter((one) => !isGone(change.table, one));
      if (ids.length < change.ids.length) touched = true;
      return ids.length === 0 ? [] : [{ ...change, ids }];
    });
    if (!touched) continue;
    if (after.length === 0) database.run('DELETE FROM step WHERE id = ?', id);
    else database.run('UPDATE step SET changes = ? WHERE id = ?', JSON.stringify(after), id);
  }
}
