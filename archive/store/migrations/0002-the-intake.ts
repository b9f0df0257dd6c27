/**
 * What taking in remembers beyond one sitting.
 *
 * - `import` knows what it was asked to read and how it ended, `import_progress` how far each of its files was written:
 *   after a kill the import goes on where it stood. Paths of sources are absolute; they are the only ones.
 * - `reprint` files every article under a family, `shingle` holds the smallest hashes of its word shingles. A shingle's
 *   article may be gone: ids are never reused, and whoever looks one up finds that out.
 * - `watched_file` is the ledger of a watched folder.
 * - `article_doubt` is the review queue; rows that can be undone have one integer key `id`.
 */
export const theIntake = `
ALTER TABLE import ADD COLUMN sources TEXT NOT NULL DEFAULT '[]';
ALTER TABLE import ADD COLUMN state TEXT NOT NULL DEFAULT 'done';
ALTER TABLE import_rejection ADD COLUMN path TEXT;
CREATE TABLE import_progress (
  import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
  path TEXT NOT NULL,
  records INTEGER,
  PRIMARY KEY (import, path)
) WITHOUT ROWID;
CREATE INDEX import_open ON import (state) WHERE state <> 'done';
CREATE INDEX article_place_file ON article_place (file);

CREATE TABLE reprint (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  family INTEGER NOT NULL
);
CREATE INDEX reprint_family ON reprint (family);
CREATE TABLE shingle (
  hash INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (hash, article)
) WITHOUT ROWID;

CREATE TABLE watched_folder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  polling INTEGER NOT NULL DEFAULT 0,
  added_at INTEGER NOT NULL,
  checked_at INTEGER
);
CREATE TABLE watched_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  folder INTEGER NOT NULL REFERENCES watched_folder ON DELETE CASCADE,
  file TEXT NOT NULL,
  size INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  missing INTEGER NOT NULL DEFAULT 0,
  noted_at INTEGER NOT NULL,
  UNIQUE (folder, file)
);
CREATE INDEX watched_file_state ON watched_file (folder, state);

CREATE TABLE folder_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,
  source TEXT,
  author TEXT,
  rubric TEXT
);
CREATE TABLE article_doubt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  field TEXT NOT NULL,
  reason TEXT NOT NULL,
  UNIQUE (article, field)
);
CREATE TABLE column_mapping (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  columns TEXT NOT NULL UNIQUE,
  mapping TEXT NOT NULL
);
`;
