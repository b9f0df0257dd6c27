/**
 * What abbreviations and renamed places stand for.
 *
 * - `abbreviation`: what brackets in an article say («Министерство иностранных дел (МИД)»); can be made again from the
 *   articles. `key` is the long form in base forms, so that its cases are one; `short` is folded nowhere.
 * - `glossary`: what a person wrote, corrected or switched off; `key` ties a row to the learnt pair it stands above.
 */
export const theGlossary = `
CREATE TABLE abbreviation (
  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  short TEXT NOT NULL,
  key TEXT NOT NULL,
  long TEXT NOT NULL,
  PRIMARY KEY (short, key, article)
) WITHOUT ROWID;
CREATE INDEX abbreviation_key ON abbreviation (key);
CREATE INDEX abbreviation_article ON abbreviation (article);
CREATE TABLE glossary (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  short TEXT NOT NULL,
  key TEXT NOT NULL,
  long TEXT NOT NULL,
  used INTEGER NOT NULL DEFAULT 1,
  UNIQUE (kind, short, key)
);
`;
