/**
 * What the first page remembers: `visit` when the archive was opened and let go of, with the newest article there was;
 * `reading` when each article was last opened by the person. Neither can be undone.
 */
export const theVisits = `
CREATE TABLE visit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  began_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  newest INTEGER NOT NULL
);
CREATE TABLE reading (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  at INTEGER NOT NULL
);
CREATE INDEX reading_at ON reading (at);
`;
