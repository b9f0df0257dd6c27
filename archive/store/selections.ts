import type { Selection } from '../contract/library.ts';
import { refuse } from '../contract/refuse.ts';
import type { Database, Row } from './database.ts';
import type { Editor } from './history.ts';

interface SelectionRow extends Row {
  id: number;
  name: string;
  changed_at: number;
  articles: number;
}

interface ItemRow extends Row {
  id: number;
  article: number;
  position: number;
  comment: string;
}

const rows = `SELECT s.id, s.name, s.changed_at,
    (SELECT count(*) FROM selection_item i JOIN article a ON a.id = i.article
     WHERE i.selection = s.id AND a.removed_at IS NULL) AS articles
  FROM selection s`;

const selectionOf = (row: SelectionRow): Selection => ({
  id: row.id,
  name: row.name,
  articles: row.articles,
  changedAt: new Date(row.changed_at).toISOString(),
});

/** The last changed first. */
export function selections(database: Database): Selection[] {
  return database.all<SelectionRow>(`${rows} ORDER BY s.changed_at DESC, s.id DESC`).map(selectionOf);
}

/** @throws a refusal: NOT_FOUND */
export function selection(database: Database, id: number): Selection {
  const row = database.first<SelectionRow>(`${rows} WHERE s.id = ?`, id) ?? refuse('NOT_FOUND');
  return selectionOf(row);
}

export const selectionName = (database: Database, id: number): string | undefined =>
  database.first<{ name: string }>('SELECT name FROM selection WHERE id = ?', id)?.name;

export const selectionCount = (database: Database): number =>
  Number(database.first('SELECT count(*) AS n FROM selection')?.n);

/** The oldest selection of a name. */
export const selectionNamed = (database: Database, name: string): number | undefined =>
  database.first<{ id: number }>('SELECT id FROM selection WHERE name = ? ORDER BY id', name)?.id;

/** The items in the person's order. */
export function itemsOf(database: Database, selection: number): ItemRow[] {
  return database.all<ItemRow>(
    `SELECT i.id, i.article, i.position, i.comment FROM selection_item i JOIN article a ON a.id = i.article
     WHERE i.selection = ? AND a.removed_at IS NULL ORDER BY i.position, i.id`,
    selection,
  );
}

/** Ids of the selections that an article is bound into. */
export function selectionsOf(database: Database, article: number): number[] {
  return database
    .all<{ selection: number }>('SELECT selection FROM selection_item WHERE article = ? ORDER BY selection', article)
    .map((row) => row.selection);
}

export function bind(database: Database, edit: Editor, selection: number, articles: readonly number[]): void {
  const items = itemsOf(database, selection);
  let position = items.at(-1)?.position ?? 0;
  const bound = new Set(items.map((item) => item.article));
  for (const article of new Set(articles)) {
    if (bound.has(article)) continue;
    if (!database.first('SELECT 1 AS one FROM article WHERE id = ? AND removed_at IS NULL', article))
      refuse('NOT_FOUND');
    position += 1;
    edit.insert('selection_item', { selection, article, position, comment: '' });
  }
}

/** Binds items of another archive behind all that is bound, those in the bin too; an article that is bound stays where it is. */
export function bindBehind(database: Database, edit: Editor, selection: number, items: readonly Row[]): void {
  const rows = database.all<{ article: number; position: number }>(
    'SELECT article, position FROM selection_item WHERE selection = ?',
    selection,
  );
  const bound = new Set<unknown>(rows.map(({ article }) => article));
  let position = Math.max(0, ...rows.map((row) => row.position));
  for (const item of items) {
    if (bound.has(item.article)) continue;
    bound.add(item.article);
    edit.insert('selection_item', { ...item, selection, position: ++position });
  }
}

export function unbind(database: Database, edit: Editor, selection: number, articles: readonly number[]): void {
  const gone = new Set(articles);
  for (const item of itemsOf(database, selection)) if (gone.has(item.article)) edit.remove('selection_item', item.id);
}

/** Moves an article to a place in the order, from 0. */
export function move(database: Database, edit: Editor, selection: number, article: number, to: number): void {
  const items = itemsOf(database, selection);
  const from = items.findIndex((item) => item.article === article);
  const item = items[from] ?? refuse('NOT_FOUND');
  const others = items.toSpliced(from, 1);
  const at = Math.min(to, others.length);
  const before = others[at - 1]?.position ?? (others[at]?.position ?? 2) - 2;
  const after = others[at]?.position ?? before + 2;
  const position = (before + after) / 2;
  if (position > before && position < after) {
    edit.update('selection_item', item.id, { position });
    return;
  }
  // Halved until there was no number left between two neighbours: number all anew.
  for (const [index, one] of others.toSpliced(at, 0, item).entries()) {
    edit.update('selection_item', one.id, { position: index + 1 });
  }
}

/** Removes a selection and its items, one by one, so that an undo brings all of it back. */
export function removeSelection(database: Database, edit: Editor, selection: number): void {
  const items = database.all<{ id: number }>('SELECT id FROM selection_item WHERE selection = ?', selection);
  for (const { id } of items) edit.remove('selection_item', id);
  edit.remove('selection', selection);
}
