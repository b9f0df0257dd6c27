import type { Database } from './database.ts';

/**
 * Prepares a database to take the place of the present one: it keeps the present settings; ids given since are not given
 * again; articles whose text may stand otherwise in the index are noted.
 */
export function adoptPresent(database: Database, path: string): void {
  database.beside(path, 'next', () =>
    database.transaction(() => {
      database.run('DELETE FROM next.setting');
      database.run('INSERT INTO next.setting SELECT * FROM main.setting');
      database.run(`UPDATE next.sqlite_sequence SET seq =
        max(seq, ifnull((SELECT m.seq FROM main.sqlite_sequence m WHERE m.name = next.sqlite_sequence.name), 0))`);
      database.run(`INSERT INTO next.sqlite_sequence (name, seq)
        SELECT name, seq FROM main.sqlite_sequence WHERE name NOT IN (SELECT name FROM next.sqlite_sequence)`);
      database.run('DELETE FROM next.stale_index');
      database.run(`INSERT INTO next.stale_index SELECT m.id FROM main.article m
        JOIN next.article n ON n.id = m.id WHERE n.hash <> m.hash`);
      database.run('INSERT OR IGNORE INTO next.stale_index SELECT article FROM main.stale_index');
      // Files that the present state had given up may be what the other one names.
      database.run('DELETE FROM next.doomed_original');
    }),
  );
}
