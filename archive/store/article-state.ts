import type { ReadState } from '../contract/articles.ts';
import { readStates } from './articles.ts';
import type { Database } from './database.ts';

/** What is kept of an article beside its text: tags, read state, rating, the bin, the import it belongs to. */

/** Adds the tags that the article does not have yet. */
export function addTags(database: Database, article: number, tags: readonly string[]): void {
  for (const tag of tags) {
    database.run('INSERT OR IGNORE INTO article_tag (article, tag) VALUES (?, ?)', article, tag);
  }
}

/** Its tags as rows, to be edited. */
export const tagRows = (database: Database, article: number): { id: number; tag: string }[] =>
  database.all('SELECT id, tag FROM article_tag WHERE article = ?', article);

export function setImport(database: Database, article: number, importId: number): void {
  database.run('UPDATE article SET import = ? WHERE id = ?', importId, article);
}

export function takeOutOfBin(database: Database, article: number): void {
  database.run('UPDATE article SET removed_at = NULL WHERE id = ?', article);
}

/** The state as numbers: of {@link readStates}, 0–5, milliseconds. */
interface StateCells {
  readonly readState: number;
  readonly rating: number;
  readonly removedAt: number | null;
}

export function setState(database: Database, article: number, { readState, rating, removedAt }: StateCells): void {
  database.run(
    'UPDATE article SET read_state = ?, rating = ?, removed_at = ? WHERE id = ?',
    readState,
    rating,
    removedAt,
    article,
  );
}

/** Sets a state or a rating where there is none yet. */
export function fillState(
  database: Database,
  article: number,
  { readState, rating }: Pick<StateCells, 'readState' | 'rating'>,
): void {
  database.run('UPDATE article SET read_state = ? WHERE id = ? AND read_state = 0', readState, article);
  database.run('UPDATE article SET rating = ? WHERE id = ? AND rating = 0', rating, article);
}

/** How many articles there are of a kind, and the newest of them by date. */
export interface Counted {
  readonly total: number;
  readonly ids: readonly number[];
}

/** The articles that came after one. */
export const articlesAfter = (database: Database, article: number, most: number): Counted =>
  counted(database, 'id > ?', article, most);

export const articlesInState = (database: Database, state: ReadState, most: number): Counted =>
  counted(database, 'read_state = ?', readStates.indexOf(state), most);

function counted(database: Database, where: string, value: number, most: number): Counted {
  const from = `FROM article WHERE removed_at IS NULL AND ${where}`;
  const newest = `SELECT id ${from} ORDER BY date DESC, id DESC LIMIT ?`;
  return {
    total: Number(database.first(`SELECT count(*) AS n ${from}`, value)?.n),
    ids: database.all<{ id: number }>(newest, value, most).map(({ id }) => id),
  };
}
