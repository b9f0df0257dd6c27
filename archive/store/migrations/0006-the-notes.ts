/**
 * What many notes need.
 *
 * - `bookmark` tells a place to come back to from a marked passage.
 * - `annotation_words` holds the index terms of quotation, note and tags of each annotation, made by the archive's analyzer, one
 *   document a row; only the terms, not the texts. `annotation_read` tells of which state of an annotation, and by which
 *   version of the analyzer, they were made. Both are filled when notes are searched, and may be emptied at any time.
 */
export const theNotes = `
ALTER TABLE annotation ADD COLUMN bookmark INTEGER NOT NULL DEFAULT 0;
CREATE VIRTUAL TABLE annotation_words USING fts5(words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE annotation_read (
  annotation INTEGER PRIMARY KEY,
  changed_at INTEGER NOT NULL,
  analyzer INTEGER NOT NULL
);
`;
