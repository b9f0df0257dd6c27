/**
 * What the archive's vote said of its names last, so that it need not be asked at every opening. At most one row, and none
 * once a name has changed since: `joined` holds pairs of u32 little-endian, the entity that was joined and the one it was
 * joined with; `rules` is the version of the vote's rules.
 */
export const theKeptVote = `
CREATE TABLE entity_vote (rules INTEGER NOT NULL, joined BLOB NOT NULL);
`;
