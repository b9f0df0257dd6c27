/**
 * What the archive's own spellings say for a name, and undoing that is written down.
 *
 * - `entity_key.attested`: in how many articles the label stood as it is, surely in the nominative; `form`: the name as
 *   it was written where it was met first. A nominative that is only guessed gives way to one that was read.
 * - `curation.undoes`: a record that takes another back; the log only grows.
 */
export const theVotes = `
ALTER TABLE entity_key ADD COLUMN attested INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entity_key ADD COLUMN form TEXT NOT NULL DEFAULT '';
ALTER TABLE curation ADD COLUMN undoes INTEGER;
`;
