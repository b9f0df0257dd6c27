import { setImmediate } from 'node:timers/promises';
import { articlesUnread, noteRead, writeLearnt } from '../store/glossary.ts';
import type { Archive } from './archive.ts';

/** Articles read before anything else is let in. */
const slice = 50;

/**
 * Reads what brackets explain in the articles that came since it was last done. Stops when cancelled; what was read
 * stays read.
 */
export async function readBrackets(archive: Archive, signal?: AbortSignal): Promise<void> {
  const { database, glossary } = archive;
  const unread = articlesUnread(database);
  if (unread.length === 0) return;
  for (let at = 0; at < unread.length && signal?.aborted !== true; at += slice) {
    const ids = unread.slice(at, at + slice);
    database.transaction(() => {
      for (const id of ids) rereadBrackets(archive, id);
      noteRead(database, ids.at(-1)!);
    });
    await setImmediate();
  }
  glossary.forget();
  archive.changes.publish('glossary');
}

/** Reads one article again: it was changed. Part of the caller's transaction. */
export function rereadBrackets({ database, articles, glossary }: Archive, id: number): void {
  const title = articles.get(id)?.title;
  const body = articles.text(id)?.body;
  if (title !== undefined && body !== undefined) writeLearnt(database, id, glossary.learn(`${title}\n\n${body}`));
}
