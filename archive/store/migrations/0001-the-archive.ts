/**
 * The first schema. What a person made (annotations, selections, tags, curation) refers to articles and entities by ids
 * that are never reused, so nothing of it depends on the index. Instants are milliseconds since 1970; flags are 0 and 1.
 *
 * - `label` holds each source, author, rubric, format and encoding once: columns of small numbers load fast.
 * - `article` is kept narrow; the long texts lie in `article_text`, the mentions, packed, in `recognition`.
 * - every table that can be undone has one integer key `id`, see `history.ts`.
 */
export const theArchive = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE label (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (kind, text)
);

CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job TEXT NOT NULL UNIQUE,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  added INTEGER NOT NULL DEFAULT 0,
  known INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE import_rejection (
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
  file TEXT NOT NULL,
  record INTEGER,
  reason TEXT NOT NULL
);
CREATE INDEX import_rejection_import ON import_rejection (import);
CREATE TABLE import_file (
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
  file TEXT NOT NULL,
  original BLOB NOT NULL,
  size INTEGER NOT NULL,
  encoding TEXT NOT NULL,
  format TEXT NOT NULL
);
CREATE INDEX import_file_import ON import_file (import);

CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL UNIQUE,
  key TEXT,
  title TEXT NOT NULL,
  source INTEGER REFERENCES label,
  author INTEGER REFERENCES label,
  rubric INTEGER REFERENCES label,
  format INTEGER NOT NULL REFERENCES label,
  encoding INTEGER NOT NULL REFERENCES label,
  date TEXT,
  date_precision TEXT,
  url TEXT,
  read_state INTEGER NOT NULL DEFAULT 0,
  rating INTEGER NOT NULL DEFAULT 0,
  import INTEGER NOT NULL REFERENCES import,
  imported_at INTEGER NOT NULL,
  removed_at INTEGER
);
CREATE INDEX article_key ON article (key) WHERE key IS NOT NULL;
CREATE TABLE article_text (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  lead TEXT,
  body TEXT NOT NULL
);
CREATE TABLE article_place (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  file TEXT NOT NULL,
  record INTEGER
);
CREATE UNIQUE INDEX article_place_whole ON article_place (article, file, ifnull(record, 0));
CREATE TABLE article_tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  tag TEXT NOT NULL,
  UNIQUE (article, tag)
);

CREATE TABLE recognition (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  version TEXT NOT NULL,
  entities BLOB NOT NULL,
  mentions BLOB NOT NULL
);
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  key TEXT NOT NULL
);
CREATE TABLE entity_key (
  entity INTEGER NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  label TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (entity, kind, key)
) WITHOUT ROWID;
CREATE TABLE proposal (
  entity INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (entity, variant)
) WITHOUT ROWID;
CREATE INDEX proposal_variant ON proposal (variant);
CREATE INDEX entity_key_key ON entity_key (kind, key);
CREATE TABLE curation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step TEXT NOT NULL,
  at INTEGER NOT NULL
);

CREATE TABLE annotation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  field TEXT NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  placement TEXT NOT NULL,
  pencil TEXT NOT NULL,
  note TEXT NOT NULL,
  tags TEXT NOT NULL,
  outside TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
);
CREATE INDEX annotation_article ON annotation (article);

CREATE TABLE selection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  changed_at INTEGER NOT NULL
);
CREATE TABLE selection_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  selection INTEGER NOT NULL REFERENCES selection ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  position REAL NOT NULL,
  comment TEXT NOT NULL DEFAULT '',
  UNIQUE (selection, article)
);
CREATE INDEX selection_item_article ON selection_item (article);

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  request TEXT NOT NULL,
  seen INTEGER NOT NULL
);

CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  what TEXT NOT NULL,
  changes TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL
);
`;
