/** `import_file.clippings`: articles that a document seems to hold which was taken as one; NULL for one. */
export const theDigests = `
ALTER TABLE import_file ADD COLUMN clippings INTEGER;
`;
