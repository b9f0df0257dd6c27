import type { FolderRule } from '../contract/intake.ts';
import type { Database } from './database.ts';

/** Rules of folders, by path. */
export function folderRules(database: Database): FolderRule[] {
  return database
    .all<{ path: string; source: string | null; author: string | null; rubric: string | null }>(
      'SELECT path, source, author, rubric FROM folder_rule ORDER BY path',
    )
    .map((rule) => ({ ...rule }));
}

/** Sets the rule of a folder, in place of the one it had. */
export function setFolderRule(database: Database, { path, source, author, rubric }: FolderRule): void {
  database.run(
    `INSERT INTO folder_rule (path, source, author, rubric) VALUES (?, ?, ?, ?)
     ON CONFLICT (path) DO UPDATE SET source = excluded.source, author = excluded.author, rubric = excluded.rubric`,
    path,
    source,
    author,
    rubric,
  );
}

export function removeFolderRule(database: Database, path: string): void {
  database.run('DELETE FROM folder_rule WHERE path = ?', path);
}
