/**
 * What the bin, backups and restoring need.
 *
 * - `doomed_original` names files of `originals/` that nothing refers to any more: written in the transaction that removes the
 *   last reference, emptied when the file is gone, so that a kill between the two leaves no stray file.
 * - `stale_index` names articles whose text in the index may be another than in the database: after a restore, or a new version.
 */
export const theBin = `
CREATE TABLE doomed_original (hash BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE stale_index (article INTEGER PRIMARY KEY);
CREATE INDEX article_removed ON article (removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX article_import ON article (import);
CREATE INDEX article_source ON article (source);
CREATE INDEX import_file_file ON import_file (file);
CREATE INDEX import_file_original ON import_file (original);
`;
