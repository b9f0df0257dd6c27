import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the archive lies when nobody says: «Подшивка» among the person's documents. */
export function defaultArchive(): string {
  const named = process.env.XDG_DOCUMENTS_DIR;
  const documents = ['Documents', 'Документы'].map((name) => join(homedir(), name)).find(existsSync);
  return join(named ?? documents ?? homedir(), 'Подшивка');
}
